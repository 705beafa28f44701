using System.Globalization;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Datasets;

/// <summary>Datasets and their distributions over HTTP.</summary>
internal static class DatasetEndpoints
{
    public static void MapDatasets(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Datasets");
        group.MapGet("/datasets", List).WithName("listDatasets").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/datasets/{id}", Find).WithName("getDataset").ProducesEntryProblems();
        group.MapGet("/distributions/{id}", FindDistribution).WithName("getDistribution").ProducesEntryProblems();
    }

    public static Listing Listing(DatasetStore datasets) => new("datasets", LanguageMap.Of("Jeux de données", "Datasets"), datasets.Count());

    /// <summary>Lists or searches the datasets</summary>
    /// <remarks>
    /// Every dataset in full, in the order of the identifiers; with `q` those that have all of its words, best first. `totalItems` counts them all; follow
    /// `view.next` until there is none. Words are taken as French: accents, plurals, elisions do not matter, and everyday words find the official
    /// ones (cantine, restauration scolaire). `"a phrase"` stands as it is, `-word` is unwanted, the last word may be unfinished. When no dataset
    /// has all of the words, the answer has those with some, and says so (`isRelaxed`).
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <param name="documents">Builds the answer.</param>
    /// <param name="datasets">The datasets.</param>
    /// <param name="search">Finds datasets by words.</param>
    /// <param name="q" example="eau potable">Words to look for, at most 500 characters.</param>
    /// <param name="page" example="1">The page, from 1. Past the last one: 404.</param>
    /// <param name="pageSize" example="20">Datasets on a page; the default and the maximum are settings of this service (20 and 100 unless changed). More: 400.</param>
    /// <response code="200">One page of datasets.</response>
    private static Results<RdfResult<CollectionSchema<DatasetSchema>>, ProblemHttpResult> List(
        HttpContext request, Documents documents, DatasetStore datasets, SearchStore search, string? q, int? page, int? pageSize)
    {
        var version = documents.Version;
        if (q is null)
        {
            return documents.Page<CollectionSchema<DatasetSchema>>(
                request,
                version,
                Listing(datasets),
                new PageQuery(page, pageSize),
                (mapping, graph, offset, limit) => [.. datasets.List(offset, limit).Select(entry => mapping.Describe(graph, entry.Record))]);
        }

        if (q.Length > TextQuery.Longest)
        {
            return Problems.BadQuery("q", string.Create(CultureInfo.InvariantCulture, $"'q' has {q.Length} characters; expected at most {TextQuery.Longest}."));
        }

        var found = search.Find(q);
        return documents.Page<CollectionSchema<DatasetSchema>>(
            request,
            version,
            new Listing("datasets", LanguageMap.Of("Jeux de données trouvés", "Datasets found"), found.Ids.Count, $"q={Uri.EscapeDataString(q)}", found.IsRelaxed),
            new PageQuery(page, pageSize),
            (mapping, graph, offset, limit) =>
                [.. datasets.Find([.. found.Ids.Skip(offset).Take(limit)]).Select(entry => mapping.Describe(graph, entry.Record))]);
    }

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
            return Entries.Missing("distribution", "datasets", id, datasets.FindTombstoneOfDistribution(id));
        }

        var distribution = entry.Record.Distributions.Single(candidate => string.Equals(candidate.Id, id, StringComparison.Ordinal));
        return documents.One<Dataset, DistributionSchema>(entry, (mapping, graph) => mapping.DescribeAlone(graph, entry.Record, distribution));
    }
}
