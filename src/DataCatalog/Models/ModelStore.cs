using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Models;

/// <summary>What local authorities are expected to produce.</summary>
internal sealed class ModelStore(Database database)
{
    private readonly RecordReader<Model> _reader = new(Kinds.Model, database);
    private readonly RecordWriter<Model> _writer = new(Kinds.Model, [Kinds.Concept], LinksOf);

    public Entry<Model>? Find(string id) => _reader.Find(id);

    public Tombstone? FindTombstone(string id) => _reader.FindTombstone(id);

    public int Count() => _reader.Count();

    public IReadOnlyList<string> Ids() => _reader.Ids();

    public IReadOnlyList<Entry<Model>> List(int offset, int limit) => _reader.List(offset, limit);

    public IEnumerable<Entry<Model>> All() => _reader.All();

    public SaveOutcome Save(WriteSession session, Model model, DateOnly checkedOn) => _writer.Save(session, model, checkedOn);

    public bool Withdraw(WriteSession session, string id, string reason) => _writer.Withdraw(session, id, reason);

    private static IEnumerable<Link> LinksOf(Model model) =>
    [
        .. Link.ToConcepts("competences", Schemes.Competences, model.Competences),
        .. Link.ToConcept("schema", Schemes.Standards, model.Schema),
        .. Link.ToConcept("obligation.type", Schemes.ObligationTypes, model.Obligation.Type),
        .. Link.ToConcepts("obligation.legalBases", Schemes.LegalBases, model.Obligation.LegalBases),
        .. Link.ToConcepts("obligation.contractClauses", Schemes.ContractClauses, model.Obligation.ContractClauses),
    ];
}
