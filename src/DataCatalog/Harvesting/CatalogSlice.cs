using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Harvesting;

/// <summary>Consecutive entries of the catalogue, all of one kind: datasets, series and services never share a page.</summary>
internal sealed record CatalogSlice
{
    public IReadOnlyList<Entry<Dataset>> Datasets { get; init; } = [];

    public IReadOnlyList<Entry<DatasetSeries>> Series { get; init; } = [];

    public IReadOnlyList<Entry<DataService>> Services { get; init; } = [];

    public bool IsEmpty => Count == 0;

    public int Count => Datasets.Count + Series.Count + Services.Count;

    /// <summary>The id of the last entry; the slice must not be empty.</summary>
    public string LastId => Datasets.Select(entry => entry.Record.Id)
        .Concat(Series.Select(entry => entry.Record.Id))
        .Concat(Services.Select(entry => entry.Record.Id))
        .Last();

    /// <summary>The ids of the territories that the entries name, some of them several times.</summary>
    public IEnumerable<string> Territories => Datasets
        .SelectMany(entry => entry.Record.Territories.Concat(entry.Record.TerritoriesExcept).Concat(entry.Record.TerritoriesUnknown))
        .Concat(Series.SelectMany(entry => entry.Record.Territories));

    /// <summary>Returns the first entries of the slice.</summary>
    public CatalogSlice Take(int size) => new()
    {
        Datasets = [.. Datasets.Take(size)],
        Series = [.. Series.Take(size)],
        Services = [.. Services.Take(size)],
    };
}
