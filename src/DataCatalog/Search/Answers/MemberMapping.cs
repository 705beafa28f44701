using System.Net;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Search.Answers;

/// <summary>Describes the datasets of a page in full, as summaries, or with chosen fields.</summary>
internal sealed class MemberMapping(DcatMapping mapping, SearchPage page)
{
    public DcatMapping Mapping => mapping;

    /// <summary>The keys to write of each dataset; null for all.</summary>
    public KeySelection? Selection { get; } = page.Form.Fields is { } fields ? new KeySelection(DcatTerms.Dataset, fields) : null;

    public Node Describe(Graph graph, Dataset dataset)
    {
        var node = page.Form.IsSummary ? mapping.DescribeSummary(graph, dataset) : DescribeWhole(graph, dataset);
        if (page.Form.Shows(CatTerms.Formats))
        {
            mapping.AddFormats(graph, node, dataset);
        }

        if (page.Form.Shows(CatTerms.Match))
        {
            mapping.AddMatch(graph, node, HighlightsIn(dataset), page.Scope?.Coverage.Of(dataset), [.. LinksOf(graph, dataset)]);
        }

        return node;
    }

    private Node DescribeWhole(Graph graph, Dataset dataset)
    {
        var node = mapping.Describe(graph, dataset);
        if (page.TerritoryLinks is { } links)
        {
            foreach (var distribution in dataset.Distributions)
            {
                mapping.AddReadyLinks(graph, page.Collection, distribution, links.Of(distribution));
            }
        }

        return node;
    }

    private IEnumerable<Node> LinksOf(Graph graph, Dataset dataset) => page.TerritoryLinks is { } links
        ? dataset.Distributions.SelectMany(distribution =>
            mapping.DescribeLinks(graph, page.Collection, distribution, links.Of(distribution)))
        : [];

    /// <summary>Marks the words of the question in the title and the description; null when neither has any of them.</summary>
    public Highlights? HighlightsIn(Dataset dataset) =>
        page.Highlighter?.In(dataset.Id, dataset, dataset.Title["fr"]!, dataset.Description["fr"]!);

    /// <summary>
    /// Returns the excerpt of the description, or else the title, with the words of the question in French quotation marks, as plain text;
    /// null when neither has any of them.
    /// </summary>
    public string? MatchAsText(Dataset dataset) => HighlightsIn(dataset) is { } found
        ? WebUtility.HtmlDecode((found.Excerpt ?? found.Title)!
            .Replace("<mark>", "«\u00a0", StringComparison.Ordinal)
            .Replace("</mark>", "\u00a0»", StringComparison.Ordinal))
        : null;
}
