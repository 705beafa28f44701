using System.Data.Common;
using Dapper;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Storage;

/// <summary>
/// What the catalogue says of itself: one record, which a setting holds. Answers repeat it, so each change of it has a row in the change
/// log.
/// </summary>
internal static class CatalogSetting
{
    private const string Name = "catalog";
    private const string FindSql = "select value from setting where name = @name";
    private const string VersionSql = "select version from change where kind = @kind";

    private const string SaveSql = """
        insert into setting (name, value) values (@name, @value)
        on conflict (name) do update set value = excluded.value
        """;

    /// <summary>The record; null in an empty database, and in one that an older program filled.</summary>
    public static Catalog? Find(DbConnection connection) =>
        connection.ExecuteScalar<string?>(FindSql, new { name = Name }) is { } document ? RecordJson.Read<Catalog>(document) : null;

    /// <summary>Puts a record in the place of the one before; the same one writes nothing.</summary>
    public static SaveOutcome Save(WriteSession session, Catalog catalog)
    {
        var document = RecordJson.Write(catalog);
        var stored = session.First(FindSql, row => row.GetString(0), ("@name", Name));
        if (string.Equals(stored, document, StringComparison.Ordinal))
        {
            return SaveOutcome.Unchanged;
        }

        var version = session.All(VersionSql, row => row.GetInt64(0), ("@kind", Kinds.Catalog)).DefaultIfEmpty().Max() + 1;
        session.Execute(SaveSql, ("@name", Name), ("@value", document));
        session.Log(Kinds.Catalog, catalog.Id, stored is null ? "create" : "update", version, document);
        return stored is null ? SaveOutcome.Created : SaveOutcome.Changed;
    }
}
