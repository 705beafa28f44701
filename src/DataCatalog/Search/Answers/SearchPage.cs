using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Index.Columns;
using DataCatalog.Rdf;
using DataCatalog.Search.Text;
using DataCatalog.Storage;
using DataCatalog.Territories;
using DataCatalog.Territories.Links;

namespace DataCatalog.Search.Answers;

/// <summary>One page of the answers to a question, whatever the syntax.</summary>
internal sealed record SearchPage
{
    /// <summary>The IRI of the collection of all answers.</summary>
    public required Iri Collection { get; init; }

    public required LanguageMap Title { get; init; }

    /// <summary>The words of the question; null when it has none.</summary>
    public string? Text { get; init; }

    /// <summary>The number of answers on all pages.</summary>
    public required int Total { get; init; }

    public required PageLinks Links { get; init; }

    /// <summary>The query of the first page, for the links to other syntaxes.</summary>
    public required string FirstQuery { get; init; }

    /// <summary>The datasets of this page.</summary>
    public required IReadOnlyList<Entry<Dataset>> Entries { get; init; }

    /// <summary>The rows of the datasets of this page.</summary>
    public required IReadOnlyList<Row> Rows { get; init; }

    /// <summary>What the page states about all answers, such as their counts by facet.</summary>
    public required SearchFindings Findings { get; init; }

    /// <summary>What is nearest to the question; null when datasets answer it.</summary>
    public NearestEntries? Nearest { get; init; }

    /// <summary>Marks the words of the question; null when it has none.</summary>
    public Highlighter? Highlighter { get; init; }

    /// <summary>The version of the page, for its ETag.</summary>
    public required string Version { get; init; }

    /// <summary>The territory whose datasets the list has; null for the list of all datasets.</summary>
    public TerritoryScope? Scope { get; init; }

    /// <summary>Fills address templates for the territory that was asked for; null when there is none, or several.</summary>
    public TerritoryLinks? TerritoryLinks { get; init; }

    /// <summary>How much of each dataset is shown.</summary>
    public AnswerForm Form { get; init; } = AnswerForm.Whole;

    /// <summary>The syntax of the answer, and the others that the client may ask for.</summary>
    public required Negotiated Chosen { get; init; }

    /// <summary>How the sheet is written.</summary>
    public SheetForm Sheet { get; init; }
}
