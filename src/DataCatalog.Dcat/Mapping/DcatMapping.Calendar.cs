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
        return graph.DescribeRoot(calendar.Address)
            .OfType(Hydra.Collection)
            .Add(DcTerms.Title, Texts(LanguageMap.Of($"Échéances : {name}", $"Due days: {name}")))
            .Add(DcTerms.Spatial, _leaves.Place(graph, calendar.Territory.Id))
            .Add(Hydra.TotalItems, Literal.Of(calendar.Duties.Count))
            .AddList(Hydra.Member, calendar.Duties.Select(dated => Describe(graph, dated)));
    }

    private Node Describe(Graph graph, DatedDuty dated)
    {
        var node = DescribeAnswer(graph, dated.Duty)
            .OfType(Cat(CatTerms.Duty))
            .Add(DcTerms.Title, Texts(dated.Duty.Rule.Title))
            .Add(Cat(CatTerms.LegalReference), Literal.Of(dated.Duty.Rule.Article))
            .Add(Cat(CatTerms.Question), dated.Duty.Questions.Select(code => DescribeCondition(graph, code)));
        return dated.ComesIntoForce ? node.Add(Cat(CatTerms.InForceFrom), Day(dated.Day)) : node;
    }
}
