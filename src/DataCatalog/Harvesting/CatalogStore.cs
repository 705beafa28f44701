using System.Text.Json;
using Dapper;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using DataCatalog.Territories;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Harvesting;

/// <summary>Reads the catalogue slice by slice. Counts are remembered until something changes.</summary>
internal sealed class CatalogStore(Database database)
{
    /// <summary>What is remembered at most, in characters: the territories around a country are a long text, and so may be the filters of a view.</summary>
    private const int Remembering = 4 * 1024 * 1024;

    private const string ChangedSql = """
        select max(day) from (
          select max(changed_on) as day from dataset
          union all select max(changed_on) from series
          union all select max(changed_on) from service
          union all select substr(max(withdrawn_at), 1, 10) from dataset
          union all select substr(max(withdrawn_at), 1, 10) from series
          union all select substr(max(withdrawn_at), 1, 10) from service)
        """;

    private readonly RecordReader<Dataset> _datasets = new(database);
    private readonly RecordReader<DatasetSeries> _series = new(database);
    private readonly RecordReader<DataService> _services = new(database);
    private readonly DerivedByName _figures = new(Remembering);

    /// <summary>How many entries of a part of the catalogue are in a view.</summary>
    public int Count(HarvestView view, CatalogSection section) => Remembered($"{section}?{view.Query}", () => section switch
    {
        CatalogSection.Datasets => _datasets.Count(view.Datasets),
        CatalogSection.Series => _series.Count(view.Series),
        _ => _services.Count(view.Services),
    });

    /// <summary>The day of the last change of the catalogue, withdrawals included; the first of all days for an empty one.</summary>
    public DateOnly Changed() => Remembered("changed", () =>
    {
        using var connection = database.OpenRead();
        return Changed(connection);
    });

    /// <summary>The same over a connection of the caller's.</summary>
    public static DateOnly Changed(SqliteConnection connection) =>
        connection.ExecuteScalar<string?>(ChangedSql) is { } day ? StoredText.Day(day) : DateOnly.MinValue;

    /// <summary>The platforms on which entries have another identifier.</summary>
    public IReadOnlyList<string> Platforms() => Remembered("platforms", () => Names("select platform from dataset_identifier union select platform from service_identifier order by 1"));

    /// <summary>The territories that share ground with one, as a JSON array.</summary>
    public string TerritoriesRelatedTo(TerritoryMap map, int number) =>
        Remembered($"territory {map.IdOf(number)}", () => JsonSerializer.Serialize(map.RelatedTo(number)));

    /// <summary>What follows a position, at most so many entries of one part; empty only at the end of the catalogue.</summary>
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

    /// <summary>A slice of one part by its place in the order of the ids.</summary>
    public CatalogSlice List(HarvestView view, CatalogSection section, int offset, int limit) => section switch
    {
        CatalogSection.Datasets => new() { Datasets = _datasets.List(view.Datasets, offset, limit) },
        CatalogSection.Series => new() { Series = _series.List(view.Series, offset, limit) },
        _ => new() { Services = _services.List(view.Services, offset, limit) },
    };

    /// <summary>The whole catalogue, slice by slice, over a connection of the caller's.</summary>
    public static IEnumerable<CatalogSlice> Slices(SqliteConnection connection, int size) => RecordReader<Dataset>.All(connection).Chunk(size)
        .Select(entries => new CatalogSlice { Datasets = entries })
        .Concat(RecordReader<DatasetSeries>.All(connection).Chunk(size).Select(entries => new CatalogSlice { Series = entries }))
        .Concat(RecordReader<DataService>.All(connection).Chunk(size).Select(entries => new CatalogSlice { Services = entries }));

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

    private T Remembered<T>(string name, Func<T> read)
        where T : notnull => _figures.Since(name, database.Sequence, read);
}
