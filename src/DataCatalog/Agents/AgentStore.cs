using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.Storage;

namespace DataCatalog.Agents;

/// <summary>Writes the agents, which publish or produce data.</summary>
internal static class AgentStore
{
    public static readonly RecordWriter<Agent> Writer = new([Kinds.Concept], Link.ToConcepts)
    {
        Derive = agent => (session, outcome) => SearchRows.SaveRenamed(session, Kinds.Agent, agent.Id, outcome),
    };
}
