using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>
/// Maps a dataset as a list of answers shows it to apps. The keys mean the same as in its whole description. Only plain JSON has this form:
/// a graph that states less about a dataset would look like all there is.
/// </summary>
public sealed partial class DcatMapping
{
    /// <summary>Describes what identifies a dataset and what its use depends on.</summary>
    public Node DescribeSummary(Graph graph, Dataset dataset)
    {
        var publisher = Required(references.FindAgent(dataset.Publisher), dataset.Publisher);
        var node = graph.Describe(iris.Dataset(dataset.Id));
        return node
            .Add(DcTerms.Identifier, Literal.Of(dataset.Id))
            .Add(DcTerms.Title, Texts(dataset.Title))
            .Add(DcTerms.Publisher, graph.DescribeInside(iris.Agent(publisher.Id))
                .OfType(Foaf.Agent)
                .Add(Cat(CatTerms.Code), Literal.Of(publisher.Id))
                .Add(Foaf.Name, Texts(publisher.Name)))
            .Add(DcTerms.License, _leaves.Licence(graph, dataset.Licence, onDataset: true))
            .Add(Cat(CatTerms.HasAccessConditions), DescribeAccess(graph, (Iri)node.Id, dataset.Access));
    }

    /// <summary>Adds the formats of all distributions, each once.</summary>
    public void AddFormats(Graph graph, Node node, Dataset dataset) => node.AddList(
        Cat(CatTerms.Formats),
        dataset.Distributions
            .Select(distribution => distribution.Format).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(code => _leaves.Format(graph, code)!));

    /// <summary>Adds why a dataset answers a question. Adds nothing when both reasons are null.</summary>
    /// <param name="graph">The graph to add to.</param>
    /// <param name="node">The dataset.</param>
    /// <param name="words">Where the words were found; null without words.</param>
    /// <param name="coverage">Why it is about the territory that was asked for; null without one.</param>
    /// <param name="links">The ready links of its distributions.</param>
    public void AddMatch(Graph graph, Node node, Highlights? words, Coverage? coverage, IReadOnlyCollection<Node> links)
    {
        if (words is not null || coverage is not null || links.Count > 0)
        {
            node.Add(Cat(CatTerms.Match), graph.DescribeInside(new BlankNode($"match-{graph.DescriptionCount}"))
                .Add(Cat(CatTerms.TitleWithMarks), Html(words?.Title))
                .Add(Cat(CatTerms.Excerpt), Html(words?.Excerpt))
                .Add(Cat(CatTerms.Level), Text(coverage?.Level))
                .Add(Cat(CatTerms.InPart), coverage is { IsInPart: true } ? Literal.Of(true) : null)
                .Add(Cat(CatTerms.NotKnown), coverage is { IsNotKnown: true } ? Literal.Of(true) : null)
                .Add(Cat(CatTerms.Reason), coverage is null ? [] : Texts(coverage.Reason))
                .Add(Cat(CatTerms.ReadyLinks), links));
        }
    }
}
