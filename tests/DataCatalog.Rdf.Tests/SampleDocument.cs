using static DataCatalog.Rdf.Tests.SampleVocabulary;

namespace DataCatalog.Rdf.Tests;

/// <summary>A dataset as the catalogue would describe it, for documents that people can compare by eye.</summary>
internal static class SampleDocument
{
    private static readonly Namespace Data = new("data", "https://data.example.org/");

    public static Graph Build()
    {
        var graph = new Graph();
        AddDataset(graph);
        return graph;
    }

    private static void AddDataset(Graph graph)
    {
        var dataset = graph.DescribeRoot(Data["datasets/eau"]);
        var period = graph.DescribeInside(new BlankNode("period")).Add(Dcat["startDate"], Literal.Of("2024", Xsd.GYear));
        var distribution = DescribeDistribution(graph);
        dataset.OfType(Dcat["Dataset"])
            .Add(Dct["title"], [Literal.InLanguage("Qualité de l'eau", "fr"), Literal.InLanguage("Water quality", "en")])
            .Add(Dcat["keyword"], Literal.InLanguage("eau", "fr"))
            .Add(Dct["issued"], Literal.Of("2024-05-31", Xsd.Date))
            .Add(Dct["publisher"], DescribeAgent(graph))
            .Add(Dct["temporal"], period)
            .Add(Dcat["distribution"], distribution);
    }

    private static Node DescribeDistribution(Graph graph) => graph.DescribeInside(Data["distributions/eau-csv"])
        .OfType(Dcat["Distribution"])
        .Add(Dct["title"], Literal.Of("a\tb\r\nc"))
        .Add(Dcat["byteSize"], Literal.Of("1024", Xsd.NonNegativeInteger))
        .Add(Dct["publisher"], DescribeAgent(graph));

    private static Node DescribeAgent(Graph graph) =>
        graph.DescribeInside(Data["agents/vitre"]).OfType(Foaf["Agent"]).Add(Foaf["name"], Literal.Of("Vitré \"Communauté\""));
}
