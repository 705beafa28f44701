using Dapper;
using DataCatalog.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Harvesting;

/// <summary>A database that something else than this program has written to.</summary>
internal static class BrokenDataset
{
    /// <summary>Makes a dataset name a publisher that does not exist, and lets the application notice that something changed.</summary>
    public static void Make(CatalogApp app, string id)
    {
        var database = app.Services.GetRequiredService<Database>();
        using (var connection = new SqliteConnection($"Data Source={database.Path}"))
        {
            connection.Execute("update dataset set document = json_set(document, '$.publisher', 'nobody') where id = @id", new { id });
        }

        database.Write("test", session => session.Log(Kinds.Dataset, id, "update", version: 99, document: "{}"));
    }
}
