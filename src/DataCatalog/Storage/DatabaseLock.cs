using DataCatalog.Storage.PostgreSql;

namespace DataCatalog.Storage;

/// <summary>
/// The locks of a database. A server, or a command that needs the database for itself, has the first; who writes has the second, a server
/// only while it opens the database. So a load may run beside a server, and two loads never run at once. A lock is a file beside the
/// database, opened so that no other process can open it. The operating system releases it when the process ends for any reason; the file
/// stays. Symbolic links to the database share its locks. A database on a server has the second lock only (<see cref="ServerLock"/>), since
/// several servers may use it.
/// </summary>
internal sealed class DatabaseLock : IDisposable
{
    private const string OfUse = ".lock";
    private const string OfWriting = ".writing";

    /// <summary>How long a server that starts waits for another that fills the same database.</summary>
    private static readonly TimeSpan LongestFilling = TimeSpan.FromMinutes(10);

    private readonly IDisposable? _held;

    private DatabaseLock(IDisposable? held) => _held = held;

    /// <summary>Takes a database for a server, or for a command that needs it for itself.</summary>
    /// <exception cref="RefusedException">Another process has it, or the folder is read-only.</exception>
    public static DatabaseLock Take(string database) =>
        Open(database, OfUse, out var file, out var isHeld) ?? throw new RefusedException(
            isHeld ? InUseText(file) : StorageFaults.ReadOnlyText(file));

    /// <summary>Takes a database for a caller that can also work beside a server; null when a server has it.</summary>
    /// <exception cref="RefusedException">The folder is read-only.</exception>
    public static DatabaseLock? TakeUnlessUsed(string database) =>
        Open(database, OfUse, out var file, out var isHeld)
        ?? (isHeld ? null : throw new RefusedException(StorageFaults.ReadOnlyText(file)));

    /// <summary>Takes a database for a caller that can also work without writing.</summary>
    /// <returns>Null when the database exists and its folder is read-only.</returns>
    /// <exception cref="RefusedException">Another process has it.</exception>
    public static DatabaseLock? TakeUnlessReadOnly(string database) =>
        Open(database, OfUse, out var file, out var isHeld)
        ?? (isHeld ? throw new RefusedException(InUseText(file))
            : File.Exists(file) ? null
            : throw new RefusedException(StorageFaults.ReadOnlyText(file)));

    /// <summary>Takes the right to write a database.</summary>
    /// <exception cref="RefusedException">Another process writes, or the folder is read-only.</exception>
    public static DatabaseLock TakeWriting(string database) => Engine.IsOnServer(database)
        ? TakeWriting(database, TimeSpan.Zero)
        : Open(database, OfWriting, out var file, out var isHeld) ?? throw new RefusedException(
            isHeld ? WritingText(file) : StorageFaults.ReadOnlyText(file));

    /// <summary>
    /// Takes the right to write a database for a server that starts: of several servers of one database, one fills it, and the others wait.
    /// </summary>
    /// <exception cref="RefusedException">Another process writes, or the folder is read-only.</exception>
    public static DatabaseLock TakeWritingAtStart(string database) =>
        Engine.IsOnServer(database) ? TakeWriting(database, LongestFilling) : TakeWriting(database);

    public void Dispose() => _held?.Dispose();

    private static DatabaseLock TakeWriting(string server, TimeSpan longest)
    {
        var place = ServerText.PlaceOf(ServerText.Read(server));
        return StorageFaults.InWords(
            place, () => new DatabaseLock(ServerLock.Take(server, longest) ?? throw new RefusedException(WritingText(place))));
    }

    /// <summary>Takes a lock; null when another process holds it, or when the folder is read-only.</summary>
    private static DatabaseLock? Open(string database, string kind, out string file, out bool isHeld)
    {
        isHeld = false;
        if (Engine.IsOnServer(database))
        {
            file = "";
            return new DatabaseLock(held: null);
        }

        file = DatabaseFile.Of(database);
        DatabaseFile.RefuseOtherNames(file);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            return new DatabaseLock(new FileStream(file + kind, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            isHeld = true;
        }
        catch (Exception exception) when (StorageFaults.IsReadOnly(exception))
        {
            isHeld = IsHeldFromReader(file, kind);
        }

        return null;
    }

    /// <summary>Whether a lock is held, where this process may read the lock file and not write it.</summary>
    private static bool IsHeldFromReader(string file, string kind)
    {
        try
        {
            if (File.Exists(file + kind))
            {
                new FileStream(file + kind, FileMode.Open, FileAccess.Read, FileShare.Read).Dispose();
            }

            return false;
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            throw new RefusedException(
                $"{file}{kind} cannot be read, so this program cannot tell whether a server writes {file}. "
                + "Allow reading it, or delete it when no server runs.");
        }
    }

    private static string WritingText(string place) =>
        $"Another command writes the database {place}. Wait until it has ended, then try again.";

    private static string InUseText(string file) =>
        $"The database {file} is in use by a server or by a command that writes. Stop it first, then try again.";

    /// <summary>Recognises EWOULDBLOCK of Linux and of macOS, and the sharing violation of Windows.</summary>
    private static bool IsHeld(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}
