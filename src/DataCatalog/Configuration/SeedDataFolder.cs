namespace DataCatalog.Configuration;

/// <summary>
/// Finds the folder of the curated CSV files. A relative path is searched in the current directory and its parents, then in the program's
/// folder and its parents, so that both a clone of the repository and a published folder find their files.
/// </summary>
internal static class SeedDataFolder
{
    /// <summary>Returns the folder; when none exists, returns the first path that was searched.</summary>
    public static string Find(string path) => Find(path, Environment.CurrentDirectory, AppContext.BaseDirectory);

    public static string Find(string path, params ReadOnlySpan<string> starts)
    {
        foreach (var start in starts)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var candidate = Path.Combine(folder.FullName, path);
                if (Directory.Exists(candidate))
                {
                    return candidate;
                }
            }
        }

        return Path.GetFullPath(path, starts[0]);
    }
}
