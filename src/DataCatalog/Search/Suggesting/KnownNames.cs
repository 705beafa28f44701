using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.Search.Text;
using DataCatalog.Storage;
using DataCatalog.Territories;

namespace DataCatalog.Search.Suggesting;

/// <summary>How well a name fits what is typed; better ones first.</summary>
internal enum Fit
{
    /// <summary>It is the name.</summary>
    Exact,

    /// <summary>The name begins so.</summary>
    Beginning,

    /// <summary>Further words of the names begin so.</summary>
    Word,

    None,
}

/// <summary>
/// The names of competences and publishers, folded once for a state of the catalogue. A competence is also called what means the same to a search
/// as one of its names.
/// </summary>
internal sealed class KnownNames
{
    private readonly Named[] _names;

    private KnownNames(ReferenceSnapshot references, Named[] names) => (References, _names) = (references, names);

    /// <summary>What bears the names.</summary>
    public ReferenceSnapshot References { get; }

    public static KnownNames Of(ReferenceSnapshot references, IEnumerable<string> publishers, Synonyms synonyms) => new(references,
    [
        .. references.CodesOf(Schemes.Competences).Select(code => references.FindConcept(Schemes.Competences, code)!)
            .Select(concept => Name("competence", concept.Code, WithSynonyms([concept.Label["fr"]!, .. concept.AltLabels], synonyms))),
        .. publishers.Select(references.FindAgent).OfType<Agent>().Select(agent => Name("publisher", agent.Id, [agent.Name["fr"]!, agent.Id])),
    ]);

    /// <summary>Those that fit, by their best name.</summary>
    /// <param name="folded">What is typed, folded.</param>
    public IEnumerable<(string Kind, string Id, Fit Fit)> Find(string folded)
    {
        var words = Typed(folded);
        return _names.Select(name => (name.Kind, name.Id, Fit: FitOf(name, folded, words))).Where(name => name.Fit != Fit.None);
    }

    /// <summary>How well a folded name fits what is typed.</summary>
    public static Fit FitOf(string name, string typed) =>
        string.Equals(name, typed, StringComparison.Ordinal) ? Fit.Exact
        : name.StartsWith(typed, StringComparison.Ordinal) ? Fit.Beginning
        : name.Contains($" {typed}", StringComparison.Ordinal) ? Fit.Word
        : Fit.None;

    /// <summary>Several words may stand in several names, in any order: <c>menus cantine</c>.</summary>
    private static Fit FitOf(Named name, string folded, TypedPart[] words)
    {
        var fit = name.Names.Min(text => FitOf(text, folded));
        return fit == Fit.None && words.Length > 0 && Array.TrueForAll(words, name.Has) ? Fit.Word : fit;
    }

    /// <summary>The words that are typed, without stop words.</summary>
    private static TypedPart[] Typed(string folded) =>
        [.. folded.Split(' ').Select(word => new TypedPart(word, FrenchText.Terms(word))).Where(word => word.Terms.Count > 0)];

    private static IEnumerable<string> WithSynonyms(IReadOnlyList<string> names, Synonyms synonyms) =>
        names.Concat(names.SelectMany(name => synonyms.NamesOf(FrenchText.Terms(name))));

    private static Named Name(string kind, string id, IEnumerable<string> names)
    {
        string[] folded = [.. names.Select(PlaceNames.Fold).Distinct(StringComparer.Ordinal)];
        return new Named(kind, id, folded, [.. folded.SelectMany(name => name.Split(' ')).Distinct(StringComparer.Ordinal)], [.. folded.SelectMany(FrenchText.Terms)]);
    }

    private sealed record Named(string Kind, string Id, string[] Names, string[] Words, HashSet<string> Terms)
    {
        /// <summary>Whether a word of a name begins so, or is another form of what is typed.</summary>
        public bool Has(TypedPart typed) =>
            Array.Exists(Words, word => word.StartsWith(typed.Word, StringComparison.Ordinal)) || typed.Terms.All(Terms.Contains);
    }

    private sealed record TypedPart(string Word, IReadOnlyList<string> Terms);
}
