using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Search;
using DataCatalog.Search.Answers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Datasets;

/// <summary>Datasets and their distributions over HTTP.</summary>
internal static class DatasetEndpoints
{
    public static void MapDatasets(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("").WithTags("Search").MapGet("/datasets", List).WithName("listDatasets").WithCost(Cost.Search).ProducesEntryProblems().WithMetadata(SearchRequest.Sets);
        var group = routes.MapGroup("").WithTags("Datasets");
        group.MapGet("/datasets/{id}", Find).WithName("getDataset").ProducesEntryProblems();
        group.MapGet("/distributions/{id}", FindDistribution).WithName("getDistribution").ProducesEntryProblems();
    }

    public static Listing Listing(DatasetStore datasets) => new("datasets", LanguageMap.Of("Jeux de données", "Datasets"), datasets.Count());

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
    /// <param name="request">The request.</param>
    /// <param name="pages">Builds the answer.</param>
    /// <param name="query">What is asked.</param>
    /// <response code="200">One page of datasets.</response>
    /// <response code="404">There is no such page.</response>
    /// <response code="410">The list that `cursor` is of has changed.</response>
    private static Results<SearchAnswer, ProblemHttpResult> List(HttpContext request, SearchPages pages, [AsParameters] SearchRequest query) =>
        pages.Answer(request, query);

    /// <summary>Gets a dataset with its distributions</summary>
    /// <remarks>Everything that is known of one dataset; what is not known is left out. The address is the dataset's IRI.</remarks>
    /// <param name="documents">Builds the answer.</param>
    /// <param name="datasets">The datasets.</param>
    /// <param name="id" example="qualite-eau-robinet">The dataset's identifier.</param>
    /// <response code="200">The dataset.</response>
    /// <response code="404">There never was such a dataset.</response>
    /// <response code="410">The dataset was withdrawn.</response>
    private static Results<RdfResult<DatasetSchema>, ProblemHttpResult> Find(Documents documents, DatasetStore datasets, string id)
    {
        if (datasets.Find(id) is not { } entry)
        {
            return Entries.Missing("dataset", "datasets", id, datasets.FindTombstone(id));
        }

        return documents.One<Dataset, DatasetSchema>(
            entry, (mapping, graph) => Entries.WithRecord(mapping, graph, mapping.Describe(graph, entry.Record), entry));
    }

    /// <summary>Gets one distribution of a dataset</summary>
    /// <remarks>One file or API of a dataset. `isPartOf` is the dataset.</remarks>
    /// <param name="documents">Builds the answer.</param>
    /// <param name="datasets">The datasets.</param>
    /// <param name="id" example="qualite-eau-robinet-1">The distribution's identifier.</param>
    /// <response code="200">The distribution.</response>
    /// <response code="404">There never was such a distribution.</response>
    /// <response code="410">Its dataset was withdrawn.</response>
    private static Results<RdfResult<DistributionSchema>, ProblemHttpResult> FindDistribution(
        Documents documents, DatasetStore datasets, string id)
    {
        if (datasets.FindByDistribution(id) is not { } entry)
        {
            return datasets.FindTombstoneOfDistribution(id) is { } tombstone
                ? Problems.GoneWith($"distribution '{id}'", "dataset", tombstone)
                : Entries.Missing("distribution", "datasets", id);
        }

        var distribution = entry.Record.Distributions.Single(candidate => string.Equals(candidate.Id, id, StringComparison.Ordinal));
        return documents.One<Dataset, DistributionSchema>(entry, (mapping, graph) => mapping.DescribeAlone(graph, entry.Record, distribution));
    }
}
