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
        AddDistribution(graph);
        graph.Describe(Data["agents/vitre"]).OfType(Foaf["Agent"]).Add(Foaf["name"], Literal.Of("Vitré \"Communauté\""));
        return graph;
    }

    private static void AddDataset(Graph graph)
    {
        var period = new BlankNode("period");
        graph.DescribeRoot(Data["datasets/eau"])
            .OfType(Dcat["Dataset"])
            .Add(Dct["title"], [Literal.InLanguage("Qualité de l'eau", "fr"), Literal.InLanguage("Water quality", "en")])
            .Add(Dcat["keyword"], Literal.InLanguage("eau", "fr"))
            .Add(Dct["issued"], Literal.Of("2024-05-31", Xsd.Date))
            .Add(Dct["publisher"], Data["agents/vitre"])
            .Add(Dct["temporal"], period)
            .Add(Dcat["distribution"], Data["distributions/eau-csv"]);
        graph.Describe(period).Add(Dcat["startDate"], Literal.Of("2024", Xsd.GYear));
    }

    private static void AddDistribution(Graph graph) => graph.Describe(Data["distributions/eau-csv"])
        .OfType(Dcat["Distribution"])
        .Add(Dct["title"], Literal.Of("a\tb\r\nc"))
        .Add(Dcat["byteSize"], Literal.Of("1024", Xsd.NonNegativeInteger))
        .Add(Dct["publisher"], Data["agents/vitre"]);
}
