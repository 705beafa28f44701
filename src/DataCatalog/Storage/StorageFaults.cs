using System.Data.Common;
using DataCatalog.Storage.PostgreSql;
using DataCatalog.Storage.Sqlite;

namespace DataCatalog.Storage;

/// <summary>Messages for faults of files that have a cause outside the program: which file, why, and what to do.</summary>
internal static class StorageFaults
{
    /// <summary>Errors of the operating system (errno), which .NET passes on in <c>HResult</c>.</summary>
    private const int NoSpace = 28;
    private const int ReadOnlySystem = 30;
    private const int OverQuota = 122;

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
        catch (DbException exception) when (Describe(exception, database, backup) is { } words)
        {
            throw new RefusedException(words);
        }
    }

    /// <summary>Describes what is wrong with a database; returns null when the program itself is at fault.</summary>
    public static string? Describe(DbException exception, string database, string? backup = null) =>
        SqliteFaults.Describe(exception, database, backup) ?? ServerFaults.Describe(exception, database);

    /// <summary>Describes what is wrong with a file, and adds what to do where the message of .NET does not say it.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        { HResult: NoSpace or OverQuota } => $"The disk is full: {exception.Message.TrimEnd('.')}. Free some space, then try again.",
        { HResult: ReadOnlySystem } => $"The file system is read-only: {exception.Message.TrimEnd('.')}. Choose another folder.",
        UnauthorizedAccessException =>
            $"{exception.Message} Give user '{Environment.UserName}' the right to read and write it, or choose another folder.",
        _ => exception.Message,
    };

    /// <summary>Whether something could not be opened because it or its folder is read-only.</summary>
    public static bool IsReadOnly(Exception exception) =>
        SqliteFaults.IsReadOnly(exception) || ServerFaults.IsReadOnly(exception)
        || exception is UnauthorizedAccessException or { HResult: ReadOnlySystem };

    /// <summary>Whether another process or thread writes, and goes on for longer than one waits.</summary>
    public static bool IsBusy(Exception exception) =>
        exception is BusyException || SqliteFaults.IsBusy(exception) || ServerFaults.IsBusy(exception);

    /// <summary>Whether the server of the database cannot be reached; it may be back soon.</summary>
    public static bool IsAway(Exception exception) => ServerFaults.IsAway(exception);

    public static bool IsFull(Exception exception) => exception.HResult is NoSpace or OverQuota
        || SqliteFaults.IsFull(exception) || ServerFaults.IsFull(exception);

    public static string ReadOnlyText(string database) =>
        $"{database} cannot be written: the file, its folder or its file system is read-only for user '{Environment.UserName}'. "
        + "Give that user the right to write there, or name another file with Catalog:Database.";

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
