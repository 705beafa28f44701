using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Datasets;

/// <summary>What the cells of a sheet are made from: French labels for what a record names by code, and what an answer says of a dataset.</summary>
/// <param name="Iris">The addresses of this catalogue.</param>
/// <param name="References">What codes stand for.</param>
/// <param name="CoverageOf">Why a dataset is about one territory; null for no territory.</param>
/// <param name="MatchOf">The words of the question in a dataset's text; null without words.</param>
internal sealed record SheetSource(CatalogIris Iris, IReferences References, Func<Dataset, Coverage?>? CoverageOf = null, Func<Dataset, string?>? MatchOf = null)
{
    public string Agent(string id) => References.FindAgent(id)?.Name["fr"] ?? throw Missing(id);

    public string? Of(string scheme, string? code) => code is null ? null
        : References.FindConcept(scheme, code)?.Label["fr"] ?? throw Missing($"{scheme}/{code}");

    public string? Of(string scheme, IEnumerable<string> codes) => Joined(codes.Select(code => Of(scheme, code)!));

    public string? Territories(IEnumerable<string> ids) => Joined(ids.Select(id => References.FindTerritory(id)?.Name ?? throw Missing(id)));

    private static string? Joined(IEnumerable<string> values) => string.Join('|', values) is { Length: > 0 } text ? text : null;

    private static InvalidOperationException Missing(string id) => new($"'{id}' is referred to and not in the database.");
}
