namespace DataCatalog.Storage;

/// <summary>The place of a database: what may stand there, and the files that belong to it.</summary>
internal static class DatabaseFile
{
    private static readonly string[] Endings = ["", "-wal", "-shm", "-journal", ".lock"];

    /// <summary>The one path of a database.</summary>
    /// <exception cref="RefusedException">Something stands there that can be no database.</exception>
    public static string Of(string path)
    {
        var file = RealPath.Of(path);
        if (Directory.Exists(file))
        {
            throw new RefusedException($"{file} is a folder. Name a file in it with Catalog:Database.");
        }

        if (Posix.IsSpecial(file))
        {
            throw new RefusedException($"{file} is a pipe, a device or a socket, which can hold no database. Name a file with Catalog:Database.");
        }

        return file;
    }

    /// <summary>Whether a path leads to a database or to a file that SQLite or we keep beside it.</summary>
    public static bool Owns(string database, string path)
    {
        var (ours, other) = (RealPath.Of(database), RealPath.Of(path));
        return Array.Exists(Endings, ending => string.Equals(ours + ending, other, StringComparison.Ordinal));
    }

    /// <summary>Refuses to write a file that has a second name: two processes would each keep a log of their own, and destroy it.</summary>
    public static void RefuseOtherNames(string file)
    {
        if (Posix.HasOtherNames(file))
        {
            throw new RefusedException(
                $"{file} has another name (a hard link), through which somebody else could write it unseen. Copy it (cp), and put the copy in its place.");
        }
    }
}
