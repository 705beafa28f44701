using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Storage;
using DataCatalog.Territories;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Obligations;

/// <summary>Mappings of the data of territories over HTTP.</summary>
internal static class MappingEndpoints
{
    public static void MapTerritoryMappings(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/territories/{id}").WithTags("Territories");
        group.MapGet("/mapping", Find).WithName("getMapping").WithCost(Cost.Search).ProducesEntryProblems();
    }

    /// <summary>Maps the data of a territory</summary>
    /// <remarks>
    /// For each group of competences and each competence: the number of the territory's own datasets (local authorities produce them, and
    /// they name the territory), the number of other datasets that cover it (`countOfOthers`), and who usually holds the competence. Then
    /// each model of data that an authority is expected to produce, with its legal basis, its schema, and a commune that publishes it: in
    /// `assessment` when it is an obligation, otherwise in `goodPractice`.
    ///
    /// `obligationStatus` is the first of these that applies: `not-applicable` (population below the threshold); `found` (one of the
    /// territory's own datasets, or one of its files, names the model's schema); `covered-nationally` (another dataset that covers the
    /// territory names it, its publisher is not a local authority, and it is not known to be partial); `undetermined` (`comment` has the
    /// reason: another authority may hold the competence, staff or population is unknown, the model has no schema, or the territory has
    /// datasets of the same competence without a known schema); `not-found` in this catalogue, which does not claim to know everything. The
    /// catalogue knows who holds a competence for communes and their groupings (EPCI) only; at other levels an obligation is `found`,
    /// `not-applicable` or `undetermined`. A country, a former commune and an arrondissement have no obligations; `comment` says so, and
    /// `seeAlso` is the mapping of the commune.
    ///
    /// `coveragePercent` = 100 × (found + covered nationally) / (found + covered nationally + not found), rounded down; absent when the
    /// divisor is 0. It does not count obligations that are not applicable or undetermined, nor good practice. It measures the catalogue,
    /// not the authority.
    /// </remarks>
    /// <param name="id" example="commune:35238">The typed code; an old code stands for the present territory, with `resolvedFrom`.</param>
    /// <param name="competence" example="deliberations">
    /// Only this competence, or this group of competences: the totals then count only what is shown.
    /// </param>
    /// <response code="200">The mapping.</response>
    /// <response code="404">There is no such territory.</response>
    /// <response code="410">The territory was withdrawn.</response>
    private static Results<RdfResult<TerritoryMappingSchema>, ProblemHttpResult> Find(
        Documents documents, TerritoryAddresses addresses, References references, TerritoryMappings mappings, string id, string? competence)
    {
        var version = documents.Version;
        string[]? competences = competence is null ? null : [competence];
        if (new ParameterReader().Codes("competence", competences, Schemes.Competences, references.Current, out var codes) is { } unknown)
        {
            return unknown;
        }

        if (addresses.Read(id, out var named) is { } problem)
        {
            return problem;
        }

        return documents.Whole<TerritoryMappingSchema>(
            version, (mapping, graph) => mapping.Describe(graph, mappings.Of(named, codes.Count == 0 ? null : codes[0])));
    }
}
