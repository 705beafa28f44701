using DataCatalog.Cli;

namespace DataCatalog.Tests;

/// <summary>
/// A database with the entries of <see cref="TestSeed"/>, loaded once: a copy of it costs a test nothing, and a load seconds. Tests
/// of loading load themselves.
/// </summary>
internal static class SeededDatabase
{
    private static readonly Lazy<string> Made = new(Make);

    /// <summary>Makes a database of its own for a test, published as <see cref="CatalogApp.BaseUrl"/>.</summary>
    public static void CopyTo(string path) => File.Copy(Made.Value, path);

    /// <summary>The settings with which a database is loaded.</summary>
    public static string[] SettingsFor(string database) =>
    [
        $"--Catalog:Database={database}", $"--Catalog:SeedData={TestSeed.Folder}",
        $"--Catalog:PublicBaseUrl={CatalogApp.BaseUrl}", "--Logging:LogLevel:Default=None",
    ];

    private static string Make()
    {
        var folder = Directory.CreateTempSubdirectory("datacatalog-seeded-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var path = Path.Combine(folder, "catalog.db");
        using var error = new StringWriter();
        Assert.True(new CommandLine(SettingsFor(path), ["seed"]).Invoke(TextWriter.Null, error) == 0, error.ToString());
        return path;
    }
}
