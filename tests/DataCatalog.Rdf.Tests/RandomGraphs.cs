using FsCheck;
using FsCheck.Fluent;

namespace DataCatalog.Rdf.Tests;

/// <summary>The triples and roots of a graph, so that a failing one shrinks to the triples that matter.</summary>
public sealed record RandomGraph(IReadOnlyList<Triple> Triples, IReadOnlyList<Resource> Roots)
{
    public Graph Build()
    {
        var graph = new Graph();
        foreach (var root in Roots)
        {
            graph.DescribeRoot(root);
        }

        for (var index = 0; index < Triples.Count; index++)
        {
            State(graph, Triples[index], isDescribed: index % 3 == 0);
        }

        return graph;
    }

    /// <summary>Some mentions are described in their place, which says one thing more.</summary>
    private static void State(Graph graph, Triple triple, bool isDescribed)
    {
        if (isDescribed && triple.Object is Resource mentioned && triple.Predicate != RdfTerms.Type)
        {
            graph.Describe(triple.Subject).Add(triple.Predicate, graph.DescribeInside(mentioned).Add(triple.Predicate, triple.Subject));
        }
        else
        {
            graph.Describe(triple.Subject).Add(triple.Predicate, triple.Object);
        }
    }

    public IEnumerable<RandomGraph> Smaller() =>
        Triples.Select((_, skipped) => this with { Triples = [.. Triples.Where((_, index) => index != skipped)] })
            .Concat(Roots.Select(root => this with { Roots = [.. Roots.Where(other => other != root)] }));

    public override string ToString() => $"roots: {string.Join(' ', Roots)}\n{string.Join('\n', Triples)}";
}

/// <summary>Few resources and many triples: cycles, diamonds and self references come by themselves.</summary>
public static class RandomGraphs
{
    private static readonly Namespace Free = new("free", "http://example.org/free/");

    /// <summary>Schemes that equal prefixes or keys, what readers might normalise, and what they might take for a namespace.</summary>
    private static readonly Iri[] Resources =
    [
        new("http://example.org/a"), new("http://example.org/a/"), new("http://EXAMPLE.org:80/A%c3%a9?q=1&r=%20#frag'(x)"),
        new("http://example.org/é/日本語/😀"), new("urn:example:1"), new("urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
        new("cat:x"), new("cat://host/x"), new("title:x"), new("id:x"), new("type:x"), new("mailto:a.b@example.org"), new("Dataset:1"),
        SampleVocabulary.Dcat["Dataset"], SampleVocabulary.Dct["license"], SampleVocabulary.Cat["deep-sea"], SampleVocabulary.Cat["-x"],
        SampleVocabulary.Dct["7"], new("http://purl.org/dc/terms/"), new("http://purl.org/dc/terms/a/b"), new("http://example.org/a.b."),
    ];

    private static readonly Iri[] Predicates =
    [
        RdfTerms.Type, RdfTerms.Namespace["_1"], RdfTerms.Namespace["value"], Rdfs.SeeAlso, new("http://example.org/p"), Free["p"],
        Free["%C3%A9t"], Free["é"], new("urn:p"), new("cat:p"), SampleVocabulary.Dct["7up"], SampleVocabulary.Cat["deep-x"],
        SampleVocabulary.Dct["relation"],
        .. SampleVocabulary.Context.Terms.Select(term => term.Predicate),
    ];

    private static readonly Iri[] Datatypes =
    [
        Xsd.Boolean, Xsd.Date, Xsd.DateTime, Xsd.Decimal, Xsd.Integer, Xsd.NonNegativeInteger, new("http://example.org/type"), new("urn:t"),
    ];

    private static readonly string[] Lexical =
    [
        "", "0", "-0", "007", "+1", "12", "-3", "9007199254740991", "9007199254740992", "-9007199254740992", "1e3", "1.0", " 1", "true",
        "1", "TRUE", "2024-02-30", "false",
    ];

    private static readonly string[] Fragments =
    [
        "a", "Z", "9", " ", "  ", "\t", "\n", "\r", "\r\n", "\u007F", "\u0085", "\u00A0", "\u2028", "\u2029", "\uFEFF", "\uFFFD", "\uE000",
        "é", "e\u0301",
        "😀", "\U0010FFFD", "\U00010000", "שלום", "\u200F", "'", "\"", "\"\"\"", "\\", "\\u0041", "]]>", "&", "&amp;", "<b>", "<!--",
        "{", "}", "@fr", "^^",
        "http://x", "cat:x", "_:b", "$&", "\u0301",
    ];

    private static readonly Gen<BlankNode> Blanks = Gen.Choose(0, 5).Select(number => new BlankNode($"b{number}"));

    private static readonly Gen<string> Texts = Gen.Frequency(
        (4, Gen.ArrayOf(Gen.Elements(Fragments)).Select(string.Concat)),
        (1, Gen.ArrayOf(Gen.Choose(0x20, 0x10FFFF).Select(CharacterOf)).Select(string.Concat)));

    private static readonly Gen<Resource> AnyResource = Gen.Frequency(
        (5, Gen.Elements(Resources).Select(Resource (iri) => iri)), (4, Blanks.Select(Resource (blank) => blank)));

    private static readonly Gen<Term> Literals = Gen.OneOf(
        Texts.Select(Term (text) => Literal.Of(text)),
        Gen.Elements(Lexical).Zip(Gen.Elements(Datatypes)).Select(Term (pair) => Literal.Of(pair.Item1, pair.Item2)),
        Texts.Zip(Gen.Elements("fr", "en", "en-gb", "zh-hant-tw", "id", "type", "cat"))
            .Select(Term (pair) => Literal.InLanguage(pair.Item1, pair.Item2)));

    private static readonly Gen<Triple> Triples =
        from subject in AnyResource
        from predicate in Gen.Elements(Predicates)
        from value in Gen.Frequency((1, AnyResource.Select(Term (resource) => resource)), (1, Literals))
        select new Triple(subject, predicate, value);

    public static readonly Gen<RandomGraph> All =
        from triples in Gen.ArrayOf(Triples)
        from roots in Gen.Choose(0, 3)
        from order in Gen.ArrayOf(AnyResource, roots)
        select new RandomGraph(triples, order);

    public static Arbitrary<RandomGraph> Graphs() => Arb.From(All, graph => graph.Smaller());

    /// <summary>The character of a code point, or a letter where XML 1.0 has none.</summary>
    private static string CharacterOf(int code) =>
        code is >= 0xD800 and <= 0xDFFF || !XmlText.IsValid(char.ConvertFromUtf32(code)) ? "x" : char.ConvertFromUtf32(code);
}
