using System.Globalization;
using Dapper;
using Npgsql;

namespace DataCatalog.Storage.PostgreSql;

/// <summary>
/// The right to write a database for longer than a transaction, as an advisory lock of a connection of its own: the server releases it when
/// the connection ends for any reason.
/// </summary>
internal sealed class ServerLock : IDisposable
{
    /// <summary>The first number of all advisory locks of this program; the second is the purpose.</summary>
    private const int Program = 0x0DCA7;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnection _connection;

    private ServerLock(NpgsqlDataSource source, NpgsqlConnection connection) => (_source, _connection) = (source, connection);

    /// <summary>The statement that takes a lock for a transaction, and waits for it.</summary>
    public static string TransactionSql(LockPurpose purpose) => string.Create(
        CultureInfo.InvariantCulture, $"select pg_advisory_xact_lock({Program}, {(int)purpose})");

    /// <summary>Takes the lock of commands that write; null when another process has it.</summary>
    /// <param name="database">A text that names a database on a server.</param>
    /// <param name="longest">How long it waits for others.</param>
    public static ServerLock? Take(string database, TimeSpan longest)
    {
        ServerLock? taken = null;
        var text = ServerText.Read(database);
        text.TargetSessionAttributes = null;
        var source = new NpgsqlDataSourceBuilder(text.ConnectionString).BuildMultiHost();
        try
        {
            var connection = source.OpenConnection(TargetSessionAttributes.Primary);
            taken = Wait(connection, longest) ? new ServerLock(source, connection) : null;
            return taken;
        }
        finally
        {
            if (taken is null)
            {
                source.Dispose();
            }
        }
    }

    /// <summary>The connection leaves its pool, and not only the hands of this lock: a pooled one would keep the lock.</summary>
    public void Dispose()
    {
        _connection.Dispose();
        _source.Dispose();
    }

    private static bool Wait(NpgsqlConnection connection, TimeSpan longest)
    {
        for (var waited = TimeSpan.Zero; !Try(connection); waited += Pause)
        {
            if (waited >= longest)
            {
                connection.Dispose();
                return false;
            }

            Thread.Sleep(Pause);
        }

        return true;
    }

    private static bool Try(NpgsqlConnection connection) => connection.ExecuteScalar<bool>(string.Create(
        CultureInfo.InvariantCulture, $"select pg_try_advisory_lock({Program}, {(int)LockPurpose.Command})"));
}

/// <summary>What an advisory lock is for.</summary>
internal enum LockPurpose
{
    None = 0,

    /// <summary>To change the schema.</summary>
    Migrating = 1,

    /// <summary>To write the catalogue, in one transaction.</summary>
    Writing = 2,

    /// <summary>To write tables that no answer shows.</summary>
    Aside = 3,

    /// <summary>To write the catalogue by a command, in several transactions.</summary>
    Command = 4,
}
