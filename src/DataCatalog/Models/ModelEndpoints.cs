using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Models;

/// <summary>Models over HTTP: what local authorities are expected to produce.</summary>
internal static class ModelEndpoints
{
    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Models");
        group.MapGet("/models", List).WithName("listModels").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/models/{id}", Find).WithName("getModel").ProducesEntryProblems();
    }

    public static Listing Listing(ModelStore models) => new("models", LanguageMap.Of("Modèles et obligations", "Models and obligations"), models.Count());

    /// <summary>Lists the models</summary>
    /// <remarks>
    /// What a local authority is expected to publish or send, with the schema to follow and the rule behind it. Models are not
    /// datasets: no harvest carries them.
    /// </remarks>
    /// <param name="request">The request.</param>
    /// <param name="documents">Builds the answer.</param>
    /// <param name="models">The models.</param>
    /// <param name="page" example="1">The page, from 1. Past the last one: 404.</param>
    /// <param name="pageSize" example="20">Models on a page (at most 100 unless the service is set otherwise). More: 400.</param>
    /// <response code="200">One page of models.</response>
    private static Results<RdfResult<CollectionSchema<ModelSchema>>, ProblemHttpResult> List(
        HttpContext request, Documents documents, ModelStore models, int? page, int? pageSize) =>
        documents.Page<CollectionSchema<ModelSchema>>(
            request,
            documents.Version,
            Listing(models),
            new PageQuery(page, pageSize),
            (mapping, graph, offset, limit) => [.. models.List(offset, limit).Select(entry => mapping.Describe(graph, entry.Record))]);

    /// <summary>Gets a model with its obligation</summary>
    /// <remarks>The schema, the legal basis, the thresholds, the deadline and the destination.</remarks>
    /// <param name="documents">Builds the answer.</param>
    /// <param name="models">The models.</param>
    /// <param name="id" example="deliberations">The model's identifier.</param>
    /// <response code="200">The model.</response>
    /// <response code="404">There never was such a model.</response>
    /// <response code="410">The model was withdrawn.</response>
    private static Results<RdfResult<ModelSchema>, ProblemHttpResult> Find(Documents documents, ModelStore models, string id)
    {
        if (models.Find(id) is not { } entry)
        {
            return Entries.Missing("model", "models", id, models.FindTombstone(id));
        }

        return documents.One<Model, ModelSchema>(
            entry, (mapping, graph) => Entries.WithRecord(mapping, graph, mapping.Describe(graph, entry.Record), entry));
    }
}
