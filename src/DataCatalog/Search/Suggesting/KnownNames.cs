using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.Index.Text;
using DataCatalog.Search.Everything;
using DataCatalog.Territories;

namespace DataCatalog.Search.Suggesting;

/// <summary>How well a name matches the typed text; better matches first.</summary>
internal enum Fit
{
    /// <summary>The text is the whole name.</summary>
    Exact,

    /// <summary>The name begins with the text.</summary>
    Beginning,

    /// <summary>Another name, or a synonym of a name, begins with the text.</summary>
    OtherBeginning,

    /// <summary>A further word of the name begins with the text.</summary>
    Word,

    /// <summary>The name differs from the text by few letters.</summary>
    Similar,

    None,
}

/// <summary>
/// The names of all entries but datasets and territories, folded once per state of the catalogue. The synonyms of a competence's names are
/// names of it too.
/// </summary>
internal sealed class KnownNames
{
    private readonly Named[] _names;

    private KnownNames(EntryBook book, Named[] names) => (Book, _names) = (book, names);

    /// <summary>The entries that have the names.</summary>
    public EntryBook Book { get; }

    /// <summary>Reads the names.</summary>
    /// <param name="book">The entries.</param>
    /// <param name="publishers">The ids of the agents that publish datasets; the others are not suggested.</param>
    /// <param name="synonyms">The synonyms.</param>
    public static KnownNames Of(EntryBook book, IReadOnlyList<string> publishers, Synonyms synonyms)
    {
        var known = publishers.ToHashSet(StringComparer.Ordinal);
        return new KnownNames(
            book,
            [
                .. book.All.Where(entry => entry.Record is not Agent agent || known.Contains(agent.Id))
                    .Select(entry => Name(entry, synonyms)),
            ]);
    }

    /// <summary>Finds the entries with a name that matches; the best name of each counts.</summary>
    /// <param name="folded">The typed text, folded.</param>
    public IEnumerable<(KnownEntry Entry, Fit Fit)> Find(string folded)
    {
        var words = Typed(folded);
        return _names.Select(name => (name.Entry, Fit: FitOf(name, folded, words))).Where(name => name.Fit != Fit.None);
    }

    /// <summary>Returns how well a folded name matches the typed text.</summary>
    public static Fit FitOf(string name, string typed) =>
        string.Equals(name, typed, StringComparison.Ordinal) ? Fit.Exact
        : name.StartsWith(typed, StringComparison.Ordinal) ? Fit.Beginning
        : HasWord(name, typed) ? Fit.Word
        : Fit.None;

    /// <summary>Whether a further word of a name begins with the typed text. It is asked of all names at each key stroke.</summary>
    private static bool HasWord(ReadOnlySpan<char> name, ReadOnlySpan<char> typed)
    {
        for (var space = name.IndexOf(' '); space >= 0; space = name.IndexOf(' '))
        {
            name = name[(space + 1)..];
            if (name.StartsWith(typed, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the best match of some names.</summary>
    private static Fit BestFit(string[] names, string folded)
    {
        var best = Fit.None;
        foreach (var name in names)
        {
            var fit = FitOf(name, folded);
            best = fit < best ? fit : best;
        }

        return best;
    }

    /// <summary>
    /// Returns the best match of all names. The words of a text may be in several names, in any order: <c>menus cantine</c>. The first word
    /// of a rule is what must be done, and no better than the others.
    /// </summary>
    private static Fit FitOf(Named name, string folded, TypedPart[] words)
    {
        var own = BestFit(name.Names, folded);
        own = own is Fit.Beginning && name.Entry.Record is LegalRule ? Fit.Word : own;
        var other = BestFit(name.OtherNames, folded);
        other = other is Fit.Beginning ? Fit.OtherBeginning : other;
        var fit = own < other ? own : other;
        return fit == Fit.None && words.Length > 0 && Array.TrueForAll(words, name.Has) ? Fit.Word : fit;
    }

    /// <summary>Splits the typed text into words, without stop words.</summary>
    private static TypedPart[] Typed(string folded) =>
        [.. folded.Split(' ').Select(word => new TypedPart(word, FrenchText.Terms(word))).Where(word => word.Terms.Count > 0)];

    private static IEnumerable<string> WithSynonyms(IReadOnlyList<string> names, Synonyms synonyms) =>
        names.Concat(names.SelectMany(name => synonyms.NamesOf(FrenchText.Terms(name))));

    private static Named Name(KnownEntry entry, Synonyms synonyms)
    {
        var name = entry.Name["fr"]!;
        var others = entry.Record switch
        {
            Concept { Scheme: Schemes.Competences } concept => WithSynonyms([name, .. concept.AltLabels], synonyms).Skip(1),
            Concept concept => [.. concept.AltLabels, concept.Code],
            _ => [],
        };
        string[] own = [.. (entry.Record is Concept ? [name] : (string[])[name, entry.Identifier]).Select(PlaceNames.Fold)];
        string[] other = [.. others.Select(PlaceNames.Fold).Except(own, StringComparer.Ordinal)];
        string[] all = [.. own, .. other];
        string[] words = [.. all.SelectMany(text => text.Split(' ')).Distinct(StringComparer.Ordinal)];
        return new Named(entry, own, other, words, [.. all.SelectMany(FrenchText.Terms)]);
    }

    /// <summary>An entry with its folded names.</summary>
    private sealed record Named(KnownEntry Entry, string[] Names, string[] OtherNames, string[] Words, HashSet<string> Terms)
    {
        /// <summary>Whether a word of a name begins with the typed word, or is another form of it.</summary>
        public bool Has(TypedPart typed) =>
            Array.Exists(Words, word => word.StartsWith(typed.Word, StringComparison.Ordinal)) || typed.Terms.All(Terms.Contains);
    }

    private sealed record TypedPart(string Word, IReadOnlyList<string> Terms);
}
