using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Rules;

/// <summary>Records that will stand in one catalogue, for the rules that need several of them to see (<see cref="CatalogValidator"/>).</summary>
public record CatalogRecords
{
    public IReadOnlyList<ConceptScheme> Schemes { get; init; } = [];

    public IReadOnlyList<Concept> Concepts { get; init; } = [];

    public IReadOnlyList<Territory> Territories { get; init; } = [];

    public IReadOnlyList<Agent> Agents { get; init; } = [];

    public IReadOnlyList<DatasetSeries> Series { get; init; } = [];

    public IReadOnlyList<DataService> Services { get; init; } = [];

    public IReadOnlyList<Model> Models { get; init; } = [];

    /// <summary>With their distributions.</summary>
    public IReadOnlyList<Dataset> Datasets { get; init; } = [];
}
