using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.Search.Answers;
using DataCatalog.Storage;
using DataCatalog.Territories;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Search;

/// <summary>Lists and searches datasets over HTTP: all of them, or those of a territory.</summary>
internal static class DatasetSearchEndpoints
{
    public static void MapDatasetSearches(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("").WithTags("Search").MapGet("/datasets", List).WithName("listDatasets").BoundAsSearch();
        routes.MapGroup("").WithTags("Territories")
            .MapGet("/territories/{id}/datasets", ListOfTerritory).WithName("listTerritoryDatasets").BoundAsSearch();
    }

    private static RouteHandlerBuilder BoundAsSearch(this RouteHandlerBuilder route) =>
        route.WithCost(Cost.Search).ProducesEntryProblems().WithMetadata(SearchRequest.Sets);

    /// <summary>Lists or searches the datasets</summary>
    /// <remarks>
    /// Lists every dataset in full; with `q` those that have all of its words, best first. `totalItems` counts them on all pages; follow
    /// `view.next` (also in the header `Link`) until there is none. The words are read as French: accents, plurals and elisions do not
    /// matter, and everyday words find the official ones (cantine, restauration scolaire). Words that are true of every dataset (données,
    /// liste, fichier, csv) count only when there is no other. `"a phrase"` is searched as it stands, `-word` excludes, the last word may
    /// be unfinished. When no dataset has all of the words, the answer lists those with the most telling of them (`isRelaxed`), and the
    /// words that none of these has (`leftOut`); `suggestion` corrects the spelling of the question. `highlights` shows where the words
    /// were found.
    ///
    /// Filters may be repeated: an answer matches at least one value of each filter. A filter takes the `code` of a term, publisher or
    /// territory, and also its IRI or another text that answers publish for it. `facets=theme&amp;facets=licence` counts the answers by
    /// value. With one `territory`, distributions have `readyLinks`: the addresses of the data for it.
    ///
    /// Other formats: CSV (`/datasets.csv`), JSON Lines (`/datasets.jsonl`: one dataset per line, without `@context`) and a feed to follow
    /// a search (`/datasets.atom?q=eau`, last changes first). A cursor stays valid while datasets change; in a list ranked by words, it
    /// ends with the next change (410).
    /// </remarks>
    /// <response code="200">One page of datasets.</response>
    /// <response code="404">There is no such page.</response>
    /// <response code="410">The list of this `cursor` has changed.</response>
    private static Results<SearchAnswer, KnownAnswer, ProblemHttpResult> List(
        HttpContext request, SearchPages pages, [AsParameters] SearchRequest query) =>
        pages.Answer(request, query);

    /// <summary>Lists or searches the datasets of a territory</summary>
    /// <remarks>
    /// Lists every dataset on the territory or on a larger one that contains it, and the services that give access to the datasets of the
    /// page (`coveringService`). `territoryCoverage` says at which level each dataset covers the territory and why ("couvre le département
    /// 35 Ille-et-Vilaine, qui contient Rennes"); `inPart` says that the dataset covers only a part of the territory, `notKnown` that
    /// nobody here knows whether it does. What a dataset excepts is left out. Where the producer documents an address, the distribution has
    /// `readyLinks`: the address for this territory, or for one that contains it (`territory`, `name`); `limit` says that it returns a
    /// first page of so many records only, `onlyIf` what must be true for data to be there. All parameters and formats of `/datasets` work
    /// here; `match=within` asks for data on the territory or parts of it. CSV has three more columns: level, reason, ready_links; JSON
    /// Lines and the feed have only the datasets.
    /// </remarks>
    /// <param name="id" example="commune:35238">The typed code; the old code of a commune stands for the present commune.</param>
    /// <response code="200">One page of datasets.</response>
    /// <response code="404">There is no such territory, or no such page.</response>
    /// <response code="410">The territory was withdrawn, or the list of this `cursor` has changed.</response>
    private static Results<SearchAnswer, KnownAnswer, ProblemHttpResult> ListOfTerritory(
        HttpContext request,
        Database database,
        TerritoryAddresses addresses,
        SearchPages pages,
        string id,
        [AsParameters] SearchRequest query)
    {
        var history = database.History;
        return addresses.Read(id, out var named) is { } problem
            ? problem
            : pages.Answer(request, query, new TerritoryScope(new TerritoryCoverage(named.Places, named.Number), history, named.AskedId));
    }
}
