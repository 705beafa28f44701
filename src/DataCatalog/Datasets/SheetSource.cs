using System.Net;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Search.Text;
using DataCatalog.Territories;

namespace DataCatalog.Datasets;

/// <summary>What the cells of a sheet are made from: French labels for what a record names by code, and what an answer says of a dataset.</summary>
/// <param name="Iris">The addresses of this catalogue.</param>
/// <param name="References">What codes stand for.</param>
/// <param name="Coverage">Why each dataset is about one territory; null for no territory.</param>
/// <param name="Highlighter">Finds the words of a question; null without words.</param>
internal sealed record SheetSource(CatalogIris Iris, IReferences References, TerritoryCoverage? Coverage = null, Highlighter? Highlighter = null)
{
    public string Agent(string id) => References.FindAgent(id)?.Name["fr"] ?? throw Missing(id);

    public string? Of(string scheme, string? code) => code is null ? null
        : References.FindConcept(scheme, code)?.Label["fr"] ?? throw Missing($"{scheme}/{code}");

    public string? Of(string scheme, IEnumerable<string> codes) => Joined(codes.Select(code => Of(scheme, code)!));

    public string? Territories(IEnumerable<string> ids) => Joined(ids.Select(id => References.FindTerritory(id)?.Name ?? throw Missing(id)));

    /// <summary>The part of a dataset's text that has the words of the question, these in French quotation marks; null without any.</summary>
    public string? MatchOf(Dataset dataset) =>
        Highlighter is { } marks && (marks.Excerpt(dataset.Description["fr"]!) ?? marks.Mark(dataset.Title["fr"]!)) is { } html
            ? WebUtility.HtmlDecode(html.Replace("<mark>", "«\u00a0", StringComparison.Ordinal).Replace("</mark>", "\u00a0»", StringComparison.Ordinal))
            : null;

    private static string? Joined(IEnumerable<string> values) => string.Join('|', values) is { Length: > 0 } text ? text : null;

    private static InvalidOperationException Missing(string id) => new($"'{id}' is referred to and not in the database.");
}
