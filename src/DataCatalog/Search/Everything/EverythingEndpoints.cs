using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Search.Everything;

/// <summary>The search through entries of all kinds over HTTP.</summary>
internal static class EverythingEndpoints
{
    public static void MapEverything(this IEndpointRouteBuilder routes) => routes.MapGroup("").WithTags("Search")
        .MapGet("/search", Search).WithName("search").WithCost(Cost.Search)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .WithMetadata(EverythingQuery.Sets);

    /// <summary>Searches entries of all kinds</summary>
    /// <remarks>
    /// One list of datasets, services, rules, models, competences, publishers, licences and access regimes, best first. Each has its
    /// `kind`, its name, a `detail`, and, under `seeAlso`, the search for its datasets; its own address has the rest. An entry whose
    /// identifier, address or name is the question comes first, then those with all of the words in their titles, those with all of the
    /// words, and those with some (`isRelaxed` when there are no others). The kinds are mixed; words such as obligation, délai, API or
    /// schéma bring rules, services or models to the front.
    ///
    /// An address may be that of a dataset here, on data.gouv.fr or on the portal of its publisher, or the address of a file. `facet`
    /// counts the answers by kind. When no dataset has the words, `nearest` says so, and names what is nearest: the competence, rules,
    /// models, national datasets. `highlights` shows where the words were found, for the entries of the page.
    ///
    /// Other formats: CSV (`/search.csv`: up to 1,000 entries a page) and a feed to follow a search (`/search.atom`: the 100 best answers,
    /// last changes first).
    /// </remarks>
    /// <response code="200">One page of entries.</response>
    /// <response code="404">There is no such page.</response>
    private static Results<FoundAnswer, KnownAnswer, ProblemHttpResult> Search(
        HttpContext request, EverythingPages pages, [AsParameters] EverythingQuery query) => pages.Answer(request, query);
}
