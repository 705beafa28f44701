using System.Net;
using Dapper;
using DataCatalog.Tests.Storage;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Tests.Search;

/// <summary>What searches keep in memory is read from the file, and a read may fail: a network share, a disk, a lock.</summary>
public sealed class FailedReadTests
{
    [Theory]
    [InlineData("synonym", "/datasets?q=cantine", "/suggest?q=cantine")]
    [InlineData("service_dataset", "/datasets", "/territories/commune:35238/mapping")]
    public async Task A_read_that_fails_at_the_first_search_does_not_break_those_after_it(string table, params string[] addresses)
    {
        using var folder = new TemporaryFolder();
        var database = folder.PathOf("catalog.db");
        await using (var before = new CatalogApp { Database = database })
        {
            await before.JsonAsync("/");
            await before.StopAsync();
        }

        Run(database, $"alter table {table} rename to away");
        await using var app = new CatalogApp { Database = database };
        foreach (var address in addresses)
        {
            Assert.Equal(HttpStatusCode.InternalServerError, await StatusAsync(app, address));
        }

        Run(database, $"alter table away rename to {table}");
        foreach (var address in addresses)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, address));
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(CatalogApp app, string address)
    {
        using var response = await app.GetAsync(address);
        return response.StatusCode;
    }

    private static void Run(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Execute(sql);
    }
}
