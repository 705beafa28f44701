using Dapper;

namespace DataCatalog.Storage;

/// <summary>A database remembers its public base URL, because the IRIs of all entries begin with it.</summary>
internal sealed class BaseUrlGuard(Database database)
{
    private const string Setting = "public-base-url";

    /// <summary>The base URL that the database remembers, or null.</summary>
    public string? Remembered()
    {
        using var connection = database.OpenRead();
        return connection.ExecuteScalar<string?>("select value from setting where name = @name", new { name = Setting });
    }

    /// <summary>Refuses another base URL than the one remembered.</summary>
    /// <exception cref="RefusedException">It is another one.</exception>
    public void Check(string baseUrl)
    {
        if (Remembered() is { } remembered && !string.Equals(remembered, Normalise(baseUrl), StringComparison.Ordinal))
        {
            throw new RefusedException(
                $"Catalog:PublicBaseUrl is '{Normalise(baseUrl)}', and this database was published as '{remembered}'. Going on would rename every "
                + "IRI of the catalogue: harvesters would delete all entries and create them anew. Set the old URL again, or start the server "
                + "once with --rename-base-url if that is what you want.");
        }
    }

    /// <summary>Remembers the base URL of a database that has none yet, or another one when that is wanted.</summary>
    /// <exception cref="RefusedException">It is another one, and renaming was not asked for.</exception>
    public void Settle(string baseUrl, bool rename)
    {
        if (!rename)
        {
            Check(baseUrl);
        }

        if (!string.Equals(Remembered(), Normalise(baseUrl), StringComparison.Ordinal))
        {
            database.Write("server", session => Store(session, baseUrl));
        }
    }

    private static void Store(WriteSession session, string baseUrl) => session.Execute(
        "insert into setting (name, value) values (@name, @value) on conflict (name) do update set value = excluded.value",
        ("@name", Setting), ("@value", Normalise(baseUrl)));

    private static string Normalise(string baseUrl) => baseUrl.TrimEnd('/');
}
