using System.Runtime.InteropServices;

namespace DataCatalog.Territories;

/// <summary>
/// Finds names by the beginning of any of their words. The index is a sorted list of the words of all names, each with the rest of its
/// name.
/// </summary>
internal sealed class NameIndex
{
    private readonly string _names;
    private readonly Word[] _words;

    /// <summary>Indexes names.</summary>
    /// <param name="names">The folded name of each place; an empty name is never found.</param>
    public NameIndex(IReadOnlyList<string> names)
    {
        _names = string.Concat(names);
        _words = [.. WordsOf(names)];
        Array.Sort(_words, (first, second) => From(first).SequenceCompareTo(From(second)));
    }

    /// <summary>
    /// Calls <paramref name="found"/> for each word that begins with a text, with its place; a name with two such words is found twice.
    /// </summary>
    public void Find(string text, Action<int, NameMatch> found)
    {
        for (var at = First(text); at < _words.Length && From(_words[at]).StartsWith(text, StringComparison.Ordinal); at++)
        {
            var word = _words[at];
            found(word.Place, word.Match is NameMatch.Exact && word.Length != text.Length ? NameMatch.Beginning : word.Match);
        }
    }

    /// <summary>Returns the position of the first word that does not sort before a text.</summary>
    private int First(string text)
    {
        var (low, high) = (0, _words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (From(_words[middle]).SequenceCompareTo(text) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private ReadOnlySpan<char> From(Word word) => _names.AsSpan(word.Start, word.Length);

    private static IEnumerable<Word> WordsOf(IReadOnlyList<string> names)
    {
        var start = 0;
        for (var place = 0; place < names.Count; place++)
        {
            foreach (var (offset, match) in WordsOf(names[place]))
            {
                yield return new Word(start + offset, (short)(names[place].Length - offset), match, place);
            }

            start += names[place].Length;
        }
    }

    /// <summary>
    /// Lists the words of a name by their offsets. The word after a leading article also counts as the beginning of the name: people leave
    /// articles out.
    /// </summary>
    private static IEnumerable<(int Offset, NameMatch Match)> WordsOf(string name)
    {
        var offset = 0;
        var afterArticle = false;
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return (offset, offset == 0 ? NameMatch.Exact : afterArticle ? NameMatch.Beginning : NameMatch.InnerWord);
            afterArticle = offset == 0 && PlaceNames.IsArticle(word);
            offset += word.Length + 1;
        }
    }

    /// <summary>A word in the string of all names.</summary>
    /// <param name="Start">The index of its first character.</param>
    /// <param name="Length">The length of its name from there to the end.</param>
    /// <param name="Match">The match of a text that equals the name from there to its end.</param>
    /// <param name="Place">The number of the place.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Word(int Start, short Length, NameMatch Match, int Place);
}

/// <summary>How well a text matches a place, better matches first.</summary>
internal enum NameMatch : byte
{
    /// <summary>The text is the whole name or a whole code.</summary>
    Exact,

    /// <summary>
    /// The text is the whole name but for spaces, articles and prepositions, or a code that means another place first: an old one, or the
    /// postcode of an arrondissement for its commune.
    /// </summary>
    Loose,

    /// <summary>The name or a code begins with the text.</summary>
    Beginning,

    /// <summary>A further word of the name begins with the text.</summary>
    InnerWord,

    /// <summary>The name differs from the text by one letter.</summary>
    OneEdit,

    /// <summary>The name differs from the text by two letters.</summary>
    TwoEdits,
}
