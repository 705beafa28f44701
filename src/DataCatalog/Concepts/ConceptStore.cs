using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.Storage;

namespace DataCatalog.Concepts;

/// <summary>The terms of the vocabularies.</summary>
internal sealed class ConceptStore(Database database)
{
    private readonly RecordReader<Concept> _reader = new(Kinds.Concept, database);
    private readonly RecordWriter<Concept> _writer = new(Kinds.Concept, [Kinds.Scheme, Kinds.Concept], LinksOf);

    public Entry<Concept>? Find(string id) => _reader.Find(id);

    public Tombstone? FindTombstone(string id) => _reader.FindTombstone(id);

    public int Count() => _reader.Count();

    public IReadOnlyList<string> Ids() => _reader.Ids();

    public IReadOnlyList<Entry<Concept>> List(int offset, int limit) => _reader.List(offset, limit);

    public IEnumerable<Entry<Concept>> All() => _reader.All();

    /// <summary>The terms of a vocabulary by notation, then by code; those without a notation come last.</summary>
    public IReadOnlyList<Concept> OfScheme(string scheme) =>
    [
        .. _reader
            .Linked("join concept_scheme s on s.concept_id = t.id where s.scheme_id = @id", scheme)
            .Select(entry => entry.Record)
            .OrderBy(concept => concept.Notation is null)
            .ThenBy(concept => concept.Notation, StringComparer.Ordinal)
            .ThenBy(concept => concept.Code, StringComparer.Ordinal),
    ];

    public SaveOutcome Save(WriteSession session, Concept concept, DateOnly checkedOn)
    {
        var outcome = _writer.Save(session, concept, checkedOn);
        if (outcome == SaveOutcome.Changed)
        {
            SearchRows.SaveNaming(session, Kinds.Concept, concept.Id);
        }

        return outcome;
    }

    public bool Withdraw(WriteSession session, string id, string reason) => _writer.Withdraw(session, id, reason);

    private static IEnumerable<Link> LinksOf(Concept concept) =>
    [
        new(Kinds.Scheme, "scheme", concept.Scheme),
        .. Link.ToConcept("broader", concept.Scheme, concept.Broader),
        .. Link.To(Kinds.Concept, "mapsTo", concept.MapsTo?.Replace(':', '/')),
        .. Link.ToConcepts("competence.themes", Schemes.Themes, concept.Competence?.Themes ?? []),
    ];
}
