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
    [InlineData("/datasets/arbres-rennes")]
    [InlineData("/datasets/arbres-rennes.ttl")]
    [InlineData("/catalog?pageSize=1")]
    [InlineData("/catalog.ttl?theme=ENVI&pageSize=1")]
    [InlineData("/rules/liste-deliberations")]
    [InlineData("/rules?pageSize=1")]
    [InlineData("/datasets.jsonl?theme=ENVI&pageSize=1")]
    public async Task Nothing_waits_for_them(string address)
    {
        using var answer = await unreadable.App.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/datasets/arbres-rennes?territory=35238")]
    [InlineData("/catalog?territory=commune:35238")]
    [InlineData("/rules/liste-deliberations?territory=commune:35238")]
    [InlineData("/datasets.jsonl?territory=commune:35238")]
    public async Task Who_names_one_needs_them(string address)
    {
        using var answer = await unreadable.App.GetAsync(address);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
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
