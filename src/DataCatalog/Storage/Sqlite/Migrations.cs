using System.Data.Common;
using System.Globalization;
using Dapper;

namespace DataCatalog.Storage.Sqlite;

/// <summary>
/// The numbered scripts of <c>schema/</c>, embedded in the program. <c>pragma user_version</c> holds the number of the last script applied.
/// The first script creates the whole schema of its number; later scripts change it.
/// </summary>
internal static class Migrations
{
    private static readonly IReadOnlyList<SchemaScript> All = SchemaScript.In("schema/");

    /// <summary>The version of the schema that this program reads and writes.</summary>
    public static long Newest => All[^1].Number;

    /// <summary>The number of the first script, which creates all tables: databases of earlier versions cannot be upgraded.</summary>
    private static long Oldest => All[0].Number;

    /// <summary>Brings a database to <see cref="Newest"/>: applies all missing scripts, or none when one fails.</summary>
    /// <exception cref="RefusedException">A newer version, a much older version or another program created the database.</exception>
    public static void Apply(DbConnection connection)
    {
        var version = VersionOf(connection);
        RefuseUnreadable(connection, version);
        using var transaction = connection.BeginTransaction();
        foreach (var migration in All.Where(migration => migration.Number > version))
        {
            connection.Execute(migration.Text);
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"pragma user_version = {migration.Number}"));
        }

        transaction.Commit();
    }

    /// <summary>Refuses a database that this program can neither read nor bring up to date.</summary>
    /// <exception cref="RefusedException">A newer version, a much older version or another program created the database.</exception>
    public static void VerifyReadable(DbConnection connection) => RefuseUnreadable(connection, VersionOf(connection));

    /// <summary>Refuses a database whose version this program cannot read.</summary>
    /// <exception cref="RefusedException">The database is of another version.</exception>
    public static void Verify(DbConnection connection)
    {
        var version = VersionOf(connection);
        RefuseUnreadable(connection, version);
        if (version < Newest)
        {
            throw new RefusedException(
                $"The database has schema version {version}, and this program needs {Newest}. "
                + "Stop the server if one runs; then start it or run 'seed', which brings the database up to date.");
        }
    }

    private static long VersionOf(DbConnection connection) => connection.ExecuteScalar<long>("pragma user_version");

    private static void RefuseUnreadable(DbConnection connection, long version)
    {
        if (HasTables(connection))
        {
            RefuseOthers(connection);
            RefuseOlder(connection.DataSource, version);
        }

        RefuseNewer(connection.DataSource, version);
    }

    private static bool HasTables(DbConnection connection) =>
        connection.ExecuteScalar<bool>("select exists (select * from sqlite_schema where type = 'table')");

    /// <summary>Refuses a file with tables and no change log: another program made it, and our tables must not be added to it.</summary>
    private static void RefuseOthers(DbConnection connection)
    {
        if (!connection.ExecuteScalar<bool>("select exists (select * from sqlite_schema where type = 'table' and name = 'change')"))
        {
            throw new RefusedException(
                $"{connection.DataSource} is the database of another program. Name the right file with Catalog:Database.");
        }
    }

    private static void RefuseOlder(string file, long version)
    {
        if (version < Oldest)
        {
            throw new RefusedException(
                $"{file} has schema version {version}, and this program reads none before {Oldest}. Move the file away, with {file}-wal "
                + "if it is there, and start the server or run 'seed': either makes a new database from the CSV files.");
        }
    }

    private static void RefuseNewer(string file, long version)
    {
        if (version > Newest)
        {
            throw new RefusedException(
                $"{file} has schema version {version}, and this program reads none after {Newest}. Use the newer program that made it.");
        }
    }
}
