using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Maps the catalogue and its records (DCAT-AP 3.0.1 sections 3.1 and 3.6).</summary>
public sealed partial class DcatMapping
{
    private static readonly SharedDescription Completed = new(graph => graph.DescribeInside(Adms.Completed)
        .OfType(Skos.Concept).Add(Skos.PrefLabel, Texts(LanguageMap.Of("Terminé", "Completed"))));

    private static readonly SharedDescription Profile = new(graph => graph.DescribeInside(DcatAp.Profile)
        .OfType(DcTerms.Standard).Add(DcTerms.Title, Texts(LanguageMap.Of("DCAT-AP 3.0.1", "DCAT-AP 3.0.1"))));

    /// <summary>Describes the catalogue itself, without its entries.</summary>
    /// <param name="graph">The graph to add to.</param>
    /// <param name="catalog">The catalogue.</param>
    /// <param name="modified">The latest date of any of its records.</param>
    public Node Describe(Graph graph, Catalog catalog, DateOnly modified)
    {
        var themes = references.FindScheme(Schemes.Themes);
        var taxonomy = themes is null ? null
            : graph.DescribeInside(iris.Scheme(themes)).OfType(Skos.ConceptScheme).Add(DcTerms.Title, Texts(themes.Title));
        return graph.Describe(iris.Catalog)
            .OfType(DcatTerms.Catalog)
            .Add(DcTerms.Title, Texts(catalog.Title))
            .Add(DcTerms.Description, Texts(catalog.Description))
            .Add(DcTerms.Publisher, DescribePublisher(graph, catalog))
            .Add(Foaf.Homepage, LeafNodes.Document(graph, iris.Home.Value))
            .Add(DcTerms.Language, _leaves.Languages(graph, catalog.Languages))
            .Add(DcTerms.License, _leaves.Licence(graph, catalog.Licence, onDataset: false))
            .Add(DcTerms.Issued, Date(catalog.Issued))
            .Add(DcTerms.Modified, Date(PartialDate.Of(modified)))
            .Add(DcTerms.Spatial, _leaves.Places(graph, iris.Catalog, catalog.Territories))
            .Add(DcatTerms.ThemeTaxonomy, taxonomy);
    }

    /// <summary>Describes this service itself, with its lists.</summary>
    public Node DescribeHome(Graph graph, Catalog catalog, IEnumerable<Iri> pages, IEnumerable<Node> lists) =>
        graph.Describe(iris.Home)
            .OfType(DcatTerms.DataService)
            .Add(DcTerms.Identifier, Literal.Of("datacatalog"))
            .Add(DcTerms.Title, Texts(catalog.Title))
            .Add(DcTerms.Description, Texts(catalog.Description))
            .Add(DcTerms.Publisher, DescribePublisher(graph, catalog))
            .Add(DcTerms.License, _leaves.Licence(graph, catalog.Licence, onDataset: true))
            .Add(DcatTerms.EndpointUrl, iris.Home)
            .Add(DcatTerms.EndpointDescription, iris.At("openapi/v1.yaml"))
            .Add(Foaf.Page, pages.Select(page => LeafNodes.Document(graph, page.Value)))
            .Add(DcTerms.HasPart, lists);

    /// <summary>Describes a list by its title and size, without its entries.</summary>
    public static Node DescribeList(Graph graph, Iri list, LanguageMap title, int total) =>
        graph.DescribeInside(list).OfType(Hydra.Collection).Add(DcTerms.Title, Texts(title)).Add(Hydra.TotalItems, Literal.Of(total));

    /// <summary>Describes the catalogue record of an entry: its dates in this catalogue, and where its facts were read.</summary>
    public Node Describe(Graph graph, Iri entry, CatalogRecord record)
    {
        var status = graph.Include(Completed);
        var profile = graph.Include(Profile);
        return graph.DescribeInside(CatalogIris.Part(entry, "record"))
            .OfType(DcatTerms.CatalogRecord)
            .Add(Foaf.PrimaryTopic, entry)
            .Add(DcTerms.Issued, Date(PartialDate.Of(record.Entered)))
            .Add(DcTerms.Modified, Date(PartialDate.Of(record.Changed)))
            .Add(Adms.Status, status)
            .Add(DcTerms.ConformsTo, profile)
            .Add(DcTerms.Language, _leaves.Languages(graph, ["FRA"]))
            .Add(Cat(CatTerms.Confidence), Literal.Of(record.Provenance.Confidence))
            .Add(Cat(CatTerms.Evidence), record.Provenance.Sources.Select(EvidenceText));
    }

    private Node? DescribePublisher(Graph graph, Catalog catalog) =>
        catalog.Publisher is { } id ? _leaves.Agent(graph, id) : null;

    private static Literal EvidenceText(Evidence evidence) =>
        Literal.Of(evidence.Fact is null ? evidence.Source : $"[{evidence.Fact}] {evidence.Source}");
}
