using DataCatalog.Datasets;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Index.Columns;
using DataCatalog.Rdf;
using DataCatalog.Search.Text;
using DataCatalog.Storage;
using DataCatalog.Territories;

namespace DataCatalog.Search.Answers;

/// <summary>One page of the answers to a question: what every syntax shows.</summary>
internal sealed record SearchPage
{
    /// <summary>All answers, as a collection.</summary>
    public required Iri Collection { get; init; }

    public required LanguageMap Title { get; init; }

    /// <summary>The words that were asked; null without any.</summary>
    public string? Text { get; init; }

    /// <summary>How many answers there are on all pages.</summary>
    public required int Total { get; init; }

    public required PageLinks Links { get; init; }

    /// <summary>The question without the place in it: pages of sheets and feeds are others than those of graphs.</summary>
    public required string FirstQuery { get; init; }

    /// <summary>The datasets of this page.</summary>
    public required IReadOnlyList<Entry<Dataset>> Entries { get; init; }

    /// <summary>Their rows.</summary>
    public required IReadOnlyList<Row> Rows { get; init; }

    /// <summary>What is said of all answers.</summary>
    public required SearchFindings Findings { get; init; }

    /// <summary>Marks the words that were found; null without any.</summary>
    public Highlighter? Highlighter { get; init; }

    /// <summary>Whatever changes when the page does.</summary>
    public required string Version { get; init; }

    /// <summary>The territory whose datasets these are; null for all.</summary>
    public TerritoryScope? Scope { get; init; }

    /// <summary>How much of each dataset is shown.</summary>
    public AnswerForm Form { get; init; } = AnswerForm.Whole;

    /// <summary>The syntax of the answer, and those that it can be had in.</summary>
    public required Negotiated Chosen { get; init; }

    /// <summary>How the sheet is written.</summary>
    public SheetForm Sheet { get; init; }
}
