using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Territories;

/// <summary>Territories over HTTP.</summary>
internal static class TerritoryEndpoints
{
    public static void MapTerritories(this IEndpointRouteBuilder routes) => routes.MapGroup("").WithTags("Territories")
        .MapGet("/territories/{id}", Find).WithName("getTerritory").ProducesEntryProblems();

    /// <summary>Gets a territory</summary>
    /// <remarks>
    /// A commune, an intermunicipal body, a département, a region or France, with the territories that directly contain it. The code
    /// is typed, since one code may name a département and a region.
    /// </remarks>
    /// <param name="documents">Builds the answer.</param>
    /// <param name="territories">The territories.</param>
    /// <param name="id" example="commune:35238">The typed code: `commune:35238`, `epci:243500139`, `departement:35`, `region:53`, `country:FRA`.</param>
    /// <response code="200">The territory.</response>
    /// <response code="404">There is no such territory.</response>
    /// <response code="410">The territory was withdrawn.</response>
    private static Results<RdfResult<TerritorySchema>, ProblemHttpResult> Find(Documents documents, TerritoryStore territories, string id)
    {
        if (territories.Find(id) is not { } entry)
        {
            return territories.FindTombstone(id) is { } tombstone
                ? Problems.Gone("territory", tombstone)
                : Problems.NotFound($"There is no territory '{id}'. Codes are typed: {string.Join(", ", Territory.Kinds.Select(kind => $"{kind}:…"))}.");
        }

        return documents.One<Territory, TerritorySchema>(entry, (mapping, graph) => mapping.Describe(graph, entry.Record));
    }
}
