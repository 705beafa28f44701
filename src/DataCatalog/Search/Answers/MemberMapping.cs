using System.Net;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Search.Answers;

/// <summary>Describes the datasets of a page of answers: in full, as summaries, or for a choice of fields.</summary>
internal sealed class MemberMapping(DcatMapping mapping, SearchPage page)
{
    public DcatMapping Mapping => mapping;

    /// <summary>Which keys the datasets have; null for all that was described.</summary>
    public KeySelection? Selection { get; } = page.Form.Fields is { } fields ? new KeySelection(DcatTerms.Dataset, fields) : null;

    public Node Describe(Graph graph, Dataset dataset)
    {
        var node = page.Form.IsSummary ? mapping.DescribeSummary(graph, dataset) : mapping.Describe(graph, dataset);
        if (page.Form.Shows(CatTerms.Formats))
        {
            mapping.AddFormats(graph, node, dataset);
        }

        if (page.Form.Shows(CatTerms.Match))
        {
            mapping.AddMatch(graph, node, WordsIn(dataset), page.Scope?.Coverage.Of(dataset));
        }

        return node;
    }

    /// <summary>Where the words of the question are in a dataset; null when they are nowhere in its title and description, or there are none.</summary>
    public Highlights? WordsIn(Dataset dataset) => page.Highlighter is { } marks
        && new Highlights(dataset.Id, marks.Mark(dataset.Title["fr"]!), marks.Excerpt(dataset.Description["fr"]!)) is { } found
        && (found.Title ?? found.Excerpt) is not null
            ? found
            : null;

    /// <summary>The part of a dataset's text that has the words of the question, these in French quotation marks; null without any.</summary>
    public string? MatchInWords(Dataset dataset) => WordsIn(dataset) is { } found
        ? WebUtility.HtmlDecode((found.Excerpt ?? found.Title)!.Replace("<mark>", "«\u00a0", StringComparison.Ordinal).Replace("</mark>", "\u00a0»", StringComparison.Ordinal))
        : null;
}
