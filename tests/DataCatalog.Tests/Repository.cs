using CsvHelper;

namespace DataCatalog.Tests;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder of DataCatalog.sln.</summary>
    public static readonly string Root = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Reads the rows of a CSV file of the checkout, each by the names of its columns.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Rows(params string[] parts)
    {
        using var csv = CsvReader.Create(File.ReadAllBytes(PathOf(parts)));
        string[] names = [.. csv.Headers];
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(names.Index().ToDictionary(column => column.Item, column => csv.GetString(column.Index), StringComparer.Ordinal));
        }

        return rows;
    }

    /// <summary>
    /// Compares a committed, generated file with what the program makes; <c>UPDATE_GENERATED=1</c> rewrites the file instead.
    /// </summary>
    public static void AssertGenerated(string expected, params string[] parts)
    {
        var path = PathOf(parts);
        if (string.Equals(Environment.GetEnvironmentVariable("UPDATE_GENERATED"), "1", StringComparison.Ordinal))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
        }

        Assert.True(File.Exists(path), $"{path} is missing: run the tests with UPDATE_GENERATED=1.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), expected.ReplaceLineEndings("\n"));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DataCatalog.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside a checkout.");
    }
}
