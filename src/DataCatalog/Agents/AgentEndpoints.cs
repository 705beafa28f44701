using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Agents;

/// <summary>Agents over HTTP.</summary>
internal static class AgentEndpoints
{
    public static void MapAgents(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Agents");
        group.MapGet("/agents", List).WithName("listAgents").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/agents/{id}", Find).WithName("getAgent").ProducesEntryProblems();
    }

    public static Listing Listing(RecordReader<Agent> agents) =>
        new("agents", LanguageMap.Of("Producteurs et diffuseurs", "Publishers and producers"), agents.Count());

    /// <summary>Lists the agents</summary>
    /// <remarks>
    /// Organisations that publish or produce data, in the order of the identifiers; follow `view.next` until there is none.
    /// </remarks>
    /// <response code="200">One page of agents.</response>
    private static Results<RdfResult<CollectionSchema<AgentSchema>>, ProblemHttpResult> List(
        HttpContext request, Documents documents, RecordReader<Agent> agents, [AsParameters] PageQuery page) =>
        documents.Page<CollectionSchema<AgentSchema>, Agent>(
            request, Listing, agents, page, (mapping, graph, agent) => mapping.Describe(graph, agent));

    /// <summary>Gets an agent</summary>
    /// <remarks>An organisation that publishes or produces data, and how to contact it.</remarks>
    /// <param name="id" example="insee">The agent's identifier.</param>
    /// <response code="200">The agent.</response>
    /// <response code="404">There never was such an agent.</response>
    /// <response code="410">The agent was withdrawn.</response>
    private static Results<RdfResult<AgentSchema>, ProblemHttpResult> Find(Documents documents, RecordReader<Agent> agents, string id)
    {
        if (agents.Find(id) is not { } entry)
        {
            return Entries.Missing("agent", "agents", id, agents.FindTombstone(id));
        }

        return documents.One<Agent, AgentSchema>(entry, (mapping, graph) => mapping.Describe(graph, entry.Record));
    }
}
