using System.Globalization;

namespace DataCatalog.Configuration;

/// <summary>A setting.</summary>
/// <param name="Name">As the configuration has it: <c>Catalog:PageSize</c>.</param>
/// <param name="Default">What holds when nobody sets it; a number where it must be one.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record Setting(string Name, string Default, string Meaning)
{
    public bool IsNumber => int.TryParse(Default, CultureInfo.InvariantCulture, out _);
}

/// <summary>Every setting, one a line: <c>--help</c> prints them, and what is not among them is refused.</summary>
internal static class SettingTable
{
    public static readonly IReadOnlyList<Setting> All =
    [
        new("Catalog:PublicBaseUrl", "that of the address to listen on", "what every IRI and link begins with: absolute, http or https"),
        new("Catalog:Database", "datacatalog.db", "the SQLite file, relative to the current folder"),
        new("Catalog:SeedData", "seed-data", "the folder of CSV files, looked for upwards from the current folder, then beside the program"),
        new("Catalog:PageSize", "20", "entries on a page when the request says nothing"),
        new("Catalog:MaxPageSize", "100", "the most that a request may ask for"),
        new("Catalog:DumpMinutes", "5", "dumps are made anew after changes, at most once in so many minutes; 0: no dumps"),
        new("Catalog:DumpFolder", "beside the database", "where the dumps are kept"),
        new("Catalog:MaxConnections", "1000", "open connections; fewer where the process may have fewer open files"),
        new("Catalog:ConnectionsPerSecond", "300", "connections that one address may open in a second; more are closed"),
        new("Catalog:CacheMegabytes", "32", "rendered answers kept in memory; twice as much may be on its way to clients"),
        new("Catalog:MinimumMemoryMegabytes", "192", "with less memory for objects (three quarters of a container's limit) the start is refused"),
        new("Catalog:Contact", "nobody", "whom the description of the API names: an e-mail address, or the address of a page"),
        new("urls", ListeningAddress.Default, "where the server listens; several addresses with ';' between them"),
    ];

    public static IEnumerable<string> Names => All.Select(setting => setting.Name);
}
