using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;

namespace DataCatalog.Seeding.Reading;

/// <summary>The records of a seed folder, in the order of its files.</summary>
internal sealed record SeedContent : CatalogRecords
{
    /// <summary>The catalogue itself; null when a folder has no file of it, or one with errors.</summary>
    public Catalog? Catalog { get; init; }

    /// <summary>Groups of terms that mean the same to a search, separated by <c>|</c>.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];
}

/// <summary>What reading a folder gave. The content is fit to load only when there are no errors.</summary>
internal sealed record SeedReading(SeedContent Content, IReadOnlyList<SeedError> Errors)
{
    /// <summary>How files were read that are written unusually.</summary>
    public IReadOnlyList<SeedNote> Notes { get; init; } = [];
}
