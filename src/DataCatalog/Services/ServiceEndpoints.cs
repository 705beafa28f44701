using System.ComponentModel.DataAnnotations;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Index.Text;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Services;

/// <summary>Data services over HTTP.</summary>
internal static class ServiceEndpoints
{
    public static void MapServices(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Services");
        group.MapGet("/services", List).WithName("listServices").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/services/{id}", Find).WithName("getService").ProducesEntryProblems();
    }

    public static Listing Listing(RecordReader<DataService> services) =>
        new("services", LanguageMap.Of("Services de données", "Data services"), services.Count());

    /// <summary>Lists the data services</summary>
    /// <remarks>
    /// Every API in full, in the order of the identifiers; follow `view.next` until there is none. With `q` those that have all of its
    /// words, best first; when none has, those with the most telling of them.
    /// </remarks>
    /// <param name="q" example="adresse">Words to search for, at most 500 characters.</param>
    /// <param name="identifier" example="[&quot;hubeau-eau-potable&quot;]">
    /// Only these services: identifiers here or on another platform, or addresses of their pages. At most 500 characters.
    /// </param>
    /// <response code="200">One page of services.</response>
    private static Results<RdfResult<CollectionSchema<DataServiceSchema>>, ProblemHttpResult> List(
        HttpContext request,
        Documents documents,
        RecordReader<DataService> services,
        ServiceWords finder,
        [MaxLength(TextQuery.MaxLength)] string? q,
        string[]? identifier,
        [AsParameters] PageQuery page) =>
        documents.Page<CollectionSchema<DataServiceSchema>, DataService>(
            request,
            Listing,
            services,
            page,
            new RecordSearch<DataService>(
                q,
                TextQuery.MaxLength,
                identifier,
                finder.Find,
                words => LanguageMap.Of($"Services de données trouvés : {words}", $"Data services found: {words}")),
            (mapping, graph, service) => mapping.Describe(graph, service));

    /// <summary>Gets a data service</summary>
    /// <remarks>An API, the datasets that it serves, who may use it and how to ask for access.</remarks>
    /// <param name="id" example="hubeau-eau-potable">The service's identifier.</param>
    /// <response code="200">The service.</response>
    /// <response code="404">There never was such a service.</response>
    /// <response code="410">The service was withdrawn.</response>
    private static Results<RdfResult<DataServiceSchema>, ProblemHttpResult> Find(
        Documents documents, RecordReader<DataService> services, string id)
    {
        if (services.Find(id) is not { } entry)
        {
            return Entries.Missing("service", "services", id, services.FindTombstone(id));
        }

        return documents.One<DataService, DataServiceSchema>(
            entry, (mapping, graph) => Entries.WithRecord(mapping, graph, mapping.Describe(graph, entry.Record), entry));
    }
}
