namespace DataCatalog.Storage;

/// <summary>The path of a database: what may be there, and which files belong to the database.</summary>
internal static class DatabaseFile
{
    private static readonly string[] Suffixes = ["", "-wal", "-shm", "-journal", ".lock", ".writing"];

    /// <summary>Returns the path of a database with symbolic links resolved.</summary>
    /// <exception cref="RefusedException">The path leads to something that cannot be a database.</exception>
    public static string Of(string path)
    {
        var file = RealPath.Of(path);
        if (Directory.Exists(file))
        {
            throw new RefusedException($"{file} is a folder. Name a file in it with Catalog:Database.");
        }

        if (Posix.IsSpecial(file))
        {
            throw new RefusedException(
                $"{file} is a pipe, a device or a socket, which can hold no database. Name a file with Catalog:Database.");
        }

        return file;
    }

    /// <summary>Whether a path leads to the database or to a file that SQLite or this program keeps beside it.</summary>
    public static bool Owns(string database, string path)
    {
        if (Engine.IsOnServer(database))
        {
            return false;
        }

        var (ours, other) = (RealPath.Of(database), RealPath.Of(path));
        return Array.Exists(Suffixes, suffix => string.Equals(ours + suffix, other, StringComparison.Ordinal));
    }

    /// <summary>
    /// Refuses to write a file that has a second name (a hard link). SQLite would keep a separate log for each name, and two processes
    /// would damage the database.
    /// </summary>
    public static void RefuseOtherNames(string file)
    {
        if (Posix.HasOtherNames(file))
        {
            throw new RefusedException(
                $"{file} has another name (a hard link), and another process could write the file under that name. "
                + "Copy it (cp), and put the copy in its place.");
        }
    }
}
