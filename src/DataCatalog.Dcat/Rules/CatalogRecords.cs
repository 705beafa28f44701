using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Rules;

/// <summary>The records of one catalogue, for the rules that look at several of them (<see cref="CatalogValidator"/>).</summary>
public record CatalogRecords
{
    public IReadOnlyList<ConceptScheme> Schemes { get; init; } = [];

    public IReadOnlyList<Concept> Concepts { get; init; } = [];

    public IReadOnlyList<Territory> Territories { get; init; } = [];

    public IReadOnlyList<Agent> Agents { get; init; } = [];

    public IReadOnlyList<DatasetSeries> Series { get; init; } = [];

    public IReadOnlyList<DataService> Services { get; init; } = [];

    public IReadOnlyList<Model> Models { get; init; } = [];

    public IReadOnlyList<LegalRule> Rules { get; init; } = [];

    /// <summary>The datasets, with their distributions.</summary>
    public IReadOnlyList<Dataset> Datasets { get; init; } = [];
}
