using System.Data.Common;
using Dapper;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using DataCatalog.Territories;

namespace DataCatalog.Harvesting;

/// <summary>Reads the catalogue slice by slice. Counts are cached until something changes.</summary>
internal sealed class CatalogStore(Database database)
{
    /// <summary>
    /// The size of the cache, in characters: the list of the territories in a country is a long text, and so may be the filters of a view.
    /// </summary>
    private const int CacheSize = 4 * 1024 * 1024;

    private const string ChangedSql = """
        select max(day) from (
          select max(changed_on) as day from dataset
          union all select max(changed_on) from series
          union all select max(changed_on) from service
          union all select substr(max(withdrawn_at), 1, 10) from dataset
          union all select substr(max(withdrawn_at), 1, 10) from series
          union all select substr(max(withdrawn_at), 1, 10) from service) days
        """;

    private readonly RecordReader<Dataset> _datasets = new(database);
    private readonly RecordReader<DatasetSeries> _series = new(database);
    private readonly RecordReader<DataService> _services = new(database);
    private readonly DerivedByName _cache = new(CacheSize, database.Epoch);

    /// <summary>Counts the entries of a section in a view.</summary>
    public int Count(HarvestView view, CatalogSection section) => Cached($"{section}?{view.Filters}", () => section switch
    {
        CatalogSection.Datasets => _datasets.Count(view.Datasets),
        CatalogSection.Series => _series.Count(view.Series),
        _ => _services.Count(view.Services),
    });

    /// <summary>
    /// Returns the day of the last change of the catalogue, including withdrawals; <see cref="DateOnly.MinValue"/> when it is empty.
    /// </summary>
    public DateOnly LastChangeDay() => Cached("changed", () =>
    {
        using var connection = database.OpenRead();
        return LastChangeDay(connection);
    });

    /// <summary>Returns the day of the last change as a connection sees it.</summary>
    public static DateOnly LastChangeDay(DbConnection connection) =>
        connection.ExecuteScalar<string?>(ChangedSql) is { } day ? StoredText.Day(day) : DateOnly.MinValue;

    /// <summary>Lists the platforms on which entries have another identifier.</summary>
    public IReadOnlyList<string> Platforms() => Cached(
        "platforms",
        () => Names("select platform from dataset_identifier union select platform from service_identifier order by 1"));

    /// <summary>
    /// Lists the territory, those that contain it and those within it, and the datasets with exceptions that are about it.
    /// </summary>
    public RelatedTerritories TerritoriesRelatedTo(TerritoryIndex places, int number) =>
        Cached($"territory {places.IdOf(number)}", () => RelatedTerritories.Of(places, number, StatedAreas()));

    private IReadOnlyList<StatedArea> StatedAreas() => Cached("areas", () =>
    {
        using var connection = database.OpenRead();
        return RelatedTerritories.Read(connection);
    });

    /// <summary>Reads the entries after a position, all of one section; empty only at the end of the catalogue.</summary>
    public CatalogSlice After(HarvestView view, CatalogPosition position, int limit, out CatalogSection section)
    {
        foreach (var at in position.Following.Select(CatalogPosition.At).Prepend(position))
        {
            section = at.Section;
            var slice = At(view, at, limit);
            if (!slice.IsEmpty)
            {
                return slice;
            }
        }

        section = CatalogPosition.Sections[^1];
        return new CatalogSlice();
    }

    /// <summary>Reads a slice of one section by its offset in the order of the ids.</summary>
    public CatalogSlice List(HarvestView view, CatalogSection section, int offset, int limit) => section switch
    {
        CatalogSection.Datasets => new() { Datasets = _datasets.List(view.Datasets, offset, limit) },
        CatalogSection.Series => new() { Series = _series.List(view.Series, offset, limit) },
        _ => new() { Services = _services.List(view.Services, offset, limit) },
    };

    /// <summary>Reads the whole catalogue as a connection sees it, slice by slice.</summary>
    public static IEnumerable<CatalogSlice> Slices(DbConnection connection, int size) =>
        RecordReader<Dataset>.Slices(connection, size).Select(entries => new CatalogSlice { Datasets = entries })
        .Concat(RecordReader<DatasetSeries>.Slices(connection, size).Select(entries => new CatalogSlice { Series = entries }))
        .Concat(RecordReader<DataService>.Slices(connection, size).Select(entries => new CatalogSlice { Services = entries }));

    private CatalogSlice At(HarvestView view, CatalogPosition position, int limit) => position.Section switch
    {
        CatalogSection.Datasets => new() { Datasets = _datasets.After(view.Datasets, position.After, limit) },
        CatalogSection.Series => new() { Series = _series.After(view.Series, position.After, limit) },
        _ => new() { Services = _services.After(view.Services, position.After, limit) },
    };

    private List<string> Names(string sql)
    {
        using var connection = database.OpenRead();
        return connection.Query<string>(sql).AsList();
    }

    private T Cached<T>(string name, Func<T> read)
        where T : notnull => _cache.Since(name, database.Sequence, read);
}
