using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Series;

/// <summary>Dataset series over HTTP.</summary>
internal static class SeriesEndpoints
{
    public static void MapSeries(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Series");
        group.MapGet("/series", List).WithName("listSeries").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/series/{id}", Find).WithName("getSeries").ProducesEntryProblems();
    }

    public static Listing Listing(RecordReader<DatasetSeries> series) =>
        new("series", LanguageMap.Of("Séries de jeux de données", "Dataset series"), series.Count());

    /// <summary>Lists the series</summary>
    /// <remarks>Every series with its editions, in the order of the identifiers; follow `view.next` until there is none.</remarks>
    /// <response code="200">One page of series.</response>
    private static Results<RdfResult<CollectionSchema<DatasetSeriesSchema>>, ProblemHttpResult> List(
        HttpContext request,
        Documents documents,
        RecordReader<DatasetSeries> series,
        DatasetStore datasets,
        [AsParameters] PageQuery page) =>
        documents.Page<CollectionSchema<DatasetSeriesSchema>, DatasetSeries>(
            request,
            Listing,
            series,
            page,
            (mapping, graph, one) => mapping.Describe(graph, one, datasets.IdsInSeries(one.Id)));

    /// <summary>Gets a series with its editions</summary>
    /// <remarks>A series groups datasets that are editions of one another, such as yearly files.</remarks>
    /// <param name="id" example="resultats-elections">The series' identifier.</param>
    /// <response code="200">The series.</response>
    /// <response code="404">There never was such a series.</response>
    /// <response code="410">The series was withdrawn.</response>
    private static Results<RdfResult<DatasetSeriesSchema>, ProblemHttpResult> Find(
        Documents documents, RecordReader<DatasetSeries> series, DatasetStore datasets, string id)
    {
        var version = documents.Version;
        if (series.Find(id) is not { } entry)
        {
            return Entries.Missing("series", "series", id, series.FindTombstone(id));
        }

        return documents.Whole<DatasetSeriesSchema>(version, (mapping, graph) =>
            Entries.WithRecord(mapping, graph, mapping.Describe(graph, entry.Record, datasets.IdsInSeries(id)), entry));
    }
}
