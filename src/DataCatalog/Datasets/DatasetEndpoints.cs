using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Rdf;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Datasets;

/// <summary>Datasets and their distributions over HTTP.</summary>
internal static class DatasetEndpoints
{
    public static void MapDatasets(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Datasets");
        group.MapGet("/datasets/{id}", Find).WithName("getDataset").ProducesEntryProblems();
        group.MapGet("/distributions/{id}", FindDistribution).WithName("getDistribution").ProducesEntryProblems();
    }

    public static Listing Listing(RecordReader<Dataset> datasets) =>
        new("datasets", LanguageMap.Of("Jeux de données", "Datasets"), datasets.Count());

    /// <summary>Gets a dataset with its distributions</summary>
    /// <remarks>
    /// All known facts of one dataset; unknown ones are left out. The address is the dataset's IRI. With `territory`, distributions whose
    /// address depends on a territory have `readyLinks`: the addresses of the data for it.
    /// </remarks>
    /// <param name="id" example="qualite-eau-robinet">The dataset's identifier.</param>
    /// <param name="territory" example="commune:35238">
    /// The territory of the ready links: a typed code, or the code or the name of a commune (`35238`, `Rennes`).
    /// </param>
    /// <response code="200">The dataset.</response>
    /// <response code="404">There never was such a dataset.</response>
    /// <response code="410">The dataset was withdrawn.</response>
    private static Results<RdfResult<DatasetSchema>, ProblemHttpResult> Find(
        Documents documents, RecordReader<Dataset> datasets, DatasetLinks ready, string id, string? territory)
    {
        if (ready.Read(territory, out var links) is { } fault)
        {
            return fault;
        }

        return datasets.Find(id) is { } entry
            ? documents.One<Dataset, DatasetSchema>(entry, Describe)
            : Entries.Missing("dataset", "datasets", id, datasets.FindTombstone(id));

        Node Describe(DcatMapping mapping, Graph graph)
        {
            var node = mapping.Describe(graph, entry.Record);
            if (links is not null)
            {
                ready.Add(mapping, graph, entry.Record, links);
            }

            return Entries.WithRecord(mapping, graph, node, entry);
        }
    }

    /// <summary>Gets one distribution of a dataset</summary>
    /// <remarks>A distribution is a file or an API of a dataset. `isPartOf` is the dataset.</remarks>
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
        return documents.One<Dataset, DistributionSchema>(
            entry, (mapping, graph) => mapping.DescribeAlone(graph, entry.Record, distribution));
    }
}
