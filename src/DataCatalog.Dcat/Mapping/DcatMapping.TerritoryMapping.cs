using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>
/// Describes mappings of territories. What depends on the territory is stated about nodes of the document, never about a competence, a
/// model or a dataset: those are the same for every territory.
/// </summary>
public sealed partial class DcatMapping
{
    private static readonly LanguageMap OwnTitle = LanguageMap.Of(
        "Jeux de données des collectivités sur ce territoire", "Local authorities' datasets on the territory");

    private static readonly LanguageMap CoveringTitle = LanguageMap.Of(
        "Jeux de données qui couvrent le territoire, les siens compris", "Datasets that cover the territory, its own included");

    public Node Describe(Graph graph, TerritoryMapping mapping)
    {
        var iri = mapping.Address;
        var territory = Describe(graph, mapping.Territory);
        if (mapping.ResolvedFrom is { } asked)
        {
            DescribeResolution(territory, asked);
        }

        var name = mapping.Territory.Name;
        var node = graph.Describe(iri)
            .OfType(Cat(CatTerms.TerritoryMapping))
            .Add(DcTerms.Title, Texts(LanguageMap.Of($"Cartographie des données : {name}", $"Data mapping: {name}")))
            .Add(DcTerms.Spatial, territory);
        DescribeReach(graph, node, mapping.Datasets);
        return node.Add(Rdfs.Comment, Texts(mapping.Note))
            .Add(Rdfs.SeeAlso, mapping.Authority)
            .Add(Cat(CatTerms.CoveragePercent), Number(mapping.CoveragePercent))
            .Add(Cat(CatTerms.HasStatusCount), mapping.Totals.Select(total => Describe(graph, iri, total)))
            .Add(Cat(CatTerms.HasCompetenceMapping), mapping.Groups.Select(group => Describe(graph, iri, group)))
            .Add(Cat(CatTerms.HasAssessment), mapping.Obligations.Select(assessment => Describe(graph, iri, assessment)))
            .Add(Cat(CatTerms.HasGoodPractice), mapping.GoodPractices.Select(assessment => Describe(graph, iri, assessment)));
    }

    private void DescribeReach(Graph graph, Node node, DatasetsInReach datasets)
    {
        var total = datasets.Own + datasets.Others;
        var own = DescribeSome(graph, datasets.OwnAddress, OwnTitle, datasets.Own, datasets.FirstOwn);
        var covering = DescribeSome(graph, datasets.CoveringAddress, CoveringTitle, total, datasets.FirstOthers);
        node.Add(Cat(CatTerms.CountOfOthers), Literal.Of(datasets.Others))
            .Add(Cat(CatTerms.OwnDatasets), own)
            .Add(Cat(CatTerms.CoveringDatasets), covering);
    }

    private Node DescribeSome(Graph graph, Iri list, LanguageMap title, int total, IEnumerable<NamedDataset> some) =>
        DescribeList(graph, list, title, total).AddList(Hydra.Member, some.Select(dataset => Describe(graph, dataset)));

    private Node Describe(Graph graph, NamedDataset dataset) =>
        graph.DescribeInside(iris.Dataset(dataset.Id))
            .Add(DcTerms.Identifier, Literal.Of(dataset.Id))
            .Add(DcTerms.Title, Literal.InLanguage(dataset.Title, "fr"));

    private Node Describe(Graph graph, Iri whole, StatusCount total) =>
        graph.DescribeInside(CatalogIris.Part(whole, $"status-{total.Status}"))
            .OfType(Cat(CatTerms.StatusCount))
            .Add(Skos.Notation, Literal.Of(total.Status))
            .Add(Skos.PrefLabel, Texts(total.Label))
            .Add(Cat(CatTerms.Count), Literal.Of(total.Count));

    private Node Describe(Graph graph, Iri whole, CompetenceMapping mapping)
    {
        var node = graph.DescribeInside(CatalogIris.Part(whole, $"competence-{mapping.Concept.Code}"))
            .OfType(Cat(CatTerms.CompetenceMapping))
            .Add(DcatTerms.Theme, _leaves.Concept(graph, mapping.Concept.Scheme, mapping.Concept.Code));
        DescribeReach(graph, node, mapping.Datasets);
        return node.Add(Cat(CatTerms.UsualHolder), Texts(mapping.UsualHolder))
            .Add(Cat(CatTerms.Evidence), Text(mapping.Concept.Source))
            .Add(Cat(CatTerms.ConcernedBy), mapping.Models.Select(model => AssessmentOf(whole, model)))
            .Add(Cat(CatTerms.HasCompetenceMapping), mapping.Narrower.Select(narrower => Describe(graph, whole, narrower)));
    }

    private Node Describe(Graph graph, Iri whole, Assessment assessment) =>
        graph.DescribeInside(AssessmentOf(whole, assessment.Model.Id))
            .OfType(Cat(CatTerms.Assessment))
            .Add(Cat(CatTerms.ObligationStatus), Literal.Of(assessment.Status))
            .Add(Rdfs.Comment, Texts(assessment.Explanation))
            .Add(Cat(CatTerms.AssessedModel), DescribeInside(graph, assessment.Model))
            .Add(Cat(CatTerms.AnsweredBy), assessment.Answers.Select(dataset => Describe(graph, dataset)))
            .Add(Cat(CatTerms.MayBeAnsweredBy), assessment.Candidates.Select(dataset => Describe(graph, dataset)))
            .Add(Cat(CatTerms.HasExample), assessment.Example is { } example ? Describe(graph, whole, assessment.Model, example) : null);

    /// <summary>Describes a model inside a mapping: its title, its schema and its whole obligation.</summary>
    private Node DescribeInside(Graph graph, Model model)
    {
        var iri = iris.Model(model.Id);
        return graph.DescribeInside(iri)
            .OfType(Cat(CatTerms.Model))
            .Add(DcTerms.Identifier, Literal.Of(model.Id))
            .Add(DcTerms.Title, Texts(model.Title))
            .Add(DcTerms.ConformsTo, model.Schema is null ? null : _leaves.Standard(graph, model.Schema))
            .Add(Cat(CatTerms.HasObligation), DescribeObligation(graph, iri, model.Obligation));
    }

    private Node Describe(Graph graph, Iri whole, Model model, PublicationExample example) =>
        graph.DescribeInside(CatalogIris.Part(whole, $"example-{model.Id}"))
            .Add(DcTerms.Title, Literal.InLanguage(example.Dataset.Title, "fr"))
            .Add(Foaf.PrimaryTopic, iris.Dataset(example.Dataset.Id))
            .Add(Cat(CatTerms.ByTerritory), _leaves.Place(graph, example.Territory));

    private static Iri AssessmentOf(Iri whole, string model) => CatalogIris.Part(whole, $"model-{model}");
}
