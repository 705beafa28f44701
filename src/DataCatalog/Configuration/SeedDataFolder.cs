namespace DataCatalog.Configuration;

/// <summary>
/// Where the curated CSV files are. A relative path is looked for in the current directory, then in the folders above it, then beside
/// the program and above that: so both a clone of the repository and a published folder find theirs.
/// </summary>
internal static class SeedDataFolder
{
    /// <summary>The folder; when there is none, the place that was looked at first.</summary>
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
