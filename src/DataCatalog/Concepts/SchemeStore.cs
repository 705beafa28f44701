using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Concepts;

/// <summary>The vocabularies.</summary>
internal sealed class SchemeStore(Database database)
{
    private readonly RecordReader<ConceptScheme> _reader = new(Kinds.Scheme, database);
    private readonly RecordWriter<ConceptScheme> _writer = new(Kinds.Scheme, [], _ => []);

    public Entry<ConceptScheme>? Find(string id) => _reader.Find(id);

    public Tombstone? FindTombstone(string id) => _reader.FindTombstone(id);

    public int Count() => _reader.Count();

    public IReadOnlyList<string> Ids() => _reader.Ids();

    public IReadOnlyList<Entry<ConceptScheme>> List(int offset, int limit) => _reader.List(offset, limit);

    public IEnumerable<Entry<ConceptScheme>> All() => _reader.All();

    public SaveOutcome Save(WriteSession session, ConceptScheme scheme, DateOnly checkedOn) => _writer.Save(session, scheme, checkedOn);

    public bool Withdraw(WriteSession session, string id, string reason) => _writer.Withdraw(session, id, reason);
}
