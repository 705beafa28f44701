using System.Runtime.InteropServices;
using DataCatalog.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace DataCatalog.Search;

/// <summary>
/// Keeps which rows have the words that questions ask for one by one. A frequent word is in tens of thousands of datasets, and SQLite needs
/// milliseconds to list them; the same words come again in other questions. What was found in an earlier state of the catalogue is never
/// asked again, and drops out.
/// </summary>
internal sealed class KnownRows : IDisposable
{
    private const long MaxBytes = 16 * 1024 * 1024;

    /// <summary>The size of an entry beside its rows, in bytes.</summary>
    private const int Overhead = 300;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    /// <summary>Returns the rows that match an expression in the state of a snapshot.</summary>
    public MatchingRows Of(Snapshot snapshot, string expression)
    {
        var key = new Key(snapshot.Sequence, expression);
        if (_kept.TryGetValue(key, out MatchingRows? known))
        {
            return known!;
        }

        var rows = MatchingRows.Of(RowNumbers.All(snapshot.Connection, expression));
        _kept.Set(key, rows, new MemoryCacheEntryOptions { Size = rows.Size + (expression.Length * sizeof(char)) + Overhead });
        return rows;
    }

    public void Dispose() => _kept.Dispose();

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Key(long Sequence, string Expression);
}
