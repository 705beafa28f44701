using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>
/// Describes mappings of territories: first the duties, then what exists for each competence. What depends on the territory is stated about
/// nodes of the document, never about a competence, a rule or a dataset.
/// </summary>
public sealed partial class DcatMapping
{
    /// <summary>How many datasets of each group the mapping of all competences shows: it should fit on a few screens.</summary>
    private const int FewOfGroup = 2;

    private static readonly LanguageMap OwnTitle = LanguageMap.Of(
        "Jeux de données des collectivités sur ce territoire", "Local authorities' datasets on the territory");

    private static readonly LanguageMap CoveringTitle = LanguageMap.Of(
        "Jeux de données qui couvrent le territoire, les siens compris", "Datasets that cover the territory, its own included");

    private static readonly LanguageMap PublishedTitle = LanguageMap.Of(
        "Jeux de données que la collectivité publie", "Datasets that the authority publishes");

    private static readonly LanguageMap HolderTitle = LanguageMap.Of(
        "Jeux de données de l'intercommunalité qui exerce la compétence", "Datasets of the intermunicipal body that holds the competence");

    /// <summary>Describes a mapping.</summary>
    /// <param name="graph">The graph to add to.</param>
    /// <param name="mapping">The mapping.</param>
    /// <param name="isInFull">Whether each duty says why it applies, in all languages: pages do, and programs ask the rule.</param>
    public Node Describe(Graph graph, TerritoryMapping mapping, bool isInFull = false)
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
            .Add(DcTerms.Spatial, territory)
            .Add(Rdfs.Comment, Texts(mapping.Note))
            .Add(Rdfs.SeeAlso, mapping.Authority);
        DescribeSaid(node, mapping.Said);
        node.Add(Cat(CatTerms.HasAnswerCount), mapping.Totals.Select(total => Describe(graph, iri, total)))
            .AddList(Cat(CatTerms.HasDuty), mapping.Duties.Select(duty => DescribeInBrief(graph, duty, isInFull)))
            .Add(Cat(CatTerms.HasRight), mapping.Rights.Select(right => DescribeInBrief(graph, right, isInFull)))
            .Add(Cat(CatTerms.Question), mapping.Questions.Select(question => Describe(graph, question, isInFull)));
        DescribeReach(graph, node, mapping.Datasets);
        return node.Add(
            Cat(CatTerms.HasCompetenceMapping), mapping.Groups.Select(group => Describe(graph, group, mapping.IsOfCompetence)));
    }

    /// <summary>Repeats what the request says about the authority, and the old code of its territory.</summary>
    public Node DescribeSaid(Node node, Said said, string? resolvedFrom = null) => node
        .Add(Cat(CatTerms.ResolvedFrom), Text(resolvedFrom))
        .Add(Cat(CatTerms.SaidStaff), Number(said.Staff))
        .Add(Cat(CatTerms.SaidHas), said.Has.Select(code => Literal.Of(code)))
        .Add(Cat(CatTerms.SaidHasNot), said.HasNot.Select(code => Literal.Of(code)));

    /// <summary>Links the searches for the datasets of a territory, with their numbers.</summary>
    private void DescribeReach(Graph graph, Node node, DatasetsInReach datasets, bool namesSome = false)
    {
        Node? List(DatasetList? list, LanguageMap title) => list is null ? null
            : DescribeList(graph, list.Address, title, list.Total)
                .Add(Hydra.Member, (namesSome ? list.First : []).Select(dataset => Describe(graph, dataset)));

        node.Add(Cat(CatTerms.OwnDatasets), List(datasets.Own, OwnTitle))
            .Add(Cat(CatTerms.PublishedDatasets), List(datasets.Published, PublishedTitle))
            .Add(Cat(CatTerms.HolderDatasets), List(datasets.OfHolder, HolderTitle))
            .Add(Cat(CatTerms.HeldBy), datasets.Holder is null ? null : iris.Territory(datasets.Holder))
            .Add(Cat(CatTerms.CoveringDatasets), List(datasets.Covering, CoveringTitle));
    }

    /// <summary>Describes a question with the number of the rules that depend on it.</summary>
    private Node Describe(Graph graph, AskedCondition asked, bool isInFull) => graph.DescribeInside(asked.Address)
        .Add(DcTerms.Identifier, Literal.Of(asked.Condition))
        .Add(Cat(CatTerms.Code), Literal.Of(asked.Condition))
        .Add(Skos.Definition, Words(asked.Question, isInFull))
        .Add(Hydra.TotalItems, Literal.Of(asked.Count));

    private Node Describe(Graph graph, NamedDataset dataset) =>
        graph.DescribeInside(iris.Dataset(dataset.Id))
            .Add(DcTerms.Identifier, Literal.Of(dataset.Id))
            .Add(DcTerms.Title, Literal.InLanguage(dataset.Title, "fr"));

    private Node Describe(Graph graph, Iri whole, AnswerCount total) =>
        graph.DescribeInside(CatalogIris.Part(whole, $"answer-{total.Answer}"))
            .OfType(Cat(CatTerms.AnswerCount))
            .Add(Skos.Notation, Literal.Of(total.Answer))
            .Add(Skos.PrefLabel, Texts(total.Label))
            .Add(Cat(CatTerms.Count), Literal.Of(total.Count));

    /// <summary>
    /// Describes a competence: its numbers, and a few datasets of each group. In the mapping of one competence or group, each has who holds
    /// it, and the searches for its datasets with a few of each.
    /// </summary>
    private Node Describe(Graph graph, CompetenceMapping mapping, bool isWhole)
    {
        var (concept, datasets) = (mapping.Concept, mapping.Datasets);
        var node = graph.DescribeInside(mapping.Address)
            .Add(DcTerms.Identifier, Literal.Of(concept.Code))
            .Add(Cat(CatTerms.Code), Literal.Of(concept.Code))
            .Add(DcTerms.Title, Words(concept.Label, isInFull: false))
            .Add(Cat(CatTerms.CountOfOwn), Literal.Of(datasets.Own.Total))
            .Add(Cat(CatTerms.CountOfOthers), Literal.Of(datasets.Covering.Total - datasets.Own.Total));
        if (isWhole)
        {
            node.OfType(Cat(CatTerms.CompetenceMapping))
                .Add(DcatTerms.Theme, _leaves.Concept(graph, concept.Scheme, concept.Code))
                .Add(Cat(CatTerms.UsualHolder), Texts(mapping.UsualHolder));
            DescribeReach(graph, node, datasets, namesSome: true);
        }
        else if (concept.Broader is null)
        {
            node.Add(Cat(CatTerms.SomeDatasets), datasets.First.Take(FewOfGroup).Select(dataset => Link(graph, dataset)));
        }

        return node
            .Add(Cat(CatTerms.HasCompetenceMapping), mapping.Narrower.Select(narrower => Describe(graph, narrower, isWhole)));
    }

    private Node Link(Graph graph, NamedDataset dataset) =>
        graph.DescribeInside(iris.Dataset(dataset.Id)).Add(DcTerms.Title, Literal.InLanguage(dataset.Title, "fr"));
}
