using DataCatalog.Dcat.Records;
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

    /// <summary>A further word of the name begins so.</summary>
    Word,

    None,
}

/// <summary>The names of competences and publishers, folded once for a state of the references.</summary>
internal sealed class KnownNames
{
    private readonly Named[] _names;

    private KnownNames(Named[] names) => _names = names;

    public static KnownNames Of(ReferenceSnapshot references, IEnumerable<string> publishers) => new(
    [
        .. references.CodesOf(Schemes.Competences).Select(code => references.FindConcept(Schemes.Competences, code)!)
            .Select(concept => Name("competence", concept.Code, [concept.Label["fr"]!, .. concept.AltLabels])),
        .. publishers.Select(id => Name("publisher", id, [references.FindAgent(id)!.Name["fr"]!, id])),
    ]);

    /// <summary>Those that fit, by their best name.</summary>
    /// <param name="folded">What is typed, folded.</param>
    public IEnumerable<(string Kind, string Id, Fit Fit)> Find(string folded) => _names
        .Select(name => (name.Kind, name.Id, Fit: name.Names.Min(text => FitOf(text, folded))))
        .Where(name => name.Fit != Fit.None);

    /// <summary>How well a folded name fits what is typed.</summary>
    public static Fit FitOf(string name, string typed) =>
        string.Equals(name, typed, StringComparison.Ordinal) ? Fit.Exact
        : name.StartsWith(typed, StringComparison.Ordinal) ? Fit.Beginning
        : name.Contains($" {typed}", StringComparison.Ordinal) ? Fit.Word
        : Fit.None;

    private static Named Name(string kind, string id, IEnumerable<string> names) => new(kind, id, [.. names.Select(PlaceNames.Fold)]);

    private sealed record Named(string Kind, string Id, string[] Names);
}
