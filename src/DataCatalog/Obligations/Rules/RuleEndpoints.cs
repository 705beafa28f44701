using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.LegalRules;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Rdf;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Obligations.Rules;

/// <summary>Rules of law over HTTP, by themselves or as they concern a territory.</summary>
internal static class RuleEndpoints
{
    public static void MapRules(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Rules");
        group.MapGet("/rules", List).WithName("listRules").WithCost(Cost.Search).ProducesEntryProblems().WithMetadata(RuleQuery.AllSets);
        group.MapGet("/rules/{id}", Find).WithName("getRule").WithCost(Cost.Search).ProducesEntryProblems()
            .WithMetadata(StatementQuery.Sets);
    }

    /// <summary>Lists or searches the rules of law</summary>
    /// <remarks>
    /// What texts ask of local authorities (to publish, send, declare, keep, list, hand over), and what authorities may ask for: to whom
    /// each rule applies, by when, which article says so, and how that was verified. Rules are not datasets: harvesters do not get them.
    ///
    /// With `territory` each rule says in `duty` whether it applies there and why, what this catalogue sees, when it is next due, where
    /// anyone can check it, and another authority that did it; those that apply come first, due soonest first. `staff`, `has` and `hasNot`
    /// answer the questions on which rules depend. Filters combine and stay in the links. `/rules.csv` is the same as a table.
    /// </remarks>
    /// <response code="200">One page of rules.</response>
    /// <response code="404">There is no such page.</response>
    private static Results<ListResult<RuleCollectionSchema>, KnownAnswer, ProblemHttpResult> List(
        HttpContext request, RuleLists lists, [AsParameters] RuleQuery query) => lists.Answer(request, query);

    /// <summary>Gets a rule of law</summary>
    /// <remarks>
    /// What must be done, by whom and under which conditions, by when, where it goes, and the article. With `territory` also whether it
    /// applies there and why, what this catalogue sees, and what to do next (`duty`); `staff`, `has` and `hasNot` answer its questions.
    /// </remarks>
    /// <param name="id" example="liste-deliberations">The rule's identifier.</param>
    /// <param name="territory" example="commune:35238">The typed code of a territory.</param>
    /// <response code="200">The rule.</response>
    /// <response code="404">There never was such a rule.</response>
    /// <response code="410">The rule was withdrawn.</response>
    private static Results<RdfResult<RuleSchema>, ProblemHttpResult> Find(
        Documents documents,
        RecordReader<LegalRule> rules,
        DutyQuestions questions,
        RuleDuties duties,
        RuleDatasets datasets,
        string id,
        string? territory,
        [AsParameters] StatementQuery statements)
    {
        var asked = questions.Begin();
        if (asked.Read(territory, statements, out var subject) is { } fault)
        {
            return fault;
        }

        if (rules.Find(id) is not { } entry)
        {
            return Entries.Missing("rule", "rules", id, rules.FindTombstone(id));
        }

        return subject is not null
            ? documents.Whole<RuleSchema>(asked.Version, (mapping, graph) => WithRecord(
                mapping, graph, mapping.DescribeWithRule(
                    graph,
                    duties.Of(subject, [entry.Record], asked.Today)[0],
                    ShownBy(),
                    (subject.Statements.Said, subject.Named.AskedId))))
            : entry.Record.ShownBy.Count > 0 ? documents.Whole<RuleSchema>(asked.Contents, DescribeAlone)
            : documents.One<LegalRule, RuleSchema>(entry, DescribeAlone);

        Node DescribeAlone(DcatMapping mapping, Graph graph) =>
            WithRecord(mapping, graph, mapping.Describe(graph, entry.Record, ShownBy()));

        Node WithRecord(DcatMapping mapping, Graph graph, Node node) => Entries.WithRecord(mapping, graph, node, entry);

        IEnumerable<Dataset> ShownBy() => datasets.ShownBy(entry.Record);
    }
}
