namespace DataCatalog.Storage;

/// <summary>
/// The lock of a process that writes a database: a server, or a verb that writes. The lock is a file beside the database, opened so that no
/// other process can open it. The operating system releases it when the process ends for any reason; the file stays. Symbolic links to the
/// database share one lock.
/// </summary>
internal sealed class DatabaseLock : IDisposable
{
    private readonly FileStream _file;

    private DatabaseLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a database.</summary>
    /// <exception cref="RefusedException">Another process holds the lock, or the folder is read-only.</exception>
    public static DatabaseLock Take(string database) =>
        Take(database, out var file) ?? throw new RefusedException(StorageFaults.ReadOnlyText(file));

    /// <summary>Takes the lock of a database, for a caller that can also work without writing.</summary>
    /// <returns>Null when the database exists and its folder is read-only.</returns>
    /// <exception cref="RefusedException">Another process holds the lock.</exception>
    public static DatabaseLock? TakeUnlessReadOnly(string database) =>
        Take(database, out var file) ?? (File.Exists(file) ? null : throw new RefusedException(StorageFaults.ReadOnlyText(file)));

    public void Dispose() => _file.Dispose();

    private static DatabaseLock? Take(string database, out string file)
    {
        file = DatabaseFile.Of(database);
        DatabaseFile.RefuseOtherNames(file);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            return new DatabaseLock(new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            throw new RefusedException(HeldText(file));
        }
        catch (Exception exception) when (StorageFaults.IsReadOnly(exception))
        {
            RefuseHeld(file);
            return null;
        }
    }

    /// <summary>Refuses a database whose lock is held, where this process may read the lock file and not write it.</summary>
    private static void RefuseHeld(string file)
    {
        try
        {
            if (File.Exists(file + ".lock"))
            {
                new FileStream(file + ".lock", FileMode.Open, FileAccess.Read, FileShare.Read).Dispose();
            }
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            throw new RefusedException(HeldText(file));
        }
        catch (UnauthorizedAccessException)
        {
            throw new RefusedException(
                $"{file}.lock cannot be read, so this program cannot tell whether a server writes {file}. "
                + "Allow reading it, or delete it when no server runs.");
        }
    }

    private static string HeldText(string file) =>
        $"The database {file} is in use by a server or by a command that writes. Stop it first, then try again.";

    /// <summary>Recognises EWOULDBLOCK of Linux and of macOS, and the sharing violation of Windows.</summary>
    private static bool IsHeld(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}
