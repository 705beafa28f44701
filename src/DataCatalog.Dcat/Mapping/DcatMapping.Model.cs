using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Maps models: what local authorities are expected to produce. They are never typed dcat:Dataset.</summary>
public sealed partial class DcatMapping
{
    /// <summary>Describes a model.</summary>
    /// <param name="graph">The graph to add to.</param>
    /// <param name="model">The model.</param>
    /// <param name="rules">The rules of law that name it.</param>
    public Node Describe(Graph graph, Model model, IEnumerable<LegalRule> rules)
    {
        var iri = iris.Model(model.Id);
        return graph.Describe(iri)
            .OfType(Cat(CatTerms.Model))
            .Add(DcTerms.Identifier, Literal.Of(model.Id))
            .Add(DcTerms.Title, Texts(model.Title))
            .Add(DcTerms.Description, Texts(model.Description))
            .Add(DcatTerms.Theme, _leaves.Concepts(graph, Schemes.Competences, model.Competences))
            .Add(DcTerms.ConformsTo, model.Schema is null ? null : _leaves.Standard(graph, model.Schema))
            .Add(Cat(CatTerms.HasObligation), DescribeObligation(graph, iri, model.Obligation))
            .Add(Cat(CatTerms.Rules), rules.Select(rule => Link(graph, iris.Rule(rule.Id), rule.Id, rule.Title)));
    }

    private Node DescribeObligation(Graph graph, Iri whole, Obligation obligation) =>
        graph.DescribeInside(CatalogIris.Part(whole, "obligation"))
            .OfType(Cat(CatTerms.Obligation))
            .Add(Cat(CatTerms.ObligationType), _leaves.Concept(graph, Schemes.ObligationTypes, obligation.Type))
            .Add(Cat(CatTerms.LegalBasis), _leaves.Concepts(graph, Schemes.LegalBases, obligation.LegalBases))
            .Add(Cat(CatTerms.ContractClause), _leaves.Concepts(graph, Schemes.ContractClauses, obligation.ContractClauses));
}
