using System.Globalization;
using Dapper;
using DataCatalog.Storage;
using DataCatalog.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Backups;

/// <summary>A backup: a copy of the database in one file, which was read through after it was written.</summary>
/// <param name="Path">The file.</param>
/// <param name="Sequence">The number of the last change in it.</param>
/// <param name="Datasets">The number of datasets in it that are not withdrawn.</param>
/// <param name="Bytes">The size of the file, in bytes.</param>
internal sealed record Backup(string Path, long Sequence, long Datasets, long Bytes)
{
    private static readonly byte[] Mark = "SQLite format 3\0"u8.ToArray();

    private static readonly TargetFile Target = new("backup", IsDatabase);

    /// <summary>Refuses a path where something would be lost.</summary>
    /// <exception cref="RefusedException">The path leads to something that must stay; the message says what.</exception>
    public static void CheckTarget(string path, string database, bool force) => Target.Check(path, database, force);

    /// <summary>
    /// Copies a database as it is at one moment, while others read and write it (sqlite.org/backup.html), and checks the copy. The file
    /// appears when it is complete and on the disk, or not at all.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="path">The file of the backup.</param>
    /// <exception cref="InvalidDataException">The copy is damaged or lacks changes: the database or the disk is at fault.</exception>
    public static Backup Make(Database database, string path)
    {
        Backup? made = null;
        WholeFile.Make(path, temporary =>
        {
            var least = database.Sequence;
            Copy(database, temporary);
            made = Read(temporary);
            if (made.Sequence < least)
            {
                throw new InvalidDataException(string.Create(
                    CultureInfo.InvariantCulture, $"The backup ends with change {made.Sequence}, and the database had {least} before."));
            }
        });
        return made! with { Path = System.IO.Path.GetFullPath(path) };
    }

    /// <summary>Reads a whole backup and checks it.</summary>
    /// <exception cref="RefusedException">The file is no database that this program can read.</exception>
    /// <exception cref="InvalidDataException">The file is damaged; the message says where.</exception>
    public static Backup Read(string path)
    {
        if (!IsDatabase(new FileInfo(path)))
        {
            throw new RefusedException($"{path} is no backup: it is not a database.");
        }

        using var connection = Open(path, SqliteOpenMode.ReadOnly);
        Migrations.VerifyReadable(connection);
        var fault = connection.Query<string>("pragma integrity_check(1)").Single();
        if (!string.Equals(fault, "ok", StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{path} is damaged: {fault}.");
        }

        return new Backup(
            path,
            connection.ExecuteScalar<long>("select coalesce(max(sequence), 0) from change"),
            connection.ExecuteScalar<long>("select count(*) from dataset where withdrawn_at is null"),
            new FileInfo(path).Length);
    }

    private static void Copy(Database database, string path)
    {
        using var from = database.OpenRead();
        using var to = Open(path, SqliteOpenMode.ReadWriteCreate);
        ((SqliteConnection)from).BackupDatabase(to);

        // A copy of a database with a write-ahead log would make one of its own when it is read.
        to.Execute("pragma journal_mode = delete");
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString();
        var connection = new SqliteConnection(text);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static bool IsDatabase(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new RefusedException($"There is no file {file.FullName}.");
        }

        using var stream = file.OpenRead();
        var beginning = new byte[Mark.Length];
        return stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false) == Mark.Length
            && beginning.AsSpan().SequenceEqual(Mark);
    }
}
