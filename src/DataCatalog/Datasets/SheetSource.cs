using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Datasets;

/// <summary>The source of the cells of a sheet: French labels for the codes in a record, and what an answer says about a dataset.</summary>
/// <param name="Iris">The IRIs of this catalogue.</param>
/// <param name="References">The records that codes refer to.</param>
/// <param name="CoverageOf">Explains why a dataset covers the territory of the sheet; null when the sheet is not of a territory.</param>
/// <param name="MatchOf">Returns the part of a dataset's text with the words of the question; null when there are no words.</param>
internal sealed record SheetSource(
    CatalogIris Iris,
    IReferences References,
    Func<Dataset, Coverage?>? CoverageOf = null,
    Func<Dataset, string?>? MatchOf = null)
{
    /// <summary>Lists the ready links of a distribution; null when the sheet is not of a territory.</summary>
    public Func<Distribution, IReadOnlyList<ReadyLink>>? LinksOf { get; init; }

    public string AgentName(string id) => References.FindAgent(id)?.Name["fr"] ?? throw Missing(id);

    public string? Label(string scheme, string? code) => code is null ? null
        : References.FindConcept(scheme, code)?.Label["fr"] ?? throw Missing($"{scheme}/{code}");

    public string? Labels(string scheme, IEnumerable<string> codes) => Joined(codes.Select(code => Label(scheme, code)!));

    public string? TerritoryNames(IEnumerable<string> ids) =>
        Joined(ids.Select(id => References.FindTerritory(id)?.Name ?? throw Missing(id)));

    private static string? Joined(IEnumerable<string> values) => string.Join('|', values) is { Length: > 0 } text ? text : null;

    private static InvalidOperationException Missing(string id) => new($"A record refers to '{id}', which is not in the database.");
}
