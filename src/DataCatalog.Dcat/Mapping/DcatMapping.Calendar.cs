using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Maps the dated duties of a territory to a list.</summary>
public sealed partial class DcatMapping
{
    public Node Describe(Graph graph, TerritoryCalendar calendar)
    {
        var name = calendar.Territory.Name;
        var node = graph.DescribeRoot(calendar.Address)
            .OfType(Hydra.Collection)
            .Add(DcTerms.Title, Texts(LanguageMap.Of($"Échéances : {name}", $"Due days: {name}")))
            .Add(DcTerms.Spatial, _leaves.Place(graph, calendar.Territory.Id))
            .Add(Rdfs.Comment, Texts(calendar.Remark))
            .Add(Rdfs.SeeAlso, calendar.Authority);
        DescribeSaid(node, calendar.Said, calendar.ResolvedFrom);
        return node.Add(Hydra.TotalItems, Literal.Of(calendar.Duties.Count))
            .AddList(Hydra.Member, calendar.Duties.Select(dated => Describe(graph, dated)));
    }

    private Node Describe(Graph graph, DatedDuty dated)
    {
        var rule = dated.Duty.Rule;
        var node = DescribeAnswer(graph, dated.Duty, dated.ComesIntoForce ? null : dated.Day)
            .OfType(Cat(CatTerms.Duty))
            .Add(DcTerms.Title, Texts(rule.Title))
            .Add(Cat(CatTerms.LegalReference), Literal.Of(rule.Article))
            .Add(Cat(CatTerms.DeadlineText), Texts(DeadlineWords.Of(rule.Deadline)))
            .Add(Cat(CatTerms.DeadlineNote), Texts(rule.Deadline.Note))
            .Add(Cat(CatTerms.SentTo), Texts(rule.Destination))
            .Add(Cat(CatTerms.Question), dated.Duty.Questions.Select(code => DescribeCondition(graph, code)));
        return dated.ComesIntoForce ? node.Add(Cat(CatTerms.InForceFrom), Day(dated.Day)) : node;
    }
}
