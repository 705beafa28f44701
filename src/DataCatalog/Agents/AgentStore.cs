using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.Storage;

namespace DataCatalog.Agents;

/// <summary>The bodies that publish or make data.</summary>
internal sealed class AgentStore(Database database)
{
    private readonly RecordReader<Agent> _reader = new(Kinds.Agent, database);
    private readonly RecordWriter<Agent> _writer = new(Kinds.Agent, [Kinds.Concept], LinksOf);

    public Entry<Agent>? Find(string id) => _reader.Find(id);

    public Tombstone? FindTombstone(string id) => _reader.FindTombstone(id);

    public int Count() => _reader.Count();

    public IReadOnlyList<string> Ids() => _reader.Ids();

    public IReadOnlyList<Entry<Agent>> List(int offset, int limit) => _reader.List(offset, limit);

    public IEnumerable<Entry<Agent>> All() => _reader.All();

    public SaveOutcome Save(WriteSession session, Agent agent, DateOnly checkedOn)
    {
        var outcome = _writer.Save(session, agent, checkedOn);
        if (outcome == SaveOutcome.Changed)
        {
            SearchRows.SaveNaming(session, Kinds.Agent, agent.Id);
        }

        return outcome;
    }

    public bool Withdraw(WriteSession session, string id, string reason) => _writer.Withdraw(session, id, reason);

    private static IEnumerable<Link> LinksOf(Agent agent) =>
    [
        .. Link.ToConcept("kind", Schemes.ProducerKinds, agent.Kind),
    ];
}
