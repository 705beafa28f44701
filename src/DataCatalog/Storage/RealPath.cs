namespace DataCatalog.Storage;

/// <summary>
/// The path of a file with symbolic links resolved, as the operating system resolves them: every path of the file gives the same one.
/// </summary>
internal static class RealPath
{
    /// <summary>The most symbolic links that Linux follows in a path.</summary>
    private const int MostLinks = 40;

    /// <summary>Resolves a path; parts that do not exist (yet) keep their names.</summary>
    /// <exception cref="RefusedException">The links of the path lead in a circle.</exception>
    public static string Of(string path)
    {
        var whole = Path.Combine(Environment.CurrentDirectory, path);
        var resolved = Path.GetPathRoot(whole)!;
        var ahead = new Stack<string>(Parts(whole[resolved.Length..]));
        for (var links = 0; ahead.TryPop(out var part);)
        {
            resolved = part is ".." ? Path.GetDirectoryName(resolved) ?? resolved : Path.Combine(resolved, part);
            if (part is not ".." && new FileInfo(resolved).LinkTarget is { } target)
            {
                if (++links > MostLinks)
                {
                    throw new RefusedException($"{path} is a link that leads back to itself. Name the file itself.");
                }

                var start = Path.GetDirectoryName(resolved)!;
                resolved = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : start;
                Parts(Path.IsPathRooted(target) ? target[resolved.Length..] : target).ToList().ForEach(ahead.Push);
            }
        }

        return resolved;
    }

    /// <summary>Returns the parts of a path, the last one first, ready to push on a stack.</summary>
    private static IEnumerable<string> Parts(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part is not ".")
            .Reverse();
}
