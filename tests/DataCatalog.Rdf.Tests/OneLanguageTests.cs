using FsCheck.Xunit;
using static DataCatalog.Rdf.Tests.SampleVocabulary;

namespace DataCatalog.Rdf.Tests;

[Properties(Arbitrary = [typeof(RandomGraphs)], MaxTest = 300, EndSize = 40)]
public sealed class OneLanguageTests
{
    private static readonly Iri Dataset = new("http://example.org/dataset");
    private static readonly Iri Agent = new("http://example.org/agent");
    private static readonly Iri Title = Dct["title"];

    [Fact]
    public void The_wanted_language_stays_and_others_go()
    {
        Assert.Equal([French("Eau")], Kept("fr", French("Eau"), English("Water")));
        Assert.Equal([English("Water")], Kept("en", French("Eau"), English("Water")));
    }

    [Fact]
    public void All_texts_of_the_wanted_language_stay() =>
        Assert.Equal([French("eau"), French("mer")], Kept("fr", English("water"), French("eau"), English("sea"), French("mer")));

    [Fact]
    public void Without_the_wanted_language_the_first_tag_stays_whatever_the_order()
    {
        Assert.Equal([Literal.InLanguage("Wasser", "de")], Kept("fr", English("Water"), Literal.InLanguage("Wasser", "de")));
        Assert.Equal([Literal.InLanguage("Wasser", "de")], Kept("fr", Literal.InLanguage("Wasser", "de"), English("Water")));
    }

    [Fact]
    public void What_has_no_language_stays() =>
        Assert.Equal(
            [Literal.Of("H2O"), Dataset, French("Eau"), Literal.Of(2)],
            Kept("fr", Literal.Of("H2O"), Dataset, French("Eau"), English("Water"), Literal.Of(2)));

    [Fact]
    public void Each_property_and_each_subject_choose_for_themselves()
    {
        var graph = new Graph();
        graph.Describe(Dataset).Add(Title, [French("Eau"), English("Water")]).Add(Dct["description"], English("Clean"));
        graph.Describe(new Iri("http://example.org/other")).Add(Title, English("Air"));
        Assert.Equal([French("Eau"), English("Clean"), English("Air")], graph.InLanguage("fr").Triples.Select(triple => triple.Object));
    }

    /// <summary>Otherwise a syntax that writes all statements in one place would have another language than one that nests them.</summary>
    [Fact]
    public void The_descriptions_of_a_subject_choose_together()
    {
        var graph = new Graph();
        var publisher = graph.DescribeInside(Dataset).OfType(Foaf["Agent"]).Add(Title, English("Water"));
        graph.DescribeRoot(new Iri("http://example.org/root")).Add(Dct["publisher"], publisher);
        graph.DescribeRoot(Dataset).Add(Title, French("Eau"));
        var reduced = graph.InLanguage("fr");
        Assert.Equal([French("Eau")], reduced.Find(Dataset)![Title]);
        Assert.DoesNotContain("Water", Documents.Text(reduced, "jsonld"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_description_that_became_part_of_another_one_does_not_appear_apart()
    {
        var graph = new Graph();
        graph.DescribeRoot(Dataset)
            .Add(Dct["publisher"], graph.DescribeInside(Agent).Add(Title, French("Vitré")))
            .Add(Dct["publisher"], graph.DescribeInside(Agent).Add(Dct["identifier"], Literal.Of("vitre")));
        Assert.Equal(Documents.Text(graph, "jsonld"), Documents.Text(graph.InLanguage("fr"), "jsonld"));
    }

    [Fact]
    public void The_graph_itself_does_not_change()
    {
        var graph = SampleDocument.Build();
        var before = graph.Triples.ToList();
        Assert.NotEqual(before.Count, graph.InLanguage("fr").Triples.Count());
        Assert.Equal(before, graph.Triples);
    }

    [Property]
    public void A_graph_of_one_language_keeps_its_bytes_in_every_syntax(RandomGraph random)
    {
        var french = random with { Triples = [.. random.Triples.Select(InFrench)] };
        foreach (var extension in Documents.Writers.Keys)
        {
            Assert.Equal(Documents.Text(french.Build(), extension), Documents.Text(french.Build().InLanguage("fr"), extension));
        }
    }

    [Property]
    public void Every_syntax_has_the_same_texts(RandomGraph random)
    {
        var graph = random.Build().InLanguage("en");
        GraphAssert.Same(graph.Triples, RdfXmlReader.Read(Documents.Bytes(graph, "rdf")));
        GraphAssert.Same(graph.Triples, JsonLdReader.Read(Documents.Text(graph, "jsonld")));
    }

    [Property]
    public void Only_texts_of_further_languages_are_missing(RandomGraph random)
    {
        var graph = random.Build();
        var reduced = graph.InLanguage("fr").Triples.ToHashSet();
        Assert.Subset(graph.Triples.ToHashSet(), reduced);
        foreach (var values in graph.Triples.GroupBy(triple => (triple.Subject, triple.Predicate)))
        {
            var kept = values.Where(reduced.Contains).Select(triple => LanguageOf(triple.Object)).OfType<string>().Distinct().ToList();
            var all = values.Select(triple => LanguageOf(triple.Object)).OfType<string>().ToHashSet();
            Assert.Equal(all.Count == 0 ? [] : [all.Contains("fr") ? "fr" : all.Min(StringComparer.Ordinal)!], kept);
            Assert.All(
                values.Where(triple => LanguageOf(triple.Object) is not { } tag || kept.Contains(tag)),
                triple => Assert.Contains(triple, reduced));
        }
    }

    private static IReadOnlyList<Term> Kept(string language, params Term[] titles)
    {
        var graph = new Graph();
        graph.Describe(Dataset).Add(Title, titles);
        return graph.InLanguage(language).Find(Dataset)![Title];
    }

    private static string? LanguageOf(Term term) => (term as Literal)?.Language;

    private static Triple InFrench(Triple triple) =>
        triple.Object is Literal { Language: not null } text ? triple with { Object = French(text.Value) } : triple;

    private static Literal French(string text) => Literal.InLanguage(text, "fr");

    private static Literal English(string text) => Literal.InLanguage(text, "en");
}
