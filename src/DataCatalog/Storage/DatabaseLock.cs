namespace DataCatalog.Storage;

/// <summary>
/// Held by whoever writes a database: a server, or a verb that writes. It is a file beside the database, opened so that no other process
/// can; the system gives it free when the process ends, however it ends, and the file itself stays.
/// </summary>
internal sealed class DatabaseLock : IDisposable
{
    private readonly FileStream _file;

    private DatabaseLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a database.</summary>
    /// <exception cref="RefusedException">Another process has it.</exception>
    public static DatabaseLock Take(string database)
    {
        var path = Path.GetFullPath(database) + ".lock";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new DatabaseLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (exception.GetType() == typeof(IOException))
        {
            throw new RefusedException(
                $"The database {Path.GetFullPath(database)} is in use by a server or by a command that writes. Stop it first, then try again.");
        }
    }

    public void Dispose() => _file.Dispose();
}
