using System.Text.Json;
using static DataCatalog.Rdf.Tests.SampleVocabulary;

namespace DataCatalog.Rdf.Tests;

public sealed class JsonLdTests
{
    private static readonly Iri Dataset = new("http://example.org/dataset");
    private static readonly Iri Other = new("http://example.org/other");
    private static readonly Iri Agent = new("http://example.org/agent");

    [Fact]
    public void One_root_is_the_document()
    {
        var json = Write(RootedAt(Dataset));
        Assert.Equal(Dataset.Value, json.GetProperty("id").GetString());
        Assert.False(json.TryGetProperty("@graph", out _));
    }

    [Fact]
    public void Several_roots_stand_in_a_graph_and_never_below_each_other()
    {
        var graph = RootedAt(Dataset, Other);
        graph.Describe(Dataset).Add(Dct["publisher"], Other);
        var nodes = Write(graph).GetProperty("@graph");
        Assert.Equal(2, nodes.GetArrayLength());
        Assert.Equal(Other.Value, nodes[0].GetProperty("publisher").GetString());
    }

    [Fact]
    public void What_no_root_leads_to_stands_after_the_roots()
    {
        var graph = RootedAt(Dataset);
        graph.Describe(Other).Add(Dct["identifier"], Literal.Of("lost"));
        Assert.Equal("lost", Write(graph).GetProperty("@graph")[1].GetProperty("identifier").GetString());
    }

    [Fact]
    public void Without_roots_all_nodes_stand_in_a_graph()
    {
        var graph = new Graph();
        graph.Describe(Dataset).Add(Dct["publisher"], Agent);
        graph.Describe(Agent).Add(Dct["identifier"], Literal.Of("a"));
        Assert.Equal(2, Write(graph).GetProperty("@graph").GetArrayLength());
    }

    [Fact]
    public void A_mention_is_an_object_where_it_is_described_and_a_string_elsewhere()
    {
        var graph = RootedAt(Dataset, Other);
        graph.Describe(Dataset).Add(Dct["publisher"], graph.DescribeInside(Agent).Add(Dct["identifier"], Literal.Of("a")));
        graph.Describe(Other).Add(Dct["publisher"], Agent);
        var nodes = Write(graph).GetProperty("@graph");
        Assert.Equal(2, nodes.GetArrayLength());
        Assert.Equal("a", nodes[0].GetProperty("publisher").GetProperty("identifier").GetString());
        Assert.Equal(Agent.Value, nodes[1].GetProperty("publisher").GetString());
    }

    [Fact]
    public void A_key_may_be_for_the_nodes_of_some_classes_wherever_the_class_is_stated()
    {
        var context = new JsonLdContext(
            Prefixes,
            [
                new("agentName", Foaf["name"], JsonLdValue.LanguageMap, Classes: [Foaf["Agent"], Foaf["Person"]]),
                new("name", Foaf["name"], JsonLdValue.LanguageMap),
                new("publisher", Dct["publisher"], JsonLdValue.Node),
            ],
            new Dictionary<string, Iri>(StringComparer.Ordinal));
        var graph = RootedAt(Dataset, Agent);
        var name = Literal.InLanguage("Rennes", "fr");
        graph.Describe(Dataset).Add(Foaf["name"], name).Add(Dct["publisher"], graph.DescribeInside(Agent).Add(Foaf["name"], name));
        graph.Describe(Agent).OfType(Dcat["Dataset"]).OfType(Foaf["Person"]).Add(Foaf["name"], name);
        using var output = new MemoryStream();
        JsonLdWriter.WriteDocument(graph, context, output);

        using var document = JsonDocument.Parse(output.ToArray());
        var nodes = document.RootElement.GetProperty("@graph");
        Assert.True(nodes[0].TryGetProperty("name", out _));
        Assert.True(nodes[0].GetProperty("publisher").TryGetProperty("agentName", out _));
        Assert.True(nodes[1].TryGetProperty("agentName", out _));
        GraphAssert.Same(graph.Triples, JsonLdReader.Read(System.Text.Encoding.UTF8.GetString(output.ToArray())));
    }

    [Fact]
    public void What_a_mention_shows_does_not_depend_on_what_is_said_elsewhere()
    {
        var graph = RootedAt(Dataset, Agent);
        graph.Describe(Dataset).Add(Dct["publisher"], graph.DescribeInside(Agent).OfType(Foaf["Agent"]));
        graph.Describe(Agent).Add(Dct["identifier"], Literal.Of("a"));
        var nodes = Write(graph).GetProperty("@graph");
        Assert.Equal(["id", "type"], nodes[0].GetProperty("publisher").EnumerateObject().Select(member => member.Name));
        Assert.Equal("Agent", nodes[0].GetProperty("publisher").GetProperty("type").GetString());
        Assert.Equal("Dataset", nodes[1].GetProperty("type").GetString());
        Assert.Equal("a", nodes[1].GetProperty("identifier").GetString());
    }

    [Fact]
    public void A_node_may_stand_inside_itself_in_another_form()
    {
        var graph = RootedAt(Dataset);
        graph.Describe(Dataset).Add(Dct["publisher"], graph.DescribeInside(Dataset).OfType(Foaf["Agent"]));
        var json = Write(graph);
        Assert.Equal("Dataset", json.GetProperty("type").GetString());
        Assert.Equal("Agent", json.GetProperty("publisher").GetProperty("type").GetString());
    }

    [Fact]
    public void A_mention_that_is_described_twice_says_both()
    {
        var graph = RootedAt(Dataset);
        graph.Describe(Dataset)
            .Add(Dct["publisher"], graph.DescribeInside(Agent).Add(Dct["identifier"], Literal.Of("a")))
            .Add(Dct["publisher"], graph.DescribeInside(Agent).Add(Dct["title"], Literal.InLanguage("A", "fr")));
        var publisher = Write(graph).GetProperty("publisher");
        Assert.Equal("a", publisher.GetProperty("identifier").GetString());
        Assert.Equal("A", publisher.GetProperty("title").GetProperty("fr").GetString());
    }

    [Fact]
    public void A_blank_node_inside_a_repeated_node_keeps_its_label()
    {
        var graph = RootedAt(Dataset, Other);
        var address = graph.DescribeInside(new BlankNode("address")).Add(Dct["identifier"], Literal.Of("1 rue"));
        var agent = graph.DescribeInside(Agent).Add(Dct["publisher"], address);
        graph.Describe(Dataset).Add(Dct["publisher"], agent);
        graph.Describe(Other).Add(Dct["publisher"], agent);
        var nodes = Write(graph).GetProperty("@graph");
        Assert.Equal("_:address", nodes[1].GetProperty("publisher").GetProperty("publisher").GetProperty("id").GetString());
    }

    [Fact]
    public void A_blank_node_that_stands_in_one_place_has_no_label()
    {
        var graph = RootedAt(Dataset);
        var address = graph.DescribeInside(new BlankNode("address")).Add(Dct["identifier"], Literal.Of("1 rue"));
        graph.Describe(Dataset).Add(Dct["publisher"], address);
        Assert.False(Write(graph).GetProperty("publisher").TryGetProperty("id", out _));
    }

    [Fact]
    public void A_key_for_one_value_never_holds_more()
    {
        var graph = RootedAt(Dataset);
        graph.Describe(Dataset)
            .Add(Dct["publisher"], [Agent, Other])
            .Add(Dct["issued"], [Literal.Of("2024-05-31", Xsd.Date), Literal.Of("2025-05-31", Xsd.Date)])
            .Add(Dct["title"], [Literal.InLanguage("Eau", "fr"), Literal.InLanguage("Eaux", "fr"), Literal.InLanguage("Water", "en")]);
        var json = Write(graph);
        Assert.Equal(Agent.Value, json.GetProperty("publisher").GetString());
        Assert.Equal("2024-05-31", json.GetProperty("issued").GetString());
        Assert.Equal("""{"fr":"Eau","en":"Water"}""", JsonSerializer.Serialize(json.GetProperty("title")));
        Assert.Equal(Other.Value, json.GetProperty("dct:publisher").GetProperty("@id").GetString());
    }

    [Fact]
    public void A_list_that_is_known_to_be_empty_is_an_empty_array()
    {
        var graph = RootedAt(Dataset);
        graph.Describe(Dataset).AddList(Dcat["distribution"], []);
        var json = Write(graph);
        Assert.Equal(0, json.GetProperty("distribution").GetArrayLength());
        Assert.True(json.GetProperty("@context").TryGetProperty("distribution", out _));
    }

    [Theory]
    [InlineData("12", "12")]
    [InlineData("-3", "-3")]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("9007199254740992", "\"9007199254740992\"")]
    [InlineData("007", "\"007\"")]
    [InlineData("-0", "\"-0\"")]
    public void A_typed_integer_is_a_number_only_when_readers_give_back_its_digits(string lexical, string json)
    {
        var graph = RootedAt(Dataset);
        graph.Describe(Dataset).Add(Dcat["byteSize"], Literal.Of(lexical, Xsd.NonNegativeInteger));
        Assert.Equal(json, Write(graph).GetProperty("byteSize").GetRawText());
    }

    [Theory]
    [InlineData("true", "true")]
    [InlineData("1", """{"@value":"1","@type":"xsd:boolean"}""")]
    public void A_boolean_is_a_JSON_boolean_only_in_its_canonical_form(string lexical, string json)
    {
        var graph = RootedAt(Dataset);
        graph.Describe(Dataset).Add(Dct["identifier"], Literal.Of(lexical, Xsd.Boolean));
        var root = Write(graph);
        var value = root.TryGetProperty("identifier", out var plain) ? plain : root.GetProperty("dct:identifier");
        Assert.Equal(json, JsonSerializer.Serialize(value));
    }

    [Fact]
    public void Each_kind_of_value_has_its_own_key()
    {
        var graph = RootedAt(Dataset);
        graph.Describe(Dataset).Add(Dct["issued"], [
            Literal.Of("2024-05-31", Xsd.Date), Literal.Of("2024-05-31T00:00:00Z", Xsd.DateTime), Literal.Of("2024", Xsd.GYear),
        ]);
        var json = Write(graph);
        Assert.Equal("2024-05-31", json.GetProperty("issued").GetString());
        Assert.Equal("2024-05-31T00:00:00Z", json.GetProperty("issuedAt").GetString());
        Assert.Equal("2024", json.GetProperty("dct:issued").GetProperty("@value").GetString());
    }

    [Fact]
    public void A_prefix_that_is_the_scheme_of_an_IRI_in_the_document_is_left_out()
    {
        var graph = RootedAt(Dataset);
        graph.Describe(Dataset).Add(Dct["publisher"], new Iri("cat:x")).Add(Cat["unknown"], Literal.Of("a"));
        var json = Write(graph);
        Assert.False(json.GetProperty("@context").TryGetProperty("cat", out _));
        Assert.Equal("a", json.GetProperty(Cat["unknown"].Value).GetProperty("@value").GetString());
    }

    [Fact]
    public void A_prefix_stays_when_the_scheme_is_followed_by_two_slashes()
    {
        var graph = RootedAt(Dataset);
        graph.Describe(Dataset).Add(Dct["publisher"], new Iri("cat://host/")).Add(Cat["unknown"], Literal.Of("a"));
        Assert.True(Write(graph).TryGetProperty("cat:unknown", out _));
    }

    [Fact]
    public void A_key_that_has_the_name_of_a_keyword_alias_is_not_used()
    {
        JsonLdTerm[] terms = [new("type", Dct["type"], JsonLdValue.Plain)];
        var context = new JsonLdContext([], terms, new Dictionary<string, Iri>(StringComparer.Ordinal));
        using var output = new MemoryStream();
        var graph = new Graph();
        graph.DescribeRoot(Dataset).OfType(Dcat["Dataset"]).Add(Dct["type"], Literal.Of("a"));
        JsonLdWriter.WriteDocument(graph, context, output);
        GraphAssert.Same(graph.Triples, JsonLdReader.Read(System.Text.Encoding.UTF8.GetString(output.ToArray())));
    }

    [Fact]
    public void Indonesian_stays_out_of_language_maps_where_readers_take_it_for_an_identifier()
    {
        var graph = RootedAt(Dataset);
        graph.Describe(Dataset).Add(Dct["title"], [Literal.InLanguage("Air", "id"), Literal.InLanguage("Eau", "fr")]);
        var json = Write(graph);
        Assert.Equal("""{"fr":"Eau"}""", JsonSerializer.Serialize(json.GetProperty("title")));
        Assert.Equal("id", json.GetProperty("dct:title").GetProperty("@language").GetString());
    }

    [Fact]
    public void Letters_with_accents_stay_as_they_are()
    {
        var graph = RootedAt(Dataset);
        graph.Describe(Dataset).Add(Dct["identifier"], Literal.Of("éœ日<&'"));
        Assert.Contains("\"éœ日<&'\"", Documents.Text(graph, "jsonld"), StringComparison.Ordinal);
    }

    private static Graph RootedAt(params Iri[] roots)
    {
        var graph = new Graph();
        Array.ForEach(roots, root => graph.DescribeRoot(root).OfType(Dcat["Dataset"]));
        return graph;
    }

    private static JsonElement Write(Graph graph)
    {
        var text = Documents.Text(graph, "jsonld");
        GraphAssert.Same(graph.Triples, JsonLdReader.Read(text));
        return JsonElement.Parse(text);
    }
}
