using Dapper;
using DataCatalog.Storage;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Tests.Storage;

/// <summary>What the system refuses is told in one sentence: which file, why, what to do.</summary>
[Trait("Engine", "SQLite")]
public sealed class StorageFaultTests : IDisposable
{
    private readonly TestCatalog _catalog = TestCatalog.Loaded();

    [Fact]
    public void A_full_disk_is_named()
    {
        var message = Words(() => _catalog.Database.Write("test", session =>
        {
            session.Execute("pragma max_page_count = 1");
            session.Execute("insert into setting (name, value) values ('large', hex(zeroblob(1000000)))");
        }));
        Assert.Equal($"The disk of {_catalog.Path} is full; nothing was written. Free some space, then try again.", message);
    }

    [Fact]
    public void A_damaged_file_is_named_with_what_to_do()
    {
        _catalog.Database.Dispose();
        using (var file = new FileStream(_catalog.Path, FileMode.Open, FileAccess.Write))
        {
            file.Position = 4096;
            file.Write(new byte[file.Length - 4096]);
        }

        var message = Words(() => _catalog.Scalar<int>("select count(*) from dataset"));
        Assert.Equal(
            $"{_catalog.Path} is damaged. Put a backup in its place: 'restore PATH --force'; or move it away, "
            + "and the next start makes a new one from Catalog:SeedData.",
            message);
    }

    [Fact]
    public void A_file_that_another_process_holds_is_named()
    {
        using var other = new SqliteConnection($"Data Source={_catalog.Path};Pooling=False");
        other.Open();
        other.Execute("begin immediate");
        var message = Words(() =>
        {
            using var connection = new SqliteConnection($"Data Source={_catalog.Path};Pooling=False;Default Timeout=1");
            connection.Open();
            connection.Execute("begin immediate");
        });
        Assert.Equal($"{_catalog.Path} is locked by another process. Stop what has it open, then try again.", message);
    }

    [Fact]
    public void A_database_of_another_program_is_left_alone()
    {
        var path = _catalog.Path + ".other";
        using (var connection = new SqliteConnection($"Data Source={path}"))
        {
            connection.Execute("create table bookmark (address text)");
        }

        using var database = new Database(path, TimeProvider.System);
        var refusal = $"{path} is the database of another program. Name the right file with Catalog:Database.";
        Assert.Equal(refusal, Assert.Throws<RefusedException>(database.Migrate).Message);
        Assert.Equal(refusal, Assert.Throws<RefusedException>(database.OpenExisting).Message);
    }

    [Theory]
    [InlineData(6, "{0} is locked by another process. Stop what has it open, then try again.")]
    [InlineData(8, "{0} cannot be written: the file, its folder or its file system is read-only for user '{1}'. "
        + "Give that user the right to write there, or name another file with Catalog:Database.")]
    [InlineData(10, "{0} could not be read or written (SQLite error 266). Check whether its disk or network share works.")]
    [InlineData(14, "{0} or its log (-wal, -shm) cannot be opened by user '{1}'. "
        + "Give that user the right to read and write the file and its folder.")]
    [InlineData(26, "{0} is not a database. Name the right file with Catalog:Database, or move this one away.")]
    public void What_cannot_be_brought_about_here_has_its_words_too(int code, string expected) => Assert.Equal(
        string.Format(System.Globalization.CultureInfo.InvariantCulture, expected, _catalog.Path, Environment.UserName),
        StorageFaults.Describe(new SqliteException("", code, code == 10 ? 266 : code), _catalog.Path));

    [Theory]
    [InlineData(28, "The disk is full: No room. Free some space, then try again.", false, true)]
    [InlineData(122, "The disk is full: No room. Free some space, then try again.", false, true)]
    [InlineData(30, "The file system is read-only: No room. Choose another folder.", true, false)]
    [InlineData(5, "No room.", false, false)]
    public void The_errors_of_the_system_are_told_apart(int code, string expected, bool isReadOnly, bool isFull)
    {
        var exception = new IOException("No room.", code);
        Assert.Equal(expected, StorageFaults.Describe(exception));
        Assert.Equal((isReadOnly, isFull), (StorageFaults.IsReadOnly(exception), StorageFaults.IsFull(exception)));
    }

    [Fact]
    public void A_right_that_is_missing_is_told_with_who_needs_it()
    {
        var exception = new UnauthorizedAccessException("No way.");
        Assert.Equal(
            $"No way. Give user '{Environment.UserName}' the right to read and write it, or choose another folder.",
            StorageFaults.Describe(exception));
        Assert.Equal((true, false), (StorageFaults.IsReadOnly(exception), StorageFaults.IsFull(exception)));
    }

    [Theory]
    [InlineData(8, true, false)]
    [InlineData(14, true, false)]
    [InlineData(13, false, true)]
    [InlineData(11, false, false)]
    public void The_errors_of_SQLite_are_told_apart_too(int code, bool isReadOnly, bool isFull)
    {
        var exception = new SqliteException("", code);
        Assert.Equal((isReadOnly, isFull), (StorageFaults.IsReadOnly(exception), StorageFaults.IsFull(exception)));
    }

    [Fact]
    public void A_fault_of_the_program_is_not_hidden()
    {
        Assert.Throws<SqliteException>(
            () => StorageFaults.InWords(_catalog.Path, () => _catalog.Scalar<int>("select count(*) from nothing")));
    }

    public void Dispose() => _catalog.Dispose();

    private string Words(Action work) => Assert.Throws<RefusedException>(() => StorageFaults.InWords(_catalog.Path, () =>
    {
        work();
        return true;
    })).Message;
}
