using System.Data.Common;
using DataCatalog.Storage.PostgreSql;
using DataCatalog.Storage.Sqlite;

namespace DataCatalog.Storage;

/// <summary>
/// What keeps the tables of a catalogue: all that differs between database engines when a database is opened, written and followed. Stores
/// know connections and one SQL text.
/// </summary>
internal abstract class Engine : IDisposable
{
    /// <summary>What messages and logs call the database: the path of a file, or servers and a name; never a password.</summary>
    public abstract string Place { get; }

    /// <summary>The file of the database; null when it is no file of this machine.</summary>
    public abstract string? File { get; }

    /// <summary>Whether there is a database, of whatever contents.</summary>
    public abstract bool IsThere { get; }

    /// <summary>Returns the engine of a database.</summary>
    /// <param name="database">
    /// A file, of which a relative path starts from the current directory, or a text that names a database on a server.
    /// </param>
    public static Engine Of(string database) => IsOnServer(database) ? new PostgreSqlEngine(database) : new SqliteEngine(database);

    /// <summary>Whether a text names a database on a server, and not a file.</summary>
    public static bool IsOnServer(string database) => ServerText.Is(database);

    /// <summary>Says what is wrong with a text that names a database on a server, without repeating it; null for a good one.</summary>
    /// <param name="database">The text.</param>
    /// <param name="what">What the message calls it.</param>
    public static string? Fault(string database, string what) => ServerText.Fault(database, what);

    /// <summary>Creates the database where the engine does that, and brings its schema up to date.</summary>
    /// <returns>A connection that may write, which the caller disposes; null when the database is read-only.</returns>
    /// <exception cref="RefusedException">A newer version of this program or another program created the database.</exception>
    public abstract DbConnection? Migrate();

    /// <summary>Refuses a database whose schema this program cannot read.</summary>
    /// <exception cref="RefusedException">The schema has another version.</exception>
    public abstract void Verify(DbConnection connection);

    /// <summary>Whether the tables of a catalogue are there.</summary>
    public abstract bool HasCatalogue(DbConnection connection);

    /// <summary>Opens the database for the first time, to read it; says what is wrong with it in that case.</summary>
    public abstract DbConnection OpenFirst();

    /// <summary>Opens a connection that cannot write; the caller disposes it.</summary>
    public abstract DbConnection OpenRead();

    /// <summary>Opens a connection that may write; the caller disposes it.</summary>
    public abstract DbConnection OpenWrite();

    /// <summary>Begins a transaction that sees one state of the database, from its first query on.</summary>
    public abstract DbTransaction BeginSnapshot(DbConnection connection);

    /// <summary>Begins a transaction that writes the catalogue: one at a time. Waits some seconds for another.</summary>
    /// <exception cref="DbException">Another process writes for longer (<see cref="StorageFaults.IsBusy"/>).</exception>
    public abstract DbTransaction BeginWrite(DbConnection connection);

    /// <summary>Begins a transaction that writes beside the catalogue, in tables that no answer shows.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="longest">How long it waits for others.</param>
    /// <exception cref="DbException">Another process writes for longer (<see cref="StorageFaults.IsBusy"/>).</exception>
    public abstract DbTransaction BeginAside(DbConnection connection, TimeSpan longest);

    /// <summary>Makes the numbers that the engine gives to new rows follow those of rows that were copied.</summary>
    public virtual void Renumber(DbConnection connection)
    {
    }

    /// <summary>
    /// Looks whether the database may have changed since the last look; the first one says so. One thread at a time may look.
    /// </summary>
    /// <param name="last">The last change that was seen.</param>
    /// <exception cref="DbException">No server can be reached that has this change, and it is not known to be lost.</exception>
    public abstract Seen Look(LastChange last);

    /// <summary>Looks for a change that has not been seen, where one server may have it before another.</summary>
    /// <param name="sequence">The number of that change.</param>
    /// <param name="last">The last change that was seen.</param>
    /// <exception cref="DbException">The server that would know cannot be reached.</exception>
    public virtual Seen LookFor(long sequence, LastChange last) => Seen.Nothing;

    /// <summary>Makes the next look say that there are changes, over a new connection.</summary>
    public abstract void LookAnew();

    /// <summary>
    /// Looks for the server that is read by preference, while another one is read. Any thread may call this, and it may take seconds.
    /// </summary>
    /// <param name="last">The last change that was seen.</param>
    /// <returns>Moves to that server, when nobody looks; null when there is none.</returns>
    public virtual Func<LastChange, Seen>? FindPreferred(LastChange last) => null;

    /// <summary>Closes the connections that are kept open.</summary>
    public abstract void Close();

    public void Dispose()
    {
        LookAnew();
        Close();
    }
}
