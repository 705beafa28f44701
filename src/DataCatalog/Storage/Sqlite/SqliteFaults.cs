using Microsoft.Data.Sqlite;

namespace DataCatalog.Storage.Sqlite;

/// <summary>The errors of SQLite that have a cause outside the program.</summary>
internal static class SqliteFaults
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Damaged = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    /// <summary>With less free space, in bytes, an input or output error of SQLite counts as a full disk.</summary>
    private const long LeastSpace = 1 << 20;

    /// <summary>Describes what is wrong with a file; returns null when the program is at fault, or for other exceptions.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="database">The file.</param>
    /// <param name="backup">The newest backup; null for none.</param>
    public static string? Describe(Exception exception, string database, string? backup) => (exception as SqliteException) switch
    {
        { SqliteErrorCode: Full } => FullText(database),
        { SqliteErrorCode: InputOutput } when StorageFaults.SpaceLeft(database) < LeastSpace => FullText(database),
        { SqliteErrorCode: InputOutput } fault =>
            $"{database} could not be read or written (SQLite error {fault.SqliteExtendedErrorCode}). "
            + "Check whether its disk or network share works.",
        { SqliteErrorCode: ReadOnly } => StorageFaults.ReadOnlyText(database),
        { SqliteErrorCode: CannotOpen } =>
            $"{database} or its log (-wal, -shm) cannot be opened by user '{Environment.UserName}'. "
            + "Give that user the right to read and write the file and its folder.",
        { SqliteErrorCode: Busy or Locked } => $"{database} is locked by another process. Stop what has it open, then try again.",
        { SqliteErrorCode: Damaged } =>
            $"{database} is damaged. Put a backup in its place: 'restore {backup ?? "PATH"} --force'; "
            + "or move it away, and the next start makes a new one from Catalog:SeedData.",
        { SqliteErrorCode: NoDatabase } =>
            $"{database} is not a database. Name the right file with Catalog:Database, or move this one away.",
        _ => null,
    };

    /// <summary>Whether the file could not be opened because the file or its folder is read-only.</summary>
    public static bool IsReadOnly(Exception exception) => exception is SqliteException { SqliteErrorCode: ReadOnly or CannotOpen };

    /// <summary>Whether another process writes.</summary>
    public static bool IsBusy(Exception exception) => exception is SqliteException { SqliteErrorCode: Busy or Locked };

    /// <summary>Whether the disk is full.</summary>
    public static bool IsFull(Exception exception) => exception is SqliteException { SqliteErrorCode: Full };

    private static string FullText(string database) =>
        $"The disk of {database} is full; nothing was written. Free some space, then try again.";
}
