using System.Net;
using Dapper;
using DataCatalog.Tests.Storage;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Tests.Territories;

/// <summary>
/// A request that names no territory does not wait until all of them are read, which takes seconds after a start: here they cannot be read
/// at all.
/// </summary>
[Trait("Engine", "SQLite")]
public sealed class NoTerritoryTests(NoTerritoryTests.Unreadable unreadable) : IClassFixture<NoTerritoryTests.Unreadable>
{
    [Theory]
    [InlineData("/datasets/arbres-rennes", HttpStatusCode.OK)]
    [InlineData("/datasets/arbres-rennes.ttl", HttpStatusCode.OK)]
    [InlineData("/catalog?pageSize=1", HttpStatusCode.OK)]
    [InlineData("/catalog.ttl?theme=ENVI&pageSize=1", HttpStatusCode.OK)]
    [InlineData("/rules/liste-deliberations", HttpStatusCode.OK)]
    [InlineData("/rules?pageSize=1", HttpStatusCode.OK)]
    [InlineData("/datasets.jsonl?theme=ENVI&pageSize=1", HttpStatusCode.OK)]
    [InlineData("/datasets/arbres-rennes?territory=35238", HttpStatusCode.InternalServerError)]
    [InlineData("/catalog?territory=commune:35238", HttpStatusCode.InternalServerError)]
    [InlineData("/rules/liste-deliberations?territory=commune:35238", HttpStatusCode.InternalServerError)]
    [InlineData("/datasets.jsonl?territory=commune:35238", HttpStatusCode.InternalServerError)]
    public async Task Only_who_names_a_territory_waits_for_them(string address, HttpStatusCode expected)
    {
        using var answer = await unreadable.App.GetAsync(address);
        Assert.Equal(expected, answer.StatusCode);
    }

    /// <summary>An application in which a commune is part of something that does not exist.</summary>
    public sealed class Unreadable : IAsyncDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Unreadable()
        {
            var path = _folder.PathOf("catalog.db");
            SeededDatabase.CopyTo(path);
            using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
            {
                connection.Execute(
                    "update territory set document = json_set(document, '$.parents', json('[\"epci:0\"]')) where id = 'commune:35238'");
            }

            App = new CatalogApp { Database = path };
        }

        public CatalogApp App { get; }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            _folder.Dispose();
        }
    }
}
