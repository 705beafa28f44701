using System.Data.Common;
using System.Globalization;
using Dapper;

namespace DataCatalog.Storage.PostgreSql;

/// <summary>The scripts of <c>schema/postgresql/</c>. The setting <c>schema</c> holds the number of the last script applied.</summary>
internal static class ServerMigrations
{
    private static readonly IReadOnlyList<SchemaScript> All = SchemaScript.In("postgresql/");

    private const string HasTableSql = """
        select exists (select 1 from information_schema.tables where table_schema = current_schema() and table_name = @name)
        """;

    private const string CountTablesSql = "select count(*) from information_schema.tables where table_schema = current_schema()";

    private const string SaveSql = """
        insert into setting (name, value) values ('schema', @number)
        on conflict (name) do update set value = excluded.value
        """;

    /// <summary>The version of the schema that this program reads and writes.</summary>
    public static long Newest => All[^1].Number;

    /// <summary>Whether the tables of a catalogue are there.</summary>
    public static bool HasCatalogue(DbConnection connection) => HasTable(connection, "change") && HasTable(connection, "setting");

    /// <summary>Brings a database to <see cref="Newest"/>, in a transaction of the caller.</summary>
    /// <exception cref="RefusedException">A newer version of this program or another program created the tables.</exception>
    public static void Apply(DbConnection connection, string place)
    {
        var version = VersionOf(connection, place);
        foreach (var script in All.Where(script => script.Number > version))
        {
            connection.Execute(script.Text);
            connection.Execute(SaveSql, new { number = script.Number.ToString(CultureInfo.InvariantCulture) });
        }
    }

    /// <summary>Refuses a database whose version this program cannot read.</summary>
    /// <exception cref="RefusedException">The database is of another version.</exception>
    public static void Verify(DbConnection connection, string place)
    {
        if (VersionOf(connection, place) is var version && version < Newest)
        {
            throw new RefusedException(string.Create(
                CultureInfo.InvariantCulture,
                $"The database {place} has schema version {version}, and this program needs {Newest}. "
                + $"Start the server or run 'seed', which brings the database up to date."));
        }
    }

    private static long VersionOf(DbConnection connection, string place)
    {
        if (!HasCatalogue(connection))
        {
            RefuseOthers(connection, place);
            return 0;
        }

        var version = long.Parse(
            connection.ExecuteScalar<string?>("select value from setting where name = 'schema'") ?? "0", CultureInfo.InvariantCulture);
        return version <= Newest ? version : throw new RefusedException(string.Create(
            CultureInfo.InvariantCulture,
            $"{place} has schema version {version}, and this program reads none after {Newest}. Use the newer program that made it."));
    }

    /// <summary>Refuses a schema with tables and no change log: another program made it, and our tables must not be added to it.</summary>
    private static void RefuseOthers(DbConnection connection, string place)
    {
        if (connection.ExecuteScalar<long>(CountTablesSql) > 0)
        {
            throw new RefusedException($"{place} is the database of another program. Name the right one with Catalog:Database.");
        }
    }

    private static bool HasTable(DbConnection connection, string name) => connection.ExecuteScalar<bool>(HasTableSql, new { name });
}
