using DataCatalog.Configuration;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.LegalRules;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Rdf;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Obligations.Rules;

/// <summary>Answers requests for the list of rules, page by page.</summary>
internal sealed class RuleLists(
    CatalogIris iris, CatalogOptions options, References references, RuleBook book, RuleWords words, RuleDuties duties,
    RuleDatasets datasets, DutyQuestions questions)
{
    private static readonly LanguageMap Found = LanguageMap.Of("Règles trouvées", "Rules found");

    public Results<ListResult<CollectionSchema<RuleSchema>>, ProblemHttpResult> Answer(HttpContext context, RuleQuery query)
    {
        if (Negotiation.Choose(context, Lists.Syntaxes, out var chosen) is { } notAcceptable)
        {
            return notAcceptable;
        }

        var asked = questions.Begin();
        var badPage = Paging.Read(query.Page, query.PageSize, cursor: null, LimitsOf(chosen.Syntax), out var page);
        var badFilter = asked.Read(query, out var filter, out var subject);
        if ((badFilter ?? SheetForm.Fault(query.Separator, query.Bom, chosen.Syntax, RuleList.Path) ?? badPage) is { } fault)
        {
            return fault;
        }

        var found = Find(query.Q, filter, subject, asked.Today);
        return Paging.Past(page, page.LastOf(found.Count)) is { } past ? past : Page(context, query, asked, chosen, page, found);
    }

    private IReadOnlyList<ListedRule> Find(string? text, RuleFilter filter, Subject? subject, DateOnly today)
    {
        var known = references.Current;
        List<LegalRule> found = [.. (text is null ? book.Current : words.Find(text)).Where(rule => filter.Includes(rule, known))];
        if (subject is null)
        {
            return [.. found.Select(rule => new ListedRule(rule, Duty: null))];
        }

        var answers = duties.Of(subject, found, today).Where(filter.Includes);
        return [.. (text is null ? RuleDuties.InOrder(answers) : answers).Select(duty => new ListedRule(duty.Rule, duty))];
    }

    private ListResult<CollectionSchema<RuleSchema>> Page(
        HttpContext context, RuleQuery query, DutyQuestion asked, Negotiated chosen, RequestedPage page, IReadOnlyList<ListedRule> found)
    {
        var isSheet = chosen.Syntax == Syntax.Csv;
        var extension = context.Features.Get<AddressExtension>()?.Text ?? (isSheet ? Syntax.Csv.Extension : null);
        string[] form = [.. SheetForm.Queries(query.Separator, query.Bom), PlainJson.LinkOf(context)];
        var links = new PageAddresses(iris, $"{RuleList.Path}{extension}", asked.Query, page, form).Links(page.LastOf(found.Count));
        var collection = iris.At(Listing.AddressOf(RuleList.Path, asked.Query));
        ListedRule[] shown = [.. found.Skip(page.Offset).Take(page.Size)];
        var hasTerritory = query.Territory is not null;
        return new ListResult<CollectionSchema<RuleSchema>>(
            $"{(hasTerritory ? asked.Version : asked.Contents)} {page.Size}",
            chosen,
            () =>
            {
                var graph = new Graph();
                var mapping = new DcatMapping(iris, references.Current);
                graph.DescribeRoot(collection);
                Node[] members = [.. shown.Select(rule => rule.Describe(mapping, graph, datasets))];
                DcatMapping.Describe(
                    graph, new CollectionPage(collection, asked.Query.Length == 0 ? RuleList.Title : Found, found.Count, links), members);
                return graph;
            },
            output =>
            {
                using var sheet = new RuleSheet(
                    iris, references.Current, output, SheetForm.Of(query.Separator, query.Bom), hasTerritory);
                Array.ForEach(shown, sheet.Write);
            },
            links,
            asked.Query.Length == 0 ? "" : $"?{asked.Query}");
    }

    private CountLimits LimitsOf(Syntax syntax) => syntax == Syntax.Csv
        ? new CountLimits(Lists.MaxRows, Lists.MaxRows)
        : new CountLimits(options.PageSize, options.MaxPageSize);
}

/// <summary>A rule in a list.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Duty">What it is for the territory of the list; null when the list has none.</param>
internal sealed record ListedRule(LegalRule Rule, Duty? Duty)
{
    public Node Describe(DcatMapping mapping, Graph graph, RuleDatasets datasets) => Duty is null
        ? mapping.Describe(graph, Rule, datasets.ShownBy(Rule))
        : mapping.DescribeWithRule(graph, Duty, datasets.ShownBy(Rule));
}
