using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Storage;

/// <summary>
/// The numbered scripts of <c>schema/</c>, embedded in the program. <c>pragma user_version</c> holds the number of the last one applied.
/// </summary>
internal static class Migrations
{
    private static readonly IReadOnlyList<Migration> All = [.. Names().Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>The version of the schema that this program reads and writes.</summary>
    public static long Newest => All[^1].Number;

    /// <summary>Brings a database to <see cref="Newest"/>; all scripts that it lacks are applied, or none.</summary>
    /// <exception cref="RefusedException">A newer program or another one made the database.</exception>
    public static void Apply(SqliteConnection connection)
    {
        var version = VersionOf(connection);
        RefuseOthers(connection);
        RefuseNewer(version);
        using var transaction = connection.BeginTransaction();
        foreach (var migration in All.Where(migration => migration.Number > version))
        {
            connection.Execute(migration.Script);
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"pragma user_version = {migration.Number}"));
        }

        transaction.Commit();
    }

    /// <summary>Refuses a database that this program cannot read as it is.</summary>
    /// <exception cref="RefusedException">The database is of another version.</exception>
    public static void Verify(SqliteConnection connection)
    {
        var version = VersionOf(connection);
        RefuseOthers(connection);
        RefuseNewer(version);
        if (version < Newest)
        {
            throw new RefusedException(
                $"The database has schema version {version}, and this program needs {Newest}. Start the server or run 'seed' to bring it up to date.");
        }
    }

    private static long VersionOf(SqliteConnection connection) => connection.ExecuteScalar<long>("pragma user_version");

    /// <summary>A file with tables and no change log is not ours: our tables have no place between those of another program.</summary>
    private static void RefuseOthers(SqliteConnection connection)
    {
        if (connection.ExecuteScalar<bool>("select count(*) > 0 and count(*) filter (where name = 'change') = 0 from sqlite_schema where type = 'table'"))
        {
            throw new RefusedException($"{connection.DataSource} is the database of another program. Name the right file with Catalog:Database.");
        }
    }

    private static void RefuseNewer(long version)
    {
        if (version > Newest)
        {
            throw new RefusedException(
                $"The database has schema version {version}, and this program knows versions up to {Newest}. Use the newer program that made it.");
        }
    }

    private static IEnumerable<string> Names() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith("schema/", StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal));

    private static Migration Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return new Migration(long.Parse(name.AsSpan("schema/".Length, 4), CultureInfo.InvariantCulture), reader.ReadToEnd());
    }

    private sealed record Migration(long Number, string Script);
}
