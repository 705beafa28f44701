using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Storage;
using DataCatalog.Territories;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Obligations;

/// <summary>Mappings of territories over HTTP.</summary>
internal static class MappingEndpoints
{
    public static void MapTerritoryMappings(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/territories/{id}").WithTags("Territories");
        group.MapGet("/mapping", Find).WithName("getMapping").WithCost(Cost.Search).ProducesEntryProblems();
    }

    /// <summary>Maps the data of a territory</summary>
    /// <remarks>
    /// By group of competences and competence: how many datasets the territory has itself (local authorities produce them, and they name it), how many others cover
    /// it (`countOfOthers`), and who usually holds the competence. Then each model of what an authority is expected to produce: with an
    /// obligation behind it in `assessment`, without in `goodPractice`, with its legal basis, deadline, schema, destination, and a commune that did it.
    ///
    /// `obligationStatus` is the first that holds: `not-applicable` (population below the threshold); `found` (a dataset of the territory, or one
    /// of its files, names the model's schema); `covered-nationally` (a dataset of others that covers the territory does, its publisher is no local authority, and it
    /// is not known to be partial); `undetermined` (the reason is in `comment`: the competence may be another's, staff or population is not known,
    /// there is no schema to go by, or the territory has datasets of the same competence without one); `not-found` in this catalogue, which does
    /// not claim to know everything. Competences are judged for communes and their groupings (EPCI); at other levels only what is found is said.
    /// A country, a former commune and an arrondissement have no obligations; `comment` says so, and `seeAlso` is the mapping of the commune.
    ///
    /// `coveragePercent` = 100 × (found + covered nationally) / (found + covered nationally + not found), rounded down; left out when the
    /// latter is 0. What does not apply or cannot be told is in neither number, and good practice in none. It measures the catalogue, not the authority.
    /// </remarks>
    /// <param name="id" example="commune:35238">The typed code; an old one gives the present territory, with `resolvedFrom`.</param>
    /// <param name="competence" example="deliberations">Only this competence, or group of them: the totals are then of what is shown.</param>
    /// <response code="200">The mapping.</response>
    /// <response code="404">There is no such territory.</response>
    /// <response code="410">The territory was withdrawn.</response>
    private static Results<RdfResult<TerritoryMappingSchema>, ProblemHttpResult> Find(
        Documents documents, TerritoryAddresses addresses, References references, TerritoryMappings mappings, string id, string? competence)
    {
        var version = documents.Version;
        string[]? competences = competence is null ? null : [competence];
        if (new ParameterReader().Codes("competence", competences, Schemes.Competences, references.Current) is { } unknown)
        {
            return unknown;
        }

        if (addresses.Read(id, out var named) is { } problem)
        {
            return problem;
        }

        return documents.Whole<TerritoryMappingSchema>(version, (mapping, graph) => mapping.Describe(graph, mappings.Of(named, competence)));
    }
}
