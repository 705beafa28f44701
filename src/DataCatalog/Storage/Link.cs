using DataCatalog.Dcat.Records;

namespace DataCatalog.Storage;

/// <summary>A link from a record to another record.</summary>
/// <param name="Kind">The kind of the linked record.</param>
/// <param name="Field">The property that holds the link.</param>
/// <param name="Id">The id of the linked record.</param>
internal readonly record struct Link(string Kind, string Field, string Id)
{
    /// <summary>Returns the link, or nothing when the id is null.</summary>
    public static IEnumerable<Link> To(string kind, string field, string? id) => id is null ? [] : [new(kind, field, id)];

    public static IEnumerable<Link> To(string kind, string field, IEnumerable<string> ids) => ids.Select(id => new Link(kind, field, id));

    /// <summary>Returns the links of a record to the concepts whose codes it holds.</summary>
    public static IEnumerable<Link> ToConcepts(IRecord record) =>
        RecordCodes.Of(record).Select(held => new Link(Kinds.Concept, held.Path, $"{held.Scheme}/{held.Code}"));
}
