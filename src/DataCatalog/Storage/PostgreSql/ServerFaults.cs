using Npgsql;

namespace DataCatalog.Storage.PostgreSql;

/// <summary>The errors of PostgreSQL that have a cause outside the program.</summary>
internal static class ServerFaults
{
    /// <summary>Describes what is wrong with a database; returns null when the program is at fault, or for other exceptions.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="database">The database, without a password.</param>
    public static string? Describe(Exception exception, string database) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            $"{database} cannot be opened: the server refused the user or the password. Check Username and Password in Catalog:Database.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            $"{database} does not exist. Create it (createdb), or name another one with Catalog:Database.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } fault =>
            $"{database} refuses its user: {fault.MessageText}. Make that user the owner of the database.",
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => $"The disk of {database} is full; nothing was written.",
        _ when IsBusy(exception) => $"{database} is being written by another process. Wait until it has ended, then try again.",
        _ when IsReadOnly(exception) => $"{database} cannot be written: the server is a standby or read-only.",
        _ when IsAway(exception) =>
            $"{database} cannot be reached ({exception.Message.TrimEnd('.')}). Check whether the server runs, and the host and port in "
            + "Catalog:Database.",
        _ => null,
    };

    public static bool IsBusy(Exception exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
    };

    public static bool IsReadOnly(Exception exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.ReadOnlySqlTransaction,
    };

    public static bool IsFull(Exception exception) => exception is PostgresException { SqlState: PostgresErrorCodes.DiskFull };

    /// <summary>
    /// Whether the server cannot be reached, or ends, or takes no more connections: the same may work soon. All errors of the provider that
    /// are none of the server are errors of the connection.
    /// </summary>
    public static bool IsAway(Exception exception) => exception switch
    {
        PostgresException fault => fault.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections
            or PostgresErrorCodes.ObjectNotInPrerequisiteState,
        NpgsqlException => true,
        _ => false,
    };
}
