namespace DataCatalog.Tests;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder of DataCatalog.sln.</summary>
    public static readonly string Root = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

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
