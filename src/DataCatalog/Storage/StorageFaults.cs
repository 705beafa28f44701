using Microsoft.Data.Sqlite;

namespace DataCatalog.Storage;

/// <summary>Messages for faults of files that have a cause outside the program: which file, why, and what to do.</summary>
internal static class StorageFaults
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Damaged = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    /// <summary>Errors of the operating system (errno), which .NET passes on in <c>HResult</c>.</summary>
    private const int NoSpace = 28;
    private const int ReadOnlySystem = 30;
    private const int OverQuota = 122;

    /// <summary>With less free space, in bytes, an input or output error of SQLite counts as a full disk.</summary>
    private const long LeastSpace = 1 << 20;

    /// <summary>Does work with a database, and turns errors that the user can fix into refusals.</summary>
    /// <param name="database">The file.</param>
    /// <param name="work">The work.</param>
    /// <param name="backup">The newest backup, which a message about a damaged file names; null for none.</param>
    /// <exception cref="RefusedException">The file, its folder or its disk is at fault.</exception>
    public static T InWords<T>(string database, Func<T> work, string? backup = null)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception) when (Describe(exception, database, backup) is { } words)
        {
            throw new RefusedException(words);
        }
    }

    /// <summary>Describes what is wrong with a database; returns null when the program itself is at fault.</summary>
    public static string? Describe(SqliteException exception, string database, string? backup = null) => exception.SqliteErrorCode switch
    {
        Full => FullText(database),
        InputOutput when SpaceLeft(database) < LeastSpace => FullText(database),
        InputOutput => $"{database} could not be read or written (SQLite error {exception.SqliteExtendedErrorCode}). "
            + "Check whether its disk or network share works.",
        ReadOnly => ReadOnlyText(database),
        CannotOpen => $"{database} or its log (-wal, -shm) cannot be opened by user '{Environment.UserName}'. "
            + "Give that user the right to read and write the file and its folder.",
        Busy or Locked => $"{database} is locked by another process. Stop what has it open, then try again.",
        Damaged => $"{database} is damaged. Put a backup in its place: 'restore {backup ?? "PATH"} --force'; "
            + "or move it away, and the next start makes a new one from Catalog:SeedData.",
        NoDatabase => $"{database} is not a database. Name the right file with Catalog:Database, or move this one away.",
        _ => null,
    };

    /// <summary>Describes what is wrong with a file, and adds what to do where the message of .NET does not say it.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        { HResult: NoSpace or OverQuota } => $"The disk is full: {exception.Message.TrimEnd('.')}. Free some space, then try again.",
        { HResult: ReadOnlySystem } => $"The file system is read-only: {exception.Message.TrimEnd('.')}. Choose another folder.",
        UnauthorizedAccessException =>
            $"{exception.Message} Give user '{Environment.UserName}' the right to read and write it, or choose another folder.",
        _ => exception.Message,
    };

    /// <summary>Whether a file could not be opened because the file or its folder is read-only.</summary>
    public static bool IsReadOnly(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: ReadOnly or CannotOpen } => true,
        _ => exception is UnauthorizedAccessException or { HResult: ReadOnlySystem },
    };

    /// <summary>Whether another process writes, and goes on for longer than one waits.</summary>
    public static bool IsBusy(Exception exception) => exception is SqliteException { SqliteErrorCode: Busy or Locked };

    /// <summary>The exception for a database that another thread writes.</summary>
    public static SqliteException IsBeingWritten() => new("The database is being written.", Busy);

    public static bool IsFull(Exception exception) =>
        exception.HResult is NoSpace or OverQuota || exception is SqliteException { SqliteErrorCode: Full };

    public static string ReadOnlyText(string database) =>
        $"{database} cannot be written: the file, its folder or its file system is read-only for user '{Environment.UserName}'. "
        + "Give that user the right to write there, or name another file with Catalog:Database.";

    private static string FullText(string database) =>
        $"The disk of {database} is full; nothing was written. Free some space, then try again.";

    /// <summary>Returns the free space, in bytes, on the disk of a file; the largest number where the system does not say it.</summary>
    public static long SpaceLeft(string file)
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(file)!).AvailableFreeSpace;
        }
        catch (IOException)
        {
            return long.MaxValue;
        }
    }
}
