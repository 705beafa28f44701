using Dapper;

namespace DataCatalog.Storage;

/// <summary>
/// A database remembers its public base URL, because the IRIs of all entries begin with it. The transaction that stores the first entries
/// also stores the URL. A database without entries has published nothing, so the URL stored in it does not count.
/// </summary>
internal sealed class BaseUrlGuard(Database database)
{
    private const string Setting = "public-base-url";
    private const string RememberedSql = "select value from setting where name = @name and exists (select 1 from change)";

    /// <summary>Returns the base URL that the database remembers, or null.</summary>
    public string? Remembered()
    {
        using var connection = database.OpenRead();
        return connection.ExecuteScalar<string?>(RememberedSql, new { name = Setting });
    }

    /// <summary>Returns the base URL that a database file remembers; null also when the file does not exist yet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="backup">The newest backup, which a message about a damaged file names; null for none.</param>
    /// <exception cref="RefusedException">The file exists and cannot be read.</exception>
    public static string? Peek(string path, string? backup)
    {
        using var database = new Database(path, TimeProvider.System);
        return database.IsThere
            ? StorageFaults.InWords(database.Place, () => database.Peek(RememberedSql, new { name = Setting }), backup)
            : null;
    }

    /// <summary>Refuses a base URL that differs from the remembered one.</summary>
    /// <exception cref="RefusedException">The base URL differs.</exception>
    public void Check(string baseUrl)
    {
        if (Remembered() is { } remembered && !string.Equals(remembered, Normalise(baseUrl), StringComparison.Ordinal))
        {
            throw new RefusedException(
                $"Catalog:PublicBaseUrl is '{Normalise(baseUrl)}', and this database was published as '{remembered}'. "
                + "The new URL would rename every IRI of the catalogue: harvesters would delete all entries and create them again. "
                + "Set the old URL again, or start the server once with --rename-base-url if that is what you want.");
        }
    }

    /// <summary>Stores the base URL if entries exist and none is stored yet, or if the caller wants to rename.</summary>
    /// <exception cref="RefusedException">The base URL differs, and renaming was not asked for.</exception>
    public void CheckAndRemember(string baseUrl, bool rename)
    {
        if (!rename)
        {
            Check(baseUrl);
        }

        if (database.Sequence > 0 && !string.Equals(Remembered(), Normalise(baseUrl), StringComparison.Ordinal))
        {
            database.Write("server", session => Remember(session, baseUrl));
        }
    }

    /// <summary>Stores the base URL in the transaction that stores entries.</summary>
    public static void Remember(WriteSession session, string baseUrl) => session.Execute(
        "insert into setting (name, value) values (@name, @value) on conflict (name) do update set value = excluded.value",
        ("@name", Setting), ("@value", Normalise(baseUrl)));

    private static string Normalise(string baseUrl) => baseUrl.TrimEnd('/');
}
