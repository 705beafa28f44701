using Dapper;
using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Seeding;
using DataCatalog.Seeding.Reading;
using DataCatalog.Storage;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Tests.Storage;

/// <summary>A catalogue in a database of its own, with a clock that stands still in the year 2031.</summary>
internal sealed class TestCatalog : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestDatabase _own;

    public TestCatalog()
    {
        _own = TestDatabase.Empty(Path);
        Database = new Database(Text, Time);
        Database.Migrate();
        Datasets = new(Database);
        DatasetStore = new(Database, Datasets, new CatalogIris(CatalogApp.BaseUrl));
        Services = new(Database);
        Series = new(Database);
        Models = new(Database);
        Agents = new(Database);
        Schemes = new(Database);
        Concepts = new(Database);
        Territories = new(Database);
        References = new(Database, new CatalogIris(CatalogApp.BaseUrl));
    }

    /// <summary>The file, where it is one.</summary>
    public string Path => _folder.PathOf("catalog.db");

    /// <summary>What names the database.</summary>
    public string Text => _own.Text;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero));

    public Database Database { get; }

    public RecordReader<Dataset> Datasets { get; }

    public DatasetStore DatasetStore { get; }

    public RecordReader<DataService> Services { get; }

    public RecordReader<DatasetSeries> Series { get; }

    public RecordReader<Model> Models { get; }

    public RecordReader<Agent> Agents { get; }

    public RecordReader<ConceptScheme> Schemes { get; }

    public RecordReader<Concept> Concepts { get; }

    public RecordReader<Territory> Territories { get; }

    public References References { get; }

    public SeedReport Load(SeedContent content, bool withdrawMissing = false) =>
        new SeedLoader(Database).Load(content, withdrawMissing, "test");

    /// <summary>A catalogue with the sample content.</summary>
    public static TestCatalog Loaded()
    {
        var catalog = new TestCatalog();
        catalog.Load(Samples.Content);
        return catalog;
    }

    public T Scalar<T>(string sql)
    {
        using var connection = Database.OpenRead();
        return connection.ExecuteScalar<T>(sql)!;
    }

    /// <summary>The rows of a query, each as its values between bars.</summary>
    public IReadOnlyList<string> Rows(string sql)
    {
        using var connection = Database.OpenRead();
        return [.. connection.Query(sql).Select(row => string.Join('|', ((IDictionary<string, object?>)row).Values))];
    }

    public void Dispose()
    {
        Database.Dispose();
        _own.Dispose();
        _folder.Dispose();
    }
}
