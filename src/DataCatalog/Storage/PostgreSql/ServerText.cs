using System.Globalization;
using Npgsql;

namespace DataCatalog.Storage.PostgreSql;

/// <summary>Reads the text that names a database on a server: a connection string of Npgsql, or an address.</summary>
internal static class ServerText
{
    private const string Example = "such as Host=db.example.org;Database=catalogue;Username=catalogue";

    private static readonly string[] Schemes = ["postgresql://", "postgres://"];

    /// <summary>How long a connection may take to open, in seconds: a request waits for it.</summary>
    private const int ConnectSeconds = 5;

    /// <summary>After how many seconds a server that was away is tried again.</summary>
    private const int RecheckSeconds = 1;

    /// <summary>The most statements of a connection that the server keeps prepared.</summary>
    private const int MostPrepared = 100;

    /// <summary>Whether a text names a database on a server, and not a file: an address of PostgreSQL, or a text with a host.</summary>
    public static bool Is(string database) => IsAddress(database) || database.Split(';').Any(IsHost);

    /// <summary>Says what is wrong with a text, without the text, which may have a password; null for a good one.</summary>
    public static string? Fault(string database, string what)
    {
        try
        {
            return Read(database) switch
            {
                { Host: null or "" } => $"{what} names no host; expected a connection string of PostgreSQL, {Example}.",
                { Database: null or "" } => $"{what} names no database; expected a connection string of PostgreSQL, {Example}.",
                _ => null,
            };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or UriFormatException)
        {
            return $"{what} is no connection string of PostgreSQL ({exception.Message.TrimEnd('.')}); expected one {Example}.";
        }
    }

    /// <summary>Reads a text without a fault.</summary>
    public static NpgsqlConnectionStringBuilder Read(string database)
    {
        var builder = IsAddress(database) ? OfAddress(database) : new NpgsqlConnectionStringBuilder(database);
        SetUnlessGiven(builder, "Timeout", ConnectSeconds);
        SetUnlessGiven(builder, "Max Auto Prepare", MostPrepared);
        SetUnlessGiven(builder, "Auto Prepare Min Usages", 2);
        SetUnlessGiven(builder, "Host Recheck Seconds", RecheckSeconds);
        SetUnlessGiven(builder, "Application Name", "datacatalog");
        return builder;
    }

    /// <summary>Returns the servers and the name of the database, without user and password.</summary>
    public static string PlaceOf(NpgsqlConnectionStringBuilder text) => string.Create(
        CultureInfo.InvariantCulture, $"{text.Host}:{text.Port}/{text.Database}");

    /// <summary>Names each server of a text by itself.</summary>
    public static IEnumerable<NpgsqlConnectionStringBuilder> HostsOf(NpgsqlConnectionStringBuilder text) => (text.Host ?? "")
        .Split(',', StringSplitOptions.TrimEntries)
        .Select(host => new NpgsqlConnectionStringBuilder(text.ConnectionString) { Host = host });

    /// <summary>Whether a text says that a standby is read by preference.</summary>
    public static bool PrefersStandby(NpgsqlConnectionStringBuilder text) =>
        text.TargetSessionAttributes?.ToUpperInvariant() is "PREFER-STANDBY" or "STANDBY";

    private static bool IsAddress(string database) =>
        Array.Exists(Schemes, scheme => database.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    private static bool IsHost(string part) =>
        part.Split('=', 2) is [var key, _] && key.Trim().ToUpperInvariant() is "HOST" or "SERVER";

    private static NpgsqlConnectionStringBuilder OfAddress(string address)
    {
        var url = new Uri(address);
        var (user, password) = url.UserInfo.Split(':', 2) is [var name, var secret] ? (name, secret) : (url.UserInfo, "");
        var builder = new NpgsqlConnectionStringBuilder(url.Query.TrimStart('?').Replace('&', ';'))
        {
            Host = url.Host,
            Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')),
        };
        SetUnlessEmpty(builder, "Username", Uri.UnescapeDataString(user));
        SetUnlessEmpty(builder, "Password", Uri.UnescapeDataString(password));
        builder.Port = url.Port > 0 ? url.Port : builder.Port;
        return builder;
    }

    private static void SetUnlessEmpty(NpgsqlConnectionStringBuilder builder, string key, string value)
    {
        if (value.Length > 0)
        {
            builder[key] = value;
        }
    }

    private static void SetUnlessGiven(NpgsqlConnectionStringBuilder builder, string key, object value)
    {
        if (!builder.ContainsKey(key) || !builder.ShouldSerialize(key))
        {
            builder[key] = value;
        }
    }
}
