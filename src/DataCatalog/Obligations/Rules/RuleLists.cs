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
    RuleDatasets datasets, DutyQuestions questions, Representation representation)
{
    private static readonly LanguageMap Found = LanguageMap.Of("Règles trouvées", "Rules found");

    public Results<ListResult<RuleCollectionSchema>, KnownAnswer, ProblemHttpResult> Answer(HttpContext context, RuleQuery query)
    {
        if (Negotiation.Choose(context, PageForm.SyntaxesAt(context, Lists.Syntaxes), out var chosen) is { } notAcceptable)
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

        var version = $"{(subject is null ? asked.Contents : asked.Version)} {page.Size}";
        if (representation.IsKnown(context, version, chosen.Syntax))
        {
            return new KnownAnswer(version, chosen);
        }

        var found = Find(query.Q, filter, subject, asked.Today);
        return Paging.Past(page, page.LastOf(found.Count)) is { } past
            ? past
            : Page(context, new Asked(query, asked, subject, chosen, page, version), found);
    }

    private IReadOnlyList<ListedRule> Find(string? text, RuleFilter filter, Subject? subject, DateOnly today)
    {
        var known = references.Current;
        var rules = string.IsNullOrEmpty(text) ? book.Current : words.Find(text);
        List<LegalRule> found = [.. rules.Where(rule => filter.Includes(rule, known))];
        if (subject is null)
        {
            return [.. found.Select(rule => new ListedRule(rule, Duty: null))];
        }

        var answers = duties.Of(subject, found, today).Where(filter.Includes);
        return [.. (string.IsNullOrEmpty(text) ? RuleDuties.InOrder(answers) : answers).Select(duty => new ListedRule(duty.Rule, duty))];
    }

    private ListResult<RuleCollectionSchema> Page(HttpContext context, Asked asked, IReadOnlyList<ListedRule> found)
    {
        var (query, filters, chosen, page) = (asked.Query, asked.Question.Query, asked.Chosen, asked.Page);
        var extension = context.Features.Get<AddressExtension>()?.Text ?? (chosen.Syntax == Syntax.Csv ? Syntax.Csv.Extension : null);
        string[] form = [.. SheetForm.Queries(query.Separator, query.Bom), PlainJson.LinkOf(context)];
        var links = new PageAddresses(iris, $"{RuleList.Path}{extension}", filters, page, form).Links(page.LastOf(found.Count));
        var list = new Listing(RuleList.Path, filters.Length == 0 ? RuleList.Title : Found, found.Count, filters);
        ListedRule[] shown = [.. found.Skip(page.Offset).Take(page.Size)];
        return new ListResult<RuleCollectionSchema>(
            asked.Version,
            chosen,
            () => Describe(list, links, shown, asked.Subject),
            output =>
            {
                using var sheet = new RuleSheet(
                    iris, references.Current, output, SheetForm.Of(query.Separator, query.Bom), asked.Subject is not null);
                Array.ForEach(shown, sheet.Write);
            },
            links,
            filters.Length == 0 ? "" : $"?{filters}");
    }

    private Graph Describe(Listing list, PageLinks links, ListedRule[] shown, Subject? subject)
    {
        var graph = new Graph();
        var mapping = new DcatMapping(iris, references.Current);
        var collection = iris.At(Listing.AddressOf(list.Path, list.Filter));
        var node = graph.DescribeRoot(collection);
        if (subject is not null)
        {
            mapping.DescribeSaid(node, subject.Statements.Said, subject.Named.AskedId);
        }

        Node[] members = [.. shown.Select(rule => rule.Describe(mapping, graph, datasets))];
        DcatMapping.Describe(graph, new CollectionPage(collection, list.Title, list.Total, links), members);
        return graph;
    }

    private sealed record Asked(
        RuleQuery Query, DutyQuestion Question, Subject? Subject, Negotiated Chosen, RequestedPage Page, string Version);

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
