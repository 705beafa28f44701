using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Why a dataset is about a territory.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Via">The typed code of the territory that the dataset names.</param>
/// <param name="ViaName">The name of that territory.</param>
/// <param name="Level">The kind of that territory.</param>
/// <param name="Reason">The reason as a sentence without its subject.</param>
public sealed record Coverage(string Dataset, string Via, string ViaName, string Level, LanguageMap Reason)
{
    /// <summary>Whether nobody here knows if the dataset covers the territory; otherwise it does, at least in part.</summary>
    public bool IsNotKnown { get; init; }

    /// <summary>Whether the dataset covers only parts of the territory, or only parts for sure.</summary>
    public bool IsInPart { get; init; }

    /// <summary>The ids of the services that give access to the dataset, and so cover the territory in the same way.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];
}

/// <summary>Maps what is particular to one territory, on nodes of its own: the datasets are the same for every territory.</summary>
public sealed partial class DcatMapping
{
    /// <summary>Describes the datasets and services of a territory.</summary>
    /// <param name="graph">The graph to add to.</param>
    /// <param name="collection">The list of the datasets.</param>
    /// <param name="territory">The territory.</param>
    /// <param name="coverages">Why each dataset of the page is about it.</param>
    /// <param name="services">The services that give access to these datasets.</param>
    /// <param name="askedId">The id that was asked for, when its code is an old one; null otherwise.</param>
    public void DescribeTerritoryList(
        Graph graph, Iri collection, string territory, IEnumerable<Coverage> coverages, IEnumerable<DataService> services, string? askedId)
    {
        var covering = services.ToDictionary(service => service.Id, service => DescribeCovering(graph, service), StringComparer.Ordinal);
        graph.Describe(collection)
            .Add(DcTerms.Spatial, _leaves.Place(graph, territory))
            .Add(Cat(CatTerms.HasCoverage), coverages.Select(coverage => Describe(graph, collection, coverage, covering)))
            .Add(Cat(CatTerms.CoveringService), covering.Values)
            .Add(Cat(CatTerms.ResolvedFrom), Text(askedId));
    }

    /// <summary>Describes a service without its datasets: those of the page are members of the list, not parts of a service.</summary>
    private Node DescribeCovering(Graph graph, DataService service) => DescribeAccessService(graph, service.Id)
        .Add(DcTerms.Identifier, Literal.Of(service.Id))
        .Add(DcatTerms.ContactPoint, DescribeContact(graph, Required(references.FindAgent(service.Publisher), service.Publisher)))
        .Add(DcTerms.AccessRights, _leaves.AccessRight(graph, service.Access.Regime))
        .Add(DcatTerms.LandingPage, Document(graph, service.LandingPage));

    private Node Describe(Graph graph, Iri collection, Coverage coverage, Dictionary<string, Node> covering) =>
        graph.DescribeInside(CatalogIris.Part(collection, $"covers-{coverage.Dataset}"))
            .OfType(Cat(CatTerms.TerritoryCoverage))
            .Add(Foaf.PrimaryTopic, iris.Dataset(coverage.Dataset))
            .Add(Cat(CatTerms.Level), Literal.Of(coverage.Level))
            .Add(Cat(CatTerms.Via), DescribeName(graph, coverage.Via, coverage.ViaName))
            .Add(Cat(CatTerms.InPart), coverage.IsInPart ? Literal.Of(true) : null)
            .Add(Cat(CatTerms.NotKnown), coverage.IsNotKnown ? Literal.Of(true) : null)
            .Add(Cat(CatTerms.Reason), Texts(coverage.Reason))
            .Add(Cat(CatTerms.CoveringService), coverage.Services.Select(id => covering[id]));
}
