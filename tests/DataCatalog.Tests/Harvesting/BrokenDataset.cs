using System.Text.Json.Nodes;
using Dapper;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Harvesting;

/// <summary>A database that something else than this program has written to.</summary>
internal static class BrokenDataset
{
    /// <summary>Makes a dataset name a publisher that does not exist, and lets the application notice that something changed.</summary>
    public static void Make(CatalogApp app, string id)
    {
        var database = app.Services.GetRequiredService<Database>();
        database.WriteAside((connection, _) =>
        {
            var document = JsonNode.Parse(connection.ExecuteScalar<string>("select document from dataset where id = @id", new { id })!)!;
            document["publisher"] = "nobody";
            return connection.Execute(
                "update dataset set document = @document where id = @id", new { id, document = document.ToJsonString() });
        });
        database.Write("test", session => session.Log(Kinds.Dataset, id, "update", version: 99, document: "{}"));
    }
}
