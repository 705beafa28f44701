using DataCatalog.Dcat.Records;

namespace DataCatalog.Storage;

/// <summary>What a record points at.</summary>
/// <param name="Kind">The kind of record that is pointed at.</param>
/// <param name="Field">The property that holds the link.</param>
/// <param name="Id">The id of the record that is pointed at.</param>
internal readonly record struct Link(string Kind, string Field, string Id)
{
    /// <summary>A link, or none where the fact is not known.</summary>
    public static IEnumerable<Link> To(string kind, string field, string? id) => id is null ? [] : [new(kind, field, id)];

    public static IEnumerable<Link> To(string kind, string field, IEnumerable<string> ids) => ids.Select(id => new Link(kind, field, id));

    /// <summary>A link to a term, or none where the fact is not known.</summary>
    public static IEnumerable<Link> ToConcept(string field, string scheme, string? code) =>
        code is null ? [] : [new(Kinds.Concept, field, $"{scheme}/{code}")];

    public static IEnumerable<Link> ToConcepts(string field, string scheme, IEnumerable<string> codes) =>
        codes.Select(code => new Link(Kinds.Concept, field, $"{scheme}/{code}"));

    public static IEnumerable<Link> Of(AccessConditions access) =>
    [
        .. ToConcept("access.regime", Schemes.AccessRegimes, access.Regime),
        .. ToConcepts("access.restrictionReasons", Schemes.RestrictionReasons, access.RestrictionReasons),
    ];
}
