using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>The records of a seed folder, in the order of its files.</summary>
internal sealed record SeedContent
{
    public IReadOnlyList<ConceptScheme> Schemes { get; init; } = [];

    public IReadOnlyList<Concept> Concepts { get; init; } = [];

    /// <summary>Groups of terms that mean the same to a search, separated by <c>|</c>.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    public IReadOnlyList<Territory> Territories { get; init; } = [];

    public IReadOnlyList<Agent> Agents { get; init; } = [];

    public IReadOnlyList<DatasetSeries> Series { get; init; } = [];

    public IReadOnlyList<DataService> Services { get; init; } = [];

    public IReadOnlyList<Model> Models { get; init; } = [];

    /// <summary>With their distributions.</summary>
    public IReadOnlyList<Dataset> Datasets { get; init; } = [];
}

/// <summary>What reading a folder gave. The content is fit to load only when there are no errors.</summary>
internal sealed record SeedReading(SeedContent Content, IReadOnlyList<SeedError> Errors)
{
    /// <summary>How files were read that are written unusually.</summary>
    public IReadOnlyList<SeedNote> Notes { get; init; } = [];
}
