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

    /// <summary>The links of a record to the terms that it holds the codes of.</summary>
    public static IEnumerable<Link> ToConcepts(IRecord record) =>
        RecordCodes.Of(record).Select(held => new Link(Kinds.Concept, held.Path, $"{held.Scheme}/{held.Code}"));
}
