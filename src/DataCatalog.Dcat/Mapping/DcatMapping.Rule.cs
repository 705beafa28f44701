using System.Globalization;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Maps rules of law: what local authorities must do, and what they may ask for. They are never typed dcat:Dataset.</summary>
public sealed partial class DcatMapping
{
    /// <summary>Describes a rule.</summary>
    /// <param name="graph">The graph to add to.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="shownBy">The datasets that the rule names (<see cref="LegalRule.ShownBy"/>).</param>
    public Node Describe(Graph graph, LegalRule rule, IEnumerable<Dataset> shownBy)
    {
        var node = graph.Describe(iris.Rule(rule.Id))
            .OfType(Cat(CatTerms.Rule))
            .Add(DcTerms.Identifier, Literal.Of(rule.Id))
            .Add(DcTerms.Title, Texts(rule.Title))
            .Add(Cat(CatTerms.Act), _leaves.Concept(graph, Schemes.Acts, rule.Act));
        DescribeScope(graph, node, rule.Scope);
        DescribeDeadline(node, rule.Deadline);
        return node
            .Add(Cat(CatTerms.InForceFrom), Day(rule.InForceFrom))
            .Add(Cat(CatTerms.InForceUntil), Day(rule.InForceUntil))
            .Add(Cat(CatTerms.SentTo), Texts(rule.Destination))
            .Add(Foaf.Page, Document(graph, rule.DestinationUrl))
            .Add(Cat(CatTerms.CheckUrl), Text(rule.CheckUrl))
            .Add(Cat(CatTerms.ShownBy), shownBy.Select(dataset => Link(graph, dataset)))
            .Add(DcTerms.ConformsTo, rule.Schema is null ? null : _leaves.Standard(graph, rule.Schema))
            .Add(Cat(CatTerms.Models), rule.Models.Select(id => LinkToModel(graph, id)))
            .Add(Cat(CatTerms.LegalReference), Literal.Of(rule.Article))
            .Add(Cat(CatTerms.OtherLegalReference), rule.OtherArticles.Select(article => Literal.Of(article)))
            .Add(DcTerms.Source, Link(rule.ArticleUrl))
            .Add(Cat(CatTerms.RuleStatus), Literal.Of(rule.Status));
    }

    private void DescribeScope(Graph graph, Node node, RuleScope scope) => node
        .Add(Cat(CatTerms.AppliesTo), scope.Kinds.Select(kind => Literal.Of(kind)))
        .Add(Cat(CatTerms.AppliesToEpci), scope.EpciKinds.Select(kind => Literal.Of(kind)))
        .Add(Cat(CatTerms.MinimumPopulation), Number(scope.MinimumPopulation))
        .Add(Cat(CatTerms.MaximumPopulation), Number(scope.MaximumPopulation))
        .Add(Cat(CatTerms.MinimumStaff), Number(scope.MinimumStaff))
        .Add(DcatTerms.Theme, _leaves.Concepts(graph, Schemes.Competences, scope.Competences))
        .Add(Cat(CatTerms.Condition), scope.Conditions.Select(code => DescribeCondition(graph, code)))
        .Add(Cat(CatTerms.OnlyIn), scope.OnlyIn.Select(id => _leaves.Place(graph, id)))
        .Add(Cat(CatTerms.ExceptIn), scope.ExceptIn.Select(id => _leaves.Place(graph, id)))
        .Add(Cat(CatTerms.ExtendsTo), scope.ExtendsTo.Select(id => _leaves.Place(graph, id)));

    /// <summary>Describes a condition by its statement and by the question that the authority can answer.</summary>
    private Node DescribeCondition(Graph graph, string code) =>
        _leaves.DescribeConcept(graph, Schemes.Conditions, code)
            .Add(DcTerms.Identifier, Literal.Of(code))
            .Add(Skos.Definition, Texts(_leaves.Find(Schemes.Conditions, code).Definition));

    private void DescribeDeadline(Node node, RuleDeadline deadline) => node
        .Add(Cat(CatTerms.DeadlineKind), Literal.Of(deadline.Kind))
        .Add(Cat(CatTerms.Deadline), deadline is { Kind: "after-event", Value: { } time } ? Literal.Of(time, Xsd.Duration) : null)
        .Add(Cat(CatTerms.DeadlineDay), deadline is { Kind: "yearly-day", Value: { } day } ? Literal.Of(day, Xsd.GMonthDay) : null)
        .Add(Cat(CatTerms.DeadlineEvent), Texts(deadline.Event))
        .Add(Cat(CatTerms.DeadlineNote), Texts(deadline.Note));

    private Node LinkToModel(Graph graph, string id)
    {
        var model = Required(references.FindModel(id), id);
        return Link(graph, iris.Model(id), id, model.Title);
    }

    private static Literal? Day(DateOnly? day) =>
        day is null ? null : Literal.Of(day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Xsd.Date);
}
