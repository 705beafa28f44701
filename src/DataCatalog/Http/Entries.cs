using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Http;

/// <summary>What all entries of the catalogue share: a record, and an answer when they are not there.</summary>
internal static class Entries
{
    /// <summary>Adds the catalogue record of an entry to its document.</summary>
    public static Node WithRecord<T>(DcatMapping mapping, Graph graph, Node node, Entry<T> entry)
        where T : ICuratedRecord =>
        node.Add(Foaf.IsPrimaryTopicOf, mapping.Describe(graph, (Iri)node.Id, new CatalogRecord(entry.Entered, entry.Changed, entry.Record.Provenance)));

    /// <summary>410 for what was withdrawn, so that harvesters delete it knowingly; 404 for what never was.</summary>
    public static ProblemHttpResult Missing(string what, string list, string id, Tombstone? tombstone = null) => tombstone is not null
        ? Problems.Gone(what, tombstone)
        : Problems.NotFound($"There is no {what} '{Shown.Of(id)}'. The list is at '/{Shown.Of(list)}'.");

    /// <summary>Documents the answers of <see cref="Missing"/>.</summary>
    public static RouteHandlerBuilder ProducesEntryProblems(this RouteHandlerBuilder route) => route
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status410Gone);
}
