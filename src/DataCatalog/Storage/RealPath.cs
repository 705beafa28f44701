namespace DataCatalog.Storage;

/// <summary>The one path of a file without links in it, as the system resolves them: every other path of the file leads to the same.</summary>
internal static class RealPath
{
    /// <summary>As many as Linux follows.</summary>
    private const int MostLinks = 40;

    /// <summary>Resolves a path; what does not exist (yet) keeps its name.</summary>
    /// <exception cref="RefusedException">Its links lead in a circle.</exception>
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

    /// <summary>The parts of a path, the last one first, as a stack takes them.</summary>
    private static IEnumerable<string> Parts(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ".").Reverse();
}
