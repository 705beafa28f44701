using System.Globalization;

namespace DataCatalog.Configuration;

/// <summary>A setting.</summary>
/// <param name="Name">The name in the configuration: <c>Catalog:PageSize</c>.</param>
/// <param name="Default">The value, or its description, when nobody sets it; a number where the setting is a number.</param>
/// <param name="Meaning">What the setting does.</param>
internal sealed record Setting(string Name, string Default, string Meaning)
{
    public bool IsFlag => bool.TryParse(Default, out _);

    public bool IsNumber => int.TryParse(Default, CultureInfo.InvariantCulture, out _);
}

/// <summary>All settings: <c>--help</c> prints them, and any other setting is refused.</summary>
internal static class SettingTable
{
    public static readonly IReadOnlyList<Setting> All =
    [
        new("Catalog:PublicBaseUrl", "the address to listen on", "what every IRI and link begins with: absolute, http or https"),
        new("Catalog:Database", "datacatalog.db", "the SQLite file, relative to the current folder, or a connection string of PostgreSQL"),
        new("Catalog:SeedData", "seed-data", "the folder of CSV files, searched upwards from the current folder, then beside the program"),
        new("Catalog:PageSize", "20", "entries on a page when the request names no size"),
        new("Catalog:MaxPageSize", "100", "the most entries on a page that a request may ask for"),
        new("Catalog:DumpMinutes", "5", "dumps are rebuilt after changes, at most once in so many minutes; 0: no dumps"),
        new("Catalog:DumpFolder", "beside the database", "where the dumps are kept"),
        new("Catalog:DumpLocation", "none", "where nginx in front serves the folder of the dumps, such as /stored-dumps/"),
        new("Catalog:MaxConnections", "1000", "the most open connections; fewer where the process may have fewer open files"),
        new("Catalog:ConnectionsPerSecond", "300", "the most connections that one address may open in a second; further ones are closed"),
        new("Catalog:RequestsPerSecond", "100", "the requests of one address in a second for which an answer must be made; 0: no limit"),
        new("Catalog:TrustedProxies", "none", "proxies whose X-Forwarded-For is believed: addresses or networks, with ',' between them"),
        new("Catalog:BackupFolder", "none", "where regular backups are kept"),
        new("Catalog:BackupHours", "24", "hours between two regular backups"),
        new("Catalog:BackupsKept", "7", "regular backups that are kept"),
        new("Catalog:RequestLog", "false", "true: every request is logged, without its query and the client's address"),
        new("Catalog:MetricsKey", "none", "the key (Authorization: Bearer) that opens /metrics; without it there is no such address"),
        new("Catalog:CacheMegabytes", "32", "rendered answers kept in memory; twice as much may be on its way to clients"),
        new("Catalog:MinimumMemoryMegabytes", "192", "the least memory for objects to start with (three quarters of a container's limit)"),
        new("Catalog:Contact", "nobody", "the contact in the description of the API: an e-mail address, or the address of a page"),
        new("Catalog:SecurityContact", "nobody", "whom /.well-known/security.txt names: an e-mail address, or the address of a page"),
        new("Catalog:Host", "nobody", "who hosts this service, for the legal notice: name; address; phone number"),
        new("urls", ListeningAddress.Default, "where the server listens; several addresses with ';' between them"),
    ];

    public static IEnumerable<string> Names => All.Select(setting => setting.Name);
}
