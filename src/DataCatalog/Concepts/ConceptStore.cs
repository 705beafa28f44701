using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.Storage;

namespace DataCatalog.Concepts;

/// <summary>Reads and writes the terms of the vocabularies.</summary>
internal sealed class ConceptStore(RecordReader<Concept> reader)
{
    public static readonly RecordWriter<Concept> Writer = new([Kinds.Scheme, Kinds.Concept], LinksOf)
    {
        Derive = concept => (session, outcome) => SearchRows.SaveRenamed(session, Kinds.Concept, concept.Id, outcome),
    };

    /// <summary>Lists the terms of a vocabulary by notation, then by code; those without a notation come last.</summary>
    public IReadOnlyList<Concept> OfScheme(string scheme) =>
    [
        .. reader
            .Linked("join concept_scheme s on s.concept_id = t.id where s.scheme_id = @id", scheme)
            .Select(entry => entry.Record)
            .OrderBy(concept => concept.Notation is null)
            .ThenBy(concept => concept.Notation, StringComparer.Ordinal)
            .ThenBy(concept => concept.Code, StringComparer.Ordinal),
    ];

    private static IEnumerable<Link> LinksOf(Concept concept) =>
    [
        new(Kinds.Scheme, "scheme", concept.Scheme),
        .. Link.To(Kinds.Concept, "broader", concept.Broader is null ? null : $"{concept.Scheme}/{concept.Broader}"),
        .. Link.To(Kinds.Concept, "mapsTo", concept.MapsTo?.Replace(':', '/')),
        .. Link.ToConcepts(concept),
    ];
}
