using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.Search.Answers;
using DataCatalog.Storage;
using DataCatalog.Territories;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Search;

/// <summary>Lists and searches of datasets over HTTP: of all, and of a territory.</summary>
internal static class DatasetSearchEndpoints
{
    public static void MapDatasetSearches(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("").WithTags("Search").MapGet("/datasets", List).WithName("listDatasets").BoundAsSearch();
        routes.MapGroup("").WithTags("Territories").MapGet("/territories/{id}/datasets", ListOfTerritory).WithName("listTerritoryDatasets").BoundAsSearch();
    }

    private static RouteHandlerBuilder BoundAsSearch(this RouteHandlerBuilder route) => route.WithCost(Cost.Search).ProducesEntryProblems().WithMetadata(SearchRequest.Sets);

    /// <summary>Lists or searches the datasets</summary>
    /// <remarks>
    /// Every dataset in full; with `q` those that have all of its words, best first. `totalItems` counts them all; follow `view.next` (also in the header `Link`) until
    /// there is none. Words are taken as French: accents, plurals, elisions do not matter, and everyday words find the official ones (cantine, restauration
    /// scolaire). `"a phrase"` stands as it is, `-word` is unwanted, the last word may be unfinished. When no dataset has all of the words, the answer has those with
    /// some, and says so (`isRelaxed`); `suggestion` is the question as it was probably meant. `highlights` shows where the words were found.
    ///
    /// Filters may be repeated: the values of one are alternatives, different ones narrow each other. `facets=theme&amp;facets=licence` counts the answers by value.
    ///
    /// Besides the graphs there are a sheet (`/datasets.csv`), JSON Lines (`/datasets.jsonl`: a dataset a line, without `@context`) and a feed to follow
    /// a search (`/datasets.atom?q=eau`, the last changes first). A cursor holds while datasets come and go; one in a list ranked by words ends with the next change (410).
    /// </remarks>
    /// <response code="200">One page of datasets.</response>
    /// <response code="404">There is no such page.</response>
    /// <response code="410">The list that `cursor` is of has changed.</response>
    private static Results<SearchAnswer, KnownAnswer, ProblemHttpResult> List(HttpContext request, SearchPages pages, [AsParameters] SearchRequest query) =>
        pages.Answer(request, query);

    /// <summary>Lists or searches the datasets of a territory</summary>
    /// <remarks>
    /// Every dataset that covers the territory, of itself or of a larger one, and the services that give access to those of the page (`coveringService`). `territoryCoverage` says of
    /// each dataset at which level it does and why ("couvre le département 35 Ille-et-Vilaine, qui contient Rennes"), and has the ready address for this territory (`readyLink`)
    /// where its producer documents one. All parameters and syntaxes of `/datasets`; `match=within` asks for data on the territory or parts of it. The sheet has
    /// three columns more: level, reason, ready_links; lines and feed have the datasets alone.
    /// </remarks>
    /// <param name="id" example="commune:35238">The typed code; the old code of a commune gives the present one.</param>
    /// <response code="200">One page of datasets.</response>
    /// <response code="404">There is no such territory, or no such page.</response>
    /// <response code="410">The territory was withdrawn, or the list that `cursor` is of has changed.</response>
    private static Results<SearchAnswer, KnownAnswer, ProblemHttpResult> ListOfTerritory(
        HttpContext request, Database database, TerritoryAddresses addresses, SearchPages pages, string id, [AsParameters] SearchRequest query)
    {
        var history = database.History;
        return addresses.Read(id, out var named) is { } problem
            ? problem
            : pages.Answer(request, query, new TerritoryScope(new TerritoryCoverage(named.Map, named.Number), history, named.AskedId));
    }
}
