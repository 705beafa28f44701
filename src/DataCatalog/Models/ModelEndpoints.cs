using System.ComponentModel.DataAnnotations;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Index.Text;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Models;

/// <summary>Models over HTTP: the data that local authorities are expected to produce.</summary>
internal static class ModelEndpoints
{
    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Models");
        group.MapGet("/models", List).WithName("listModels").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/models/{id}", Find).WithName("getModel").ProducesEntryProblems();
    }

    public static Listing Listing(RecordReader<Model> models) =>
        new("models", LanguageMap.Of("Modèles et obligations", "Models and obligations"), models.Count());

    /// <summary>Lists the models</summary>
    /// <remarks>
    /// A model describes data that a local authority is expected to publish or send: the schema to follow, and links to the rules of law
    /// that concern it (`rules`), which say of whom, by when and where. Models are not datasets: harvesters do not get them. With `q` those
    /// that have all of its words, best first; when none has, those with the most telling of them.
    /// </remarks>
    /// <param name="q" example="délibérations">Words to search for, at most 500 characters.</param>
    /// <param name="identifier" example="[&quot;deliberations&quot;]">
    /// Only these models: identifiers here, or addresses. At most 500 characters.
    /// </param>
    /// <response code="200">One page of models.</response>
    private static Results<RdfResult<CollectionSchema<ModelSchema>>, ProblemHttpResult> List(
        HttpContext request,
        Documents documents,
        RecordReader<Model> models,
        ModelStore store,
        ModelWords finder,
        [MaxLength(TextQuery.MaxLength)] string? q,
        string[]? identifier,
        [AsParameters] PageQuery page) =>
        documents.Page<CollectionSchema<ModelSchema>, Model>(
            request,
            Listing,
            models,
            page,
            new RecordSearch<Model>(
                q,
                TextQuery.MaxLength,
                identifier,
                finder.Find,
                words => LanguageMap.Of($"Modèles trouvés : {words}", $"Models found: {words}")),
            (mapping, graph, model) => mapping.Describe(graph, model, store.RulesOf(model.Id)));

    /// <summary>Gets a model with its obligation</summary>
    /// <remarks>The schema, the kind of obligation with its legal bases, and links to the rules of law that concern the model.</remarks>
    /// <param name="id" example="deliberations">The model's identifier.</param>
    /// <response code="200">The model.</response>
    /// <response code="404">There never was such a model.</response>
    /// <response code="410">The model was withdrawn.</response>
    private static Results<RdfResult<ModelSchema>, ProblemHttpResult> Find(
        Documents documents, RecordReader<Model> models, ModelStore store, string id)
    {
        var version = documents.Version;
        if (models.Find(id) is not { } entry)
        {
            return Entries.Missing("model", "models", id, models.FindTombstone(id));
        }

        return documents.Whole<ModelSchema>(
            version,
            (mapping, graph) => Entries.WithRecord(mapping, graph, mapping.Describe(graph, entry.Record, store.RulesOf(id)), entry));
    }
}
