using System.Collections.Concurrent;

namespace DataCatalog.Storage;

/// <summary>
/// Named values computed from the database, each when its name is first asked for. There may be many names: all values are dropped when
/// together they exceed the budget.
/// </summary>
/// <param name="budget">The size that all values may have together, in characters.</param>
/// <param name="epoch">The epoch of the database.</param>
internal sealed class DerivedByName(int budget, Epoch epoch)
{
    /// <summary>The size counted for a value beside its name and, for a text, its length; in characters.</summary>
    private const int Overhead = 100;

    private readonly ConcurrentDictionary<string, Derived<object>> _values = new(StringComparer.Ordinal);
    private long _size;

    /// <summary>Returns the value with a name, as of a revision or a later one.</summary>
    /// <param name="name">The name; the values of one name have one type.</param>
    /// <param name="revision">The number of a change, read before the data.</param>
    /// <param name="make">Computes the value from what is stored now.</param>
    public T Since<T>(string name, long revision, Func<T> make)
        where T : notnull =>
        (T)_values.GetOrAdd(name, _ => new Derived<object>(epoch)).Since(revision, before => Counted(name, before, make()));

    private object Counted(string name, object? before, object value)
    {
        var added = before is null ? name.Length + Overhead + LengthOf(value) : LengthOf(value) - LengthOf(before);
        if (Interlocked.Add(ref _size, added) > budget)
        {
            _values.Clear();
            Interlocked.Exchange(ref _size, 0);
        }

        return value;
    }

    private static int LengthOf(object value) => (value as string)?.Length ?? 0;
}
