using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Rdf;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.LegalRules;

/// <summary>Rules of law over HTTP.</summary>
internal static class RuleEndpoints
{
    private static readonly LanguageMap Title = LanguageMap.Of(
        "Règles : ce que les textes demandent aux collectivités", "Rules: what the law asks of local authorities");

    public static void MapRules(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Rules");
        group.MapGet("/rules", List).WithName("listRules").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/rules/{id}", Find).WithName("getRule").ProducesEntryProblems();
    }

    public static Listing Listing(RecordReader<LegalRule> rules) =>
        new("rules", Title, rules.Count());

    /// <summary>Lists the rules of law</summary>
    /// <remarks>
    /// What texts ask of local authorities (to publish, send, declare, keep, list, hand over), and what authorities may ask for: to whom
    /// each rule applies, by when, which article says so, and how that was verified. Rules are not datasets: harvesters do not get them.
    /// </remarks>
    /// <response code="200">One page of rules.</response>
    private static Results<RdfResult<CollectionSchema<RuleSchema>>, ProblemHttpResult> List(
        HttpContext request, Documents documents, RecordReader<LegalRule> rules, RecordReader<Dataset> datasets,
        [AsParameters] PageQuery page) =>
        documents.Page<CollectionSchema<RuleSchema>, LegalRule>(
            request, Listing, rules, page, (mapping, graph, rule) => mapping.Describe(graph, rule, ShownBy(rule, datasets)));

    /// <summary>Gets a rule of law</summary>
    /// <remarks>What must be done, by whom and under which conditions, by when, where it goes, and the article.</remarks>
    /// <param name="id" example="liste-deliberations">The rule's identifier.</param>
    /// <response code="200">The rule.</response>
    /// <response code="404">There never was such a rule.</response>
    /// <response code="410">The rule was withdrawn.</response>
    private static Results<RdfResult<RuleSchema>, ProblemHttpResult> Find(
        Documents documents, RecordReader<LegalRule> rules, RecordReader<Dataset> datasets, string id)
    {
        var version = documents.Version;
        if (rules.Find(id) is not { } entry)
        {
            return Entries.Missing("rule", "rules", id, rules.FindTombstone(id));
        }

        return entry.Record.ShownBy.Count > 0
            ? documents.Whole<RuleSchema>(version, Describe)
            : documents.One<LegalRule, RuleSchema>(entry, Describe);

        Node Describe(DcatMapping mapping, Graph graph) =>
            Entries.WithRecord(mapping, graph, mapping.Describe(graph, entry.Record, ShownBy(entry.Record, datasets)), entry);
    }

    private static IEnumerable<Dataset> ShownBy(LegalRule rule, RecordReader<Dataset> datasets) =>
        rule.ShownBy.Select(datasets.Find).OfType<Entry<Dataset>>().Select(entry => entry.Record);
}
