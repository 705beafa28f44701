using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.Index.Text;
using DataCatalog.Storage;
using DataCatalog.Territories;

namespace DataCatalog.Search.Suggesting;

/// <summary>How well a name matches the typed text; better matches first.</summary>
internal enum Fit
{
    /// <summary>The text is the whole name.</summary>
    Exact,

    /// <summary>The name begins with the text.</summary>
    Beginning,

    /// <summary>A further word of the name begins with the text.</summary>
    Word,

    /// <summary>The name differs from the text by few letters.</summary>
    Similar,

    None,
}

/// <summary>
/// The names of competences and publishers, folded once per state of the catalogue. The synonyms of a competence's names are names of it
/// too.
/// </summary>
internal sealed class KnownNames
{
    private readonly Named[] _names;

    private KnownNames(ReferenceSnapshot references, Named[] names) => (References, _names) = (references, names);

    /// <summary>The competences and publishers that have the names.</summary>
    public ReferenceSnapshot References { get; }

    public static KnownNames Of(ReferenceSnapshot references, IEnumerable<string> publishers, Synonyms synonyms) => new(references,
    [
        .. references.CodesOf(Schemes.Competences).Select(code => references.FindConcept(Schemes.Competences, code)!)
            .Select(concept => Name("competence", concept.Code, WithSynonyms([concept.Label["fr"]!, .. concept.AltLabels], synonyms))),
        .. publishers.Select(references.FindAgent).OfType<Agent>()
            .Select(agent => Name("publisher", agent.Id, [agent.Name["fr"]!, agent.Id])),
    ]);

    /// <summary>Finds the competences and publishers with a name that matches; the best name of each counts.</summary>
    /// <param name="folded">The typed text, folded.</param>
    public IEnumerable<(string Kind, string Id, Fit Fit)> Find(string folded)
    {
        var words = Typed(folded);
        return _names.Select(name => (name.Kind, name.Id, Fit: FitOf(name, folded, words))).Where(name => name.Fit != Fit.None);
    }

    /// <summary>Returns how well a folded name matches the typed text.</summary>
    public static Fit FitOf(string name, string typed) =>
        string.Equals(name, typed, StringComparison.Ordinal) ? Fit.Exact
        : name.StartsWith(typed, StringComparison.Ordinal) ? Fit.Beginning
        : name.Contains($" {typed}", StringComparison.Ordinal) ? Fit.Word
        : Fit.None;

    /// <summary>
    /// Returns the best match of all names. The words of a text may be in several names, in any order: <c>menus cantine</c>.
    /// </summary>
    private static Fit FitOf(Named name, string folded, TypedPart[] words)
    {
        var fit = name.Names.Min(text => FitOf(text, folded));
        return fit == Fit.None && words.Length > 0 && Array.TrueForAll(words, name.Has) ? Fit.Word : fit;
    }

    /// <summary>Splits the typed text into words, without stop words.</summary>
    private static TypedPart[] Typed(string folded) =>
        [.. folded.Split(' ').Select(word => new TypedPart(word, FrenchText.Terms(word))).Where(word => word.Terms.Count > 0)];

    private static IEnumerable<string> WithSynonyms(IReadOnlyList<string> names, Synonyms synonyms) =>
        names.Concat(names.SelectMany(name => synonyms.NamesOf(FrenchText.Terms(name))));

    private static Named Name(string kind, string id, IEnumerable<string> names)
    {
        string[] folded = [.. names.Select(PlaceNames.Fold).Distinct(StringComparer.Ordinal)];
        string[] words = [.. folded.SelectMany(name => name.Split(' ')).Distinct(StringComparer.Ordinal)];
        return new Named(kind, id, folded, words, [.. folded.SelectMany(FrenchText.Terms)]);
    }

    private sealed record Named(string Kind, string Id, string[] Names, string[] Words, HashSet<string> Terms)
    {
        /// <summary>Whether a word of a name begins with the typed word, or is another form of it.</summary>
        public bool Has(TypedPart typed) =>
            Array.Exists(Words, word => word.StartsWith(typed.Word, StringComparison.Ordinal)) || typed.Terms.All(Terms.Contains);
    }

    private sealed record TypedPart(string Word, IReadOnlyList<string> Terms);
}
