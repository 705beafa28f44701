using System.Collections.Concurrent;

namespace DataCatalog.Http;

/// <summary>
/// Keeps what was read from short header values. Few of them are in use at a time; a client that sends many others only makes some be read
/// again.
/// </summary>
/// <param name="read">Reads a value; it always returns the same for the same text.</param>
internal sealed class Memo<T>(Func<string, T> read)
{
    private const int MostValues = 500;
    private const int LongestText = 300;

    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);

    /// <summary>Returns what a text says.</summary>
    public T Of(string text)
    {
        if (_known.TryGetValue(text, out var known))
        {
            return known;
        }

        var value = read(text);
        if (text.Length <= LongestText)
        {
            Keep(text, value);
        }

        return value;
    }

    private void Keep(string text, T value)
    {
        if (_known.Count >= MostValues)
        {
            _known.Clear();
        }

        _known[text] = value;
    }
}
