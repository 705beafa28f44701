using System.Collections.Concurrent;

namespace DataCatalog.Storage;

/// <summary>
/// Values that are made from the database, each when its name is first asked for. Names may be many: when they take too much, all of them are
/// given up.
/// </summary>
/// <param name="budget">What they may take, in characters.</param>
internal sealed class DerivedByName(int budget)
{
    /// <summary>What a value takes beside its name and, where it is a text, its length.</summary>
    private const int Overhead = 100;

    private readonly ConcurrentDictionary<string, Derived<object>> _values = new(StringComparer.Ordinal);
    private long _taken;

    /// <summary>The value with a name, as it was at a revision or after it.</summary>
    /// <param name="name">Its name: the same name is always of the same type.</param>
    /// <param name="revision">The number of a change, known before anything is read.</param>
    /// <param name="make">Makes it from what is stored now.</param>
    public T Since<T>(string name, long revision, Func<T> make)
        where T : notnull => (T)_values.GetOrAdd(name, _ => new Derived<object>()).Since(revision, before => Counted(name, before, make()));

    private object Counted(string name, object? before, object value)
    {
        var taken = Interlocked.Add(ref _taken, before is null ? name.Length + Overhead + LengthOf(value) : LengthOf(value) - LengthOf(before));
        if (taken > budget)
        {
            _values.Clear();
            Interlocked.Exchange(ref _taken, 0);
        }

        return value;
    }

    private static int LengthOf(object value) => (value as string)?.Length ?? 0;
}
