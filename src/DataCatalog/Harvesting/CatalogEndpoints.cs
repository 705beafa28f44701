using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.OpenApi;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Harvesting;

/// <summary>The whole catalogue over HTTP, page by page.</summary>
internal static class CatalogEndpoints
{
    public static void MapCatalogPages(this IEndpointRouteBuilder routes) => routes.MapGroup("").WithTags("Harvesting")
        .MapGet("/catalog", Page).WithName("getCatalog").WithCost(Cost.Page).ProducesProblem(StatusCodes.Status404NotFound)
        .WithMetadata(new RequestRate.NotCounted())
        .WithMetadata(new ClosedSet("lang", HarvestQuery.Languages))
        .WithMetadata(new UsualValue("pageSize", CatalogPages.MaxPageSize), AlwaysWhole("view", "summary"), AlwaysWhole("fields", "title"));

    public static Listing Listing(RecordReader<Dataset> datasets) =>
        new("catalog", LanguageMap.Of("Catalogue entier, pour moissonner", "Whole catalogue, for harvesters"), datasets.Count());

    /// <summary>Lists the whole catalogue for harvesters</summary>
    /// <remarks>
    /// Give harvesters `/catalog.jsonld`, `/catalog.ttl` or `/catalog.rdf`. Datasets come first, then series, then services, each kind on
    /// pages of its own; follow `view.next` until there is none. `totalItems` counts the datasets of all pages. An entry that exists
    /// throughout the walk is listed exactly once, whatever changes meanwhile. Filters and
    /// `lang` combine and stay in the links. GeoNetwork reads one address only: `/dumps/catalog-geonetwork.rdf`.
    /// </remarks>
    /// <response code="200">A page of the catalogue.</response>
    /// <response code="404">There is no such page.</response>
    private static Results<RdfResult<CatalogPageSchema>, ProblemHttpResult> Page(
        HttpContext request, CatalogPages pages, [AsParameters] HarvestQuery query) =>
        pages.Page(query, request.Features.Get<AddressExtension>()?.Text);

    private static QueryGate.NotHere AlwaysWhole(string parameter, string value) => new(
        parameter,
        $"'{parameter}' is not for '/catalog', which always has whole entries: harvesters delete what they no longer see."
        + $" Take '/datasets.json?{parameter}={value}', or leave it out.");
}
