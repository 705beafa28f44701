using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>What the answer to a search states besides its entries.</summary>
public sealed record SearchFindings
{
    /// <summary>Whether the entries have only some of the words, because none has all of them.</summary>
    public bool IsRelaxed { get; init; }

    /// <summary>The words that no entry has, as they were typed; none when the entries have all words.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>The question as it was probably meant.</summary>
    public SuggestedQuestion? Suggestion { get; init; }

    public IReadOnlyList<FacetCounts> Facets { get; init; } = [];

    /// <summary>How the question was understood, where a place was read out of its words.</summary>
    public UnderstoodQuestion? UnderstoodAs { get; init; }

    /// <summary>Where the words were found, by entry.</summary>
    public IReadOnlyList<Highlights> Highlights { get; init; } = [];
}

/// <summary>A question in other words.</summary>
/// <param name="Text">The words.</param>
/// <param name="Address">The address of its answer.</param>
public sealed record SuggestedQuestion(string Text, Iri Address);

/// <summary>A question of which some words were read as a place.</summary>
/// <param name="Address">The address of the question with the territory as a filter.</param>
/// <param name="Words">The other words.</param>
/// <param name="Territory">The typed code of the territory.</param>
/// <param name="MatchedOn">What the words of the place have in common with the territory.</param>
public sealed record UnderstoodQuestion(Iri Address, string Words, string Territory, string MatchedOn)
{
    /// <summary>The name of the territory, when the question misspells it.</summary>
    public string? CorrectedName { get; init; }

    /// <summary>The address of the question taken literally.</summary>
    public required Iri Literally { get; init; }

    /// <summary>The same question about other territories of the same name.</summary>
    public IReadOnlyList<SuggestedQuestion> Others { get; init; } = [];
}

/// <summary>How many answers have each value of a facet.</summary>
public sealed record FacetCounts(string Name, IReadOnlyList<FacetCount> Values);

/// <summary>How many answers have a value.</summary>
/// <param name="Code">The value as a filter takes it.</param>
/// <param name="Label">The name of the value, in French.</param>
/// <param name="Count">How many answers have it.</param>
/// <param name="Address">The address of the search narrowed to the value.</param>
public sealed record FacetCount(string Code, string Label, int Count, Iri Address);

/// <summary>Where the words were found in an entry, as HTML with <c>mark</c> elements; null where they were not.</summary>
/// <param name="Name">Names the entry within the answer: of a dataset its id.</param>
/// <param name="Record">The entry.</param>
/// <param name="Title">The title, or the name.</param>
/// <param name="Excerpt">A part of the description, or of the definition.</param>
public sealed record Highlights(string Name, IRecord Record, string? Title, string? Excerpt);

/// <summary>
/// Maps answers to searches. What depends on the question is stated about the collection and about nodes of its own, never about an entry,
/// which is the same whatever was asked.
/// </summary>
public sealed partial class DcatMapping
{
    public void Describe(Graph graph, Iri collection, SearchFindings findings)
    {
        graph.Describe(collection)
            .Add(Cat(CatTerms.IsRelaxed), findings.IsRelaxed ? Literal.Of(true) : null)
            .Add(Cat(CatTerms.LeftOut), findings.LeftOut.Select(Literal.Of))
            .Add(Cat(CatTerms.UnderstoodAs), findings.UnderstoodAs is { } understood ? Describe(graph, understood) : null)
            .Add(Cat(CatTerms.Suggestion), findings.Suggestion is { } suggestion ? Describe(graph, suggestion) : null)
            .Add(Cat(CatTerms.HasFacet), findings.Facets.Select(facet => Describe(graph, collection, facet)))
            .Add(Cat(CatTerms.HasHighlights), findings.Highlights.Select(highlights => Describe(graph, collection, highlights)));
    }

    private static Node Describe(Graph graph, SuggestedQuestion suggestion) =>
        graph.DescribeInside(suggestion.Address).Add(Rdfs.Label, Literal.Of(suggestion.Text));

    private Node Describe(Graph graph, UnderstoodQuestion understood) =>
        graph.DescribeInside(understood.Address)
            .Add(Rdfs.Label, Literal.Of(understood.Words))
            .Add(DcTerms.Spatial, _leaves.Place(graph, understood.Territory))
            .Add(Cat(CatTerms.MatchedOn), Literal.Of(understood.MatchedOn))
            .Add(Cat(CatTerms.CorrectedName), Text(understood.CorrectedName))
            .Add(Cat(CatTerms.Alternative), understood.Others.Select(other => Describe(graph, other)))
            .Add(Rdfs.SeeAlso, understood.Literally);

    private Node Describe(Graph graph, Iri collection, FacetCounts facet) =>
        graph.DescribeInside(CatalogIris.Part(collection, $"facet-{facet.Name}"))
            .OfType(Cat(CatTerms.Facet))
            .Add(Skos.Notation, Literal.Of(facet.Name))
            .Add(Cat(CatTerms.FacetValue), facet.Values.Select(value => Describe(graph, collection, facet.Name, value)));

    private Node Describe(Graph graph, Iri collection, string facet, FacetCount value) =>
        graph.DescribeInside(CatalogIris.Part(collection, $"facet-{facet}-{Uri.EscapeDataString(value.Code)}"))
            .OfType(Cat(CatTerms.FacetCount))
            .Add(Skos.Notation, Literal.Of(value.Code))
            .Add(Cat(CatTerms.Code), Literal.Of(value.Code))
            .Add(Rdfs.Label, Literal.Of(value.Label))
            .Add(Cat(CatTerms.Count), Literal.Of(value.Count))
            .Add(Rdfs.SeeAlso, value.Address);

    private Node Describe(Graph graph, Iri collection, Highlights highlights) =>
        graph.DescribeInside(CatalogIris.Part(collection, $"found-{Uri.EscapeDataString(highlights.Name)}"))
            .OfType(Cat(CatTerms.Highlights))
            .Add(Foaf.PrimaryTopic, Identify(highlights.Record).Iri)
            .Add(Cat(CatTerms.TitleWithMarks), Html(highlights.Title))
            .Add(Cat(CatTerms.Excerpt), Html(highlights.Excerpt));

    private static Literal? Html(string? text) => text is null ? null : Literal.Of(text, RdfTerms.Html);
}
