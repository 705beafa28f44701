using System.Runtime.InteropServices;

namespace DataCatalog.Territories;

/// <summary>Finds names by the beginning of any of their words: the words of all names, each with what follows it in its name, in order.</summary>
internal sealed class NameIndex
{
    private readonly string _names;
    private readonly Word[] _words;

    /// <summary>Indexes names.</summary>
    /// <param name="names">The folded name of each place; one without words is not found.</param>
    public NameIndex(IReadOnlyList<string> names)
    {
        _names = string.Concat(names);
        _words = [.. WordsOf(names)];
        Array.Sort(_words, (first, second) => From(first).SequenceCompareTo(From(second)));
    }

    /// <summary>Calls back for each place and word that begin with a text; a name with two such words comes twice.</summary>
    public void Find(string text, Action<int, NameMatch> found)
    {
        for (var at = First(text); at < _words.Length && From(_words[at]).StartsWith(text, StringComparison.Ordinal); at++)
        {
            var word = _words[at];
            found(word.Place, word.Match is NameMatch.Exact && word.Length != text.Length ? NameMatch.Beginning : word.Match);
        }
    }

    /// <summary>The position of the first word that is not before a text.</summary>
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

    /// <summary>Where the words of a name stand. One that follows a first article also begins the name: people leave articles out.</summary>
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

    /// <summary>A word in the joined names.</summary>
    /// <param name="Start">Where it begins.</param>
    /// <param name="Length">How far its name goes on from there.</param>
    /// <param name="Match">What it is to find a name by all of this.</param>
    /// <param name="Place">The number of the place.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Word(int Start, short Length, NameMatch Match, int Place);
}

/// <summary>How well a text fits a place, better ones first.</summary>
internal enum NameMatch : byte
{
    /// <summary>The whole of the name, or of a code.</summary>
    Exact,

    /// <summary>The beginning of the name or of a code.</summary>
    Beginning,

    /// <summary>The beginning of a further word.</summary>
    InnerWord,
}
