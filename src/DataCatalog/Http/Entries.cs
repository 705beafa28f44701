using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Http;

/// <summary>What the answers about all entries share: the catalogue record, and the errors for missing entries.</summary>
internal static class Entries
{
    /// <summary>Adds the catalogue record of an entry to its document.</summary>
    public static Node WithRecord<T>(DcatMapping mapping, Graph graph, Node node, Entry<T> entry)
        where T : ICuratedRecord =>
        node.Add(
            Foaf.IsPrimaryTopicOf,
            mapping.Describe(graph, (Iri)node.Id, new CatalogRecord(entry.Entered, entry.Changed, entry.Record.Provenance)));

    /// <summary>Returns 410 for a withdrawn entry, so that harvesters can delete it, and 404 for an unknown one.</summary>
    public static ProblemHttpResult Missing(string what, string list, string id, Tombstone? tombstone = null) => tombstone is not null
        ? Problems.Gone(what, tombstone)
        : Problems.NotFound($"There is no {what} '{Shown.Of(id)}'. The list is at '/{Shown.Of(list)}'.");

    /// <summary>Adds the errors of <see cref="Missing"/> to the API description.</summary>
    public static RouteHandlerBuilder ProducesEntryProblems(this RouteHandlerBuilder route) => route
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status410Gone);
}
