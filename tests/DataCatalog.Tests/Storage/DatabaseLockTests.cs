using DataCatalog.Storage;

namespace DataCatalog.Tests.Storage;

public sealed class DatabaseLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string DatabasePath => _folder.PathOf("new", "catalog.db");

    private string InUse =>
        $"The database {DatabasePath} is in use by a server or by a command that writes. Stop it first, then try again.";

    [Fact]
    public void A_second_holder_is_refused_with_a_message()
    {
        using var first = DatabaseLock.Take(DatabasePath);
        var refusal = Assert.Throws<RefusedException>(() => DatabaseLock.Take(DatabasePath));
        Assert.Equal(InUse, refusal.Message);
    }

    [Fact]
    public void The_lock_can_be_taken_again_after_its_release()
    {
        DatabaseLock.Take(DatabasePath).Dispose();
        using var again = DatabaseLock.Take(DatabasePath);
        Assert.True(File.Exists(DatabasePath + ".lock"));
    }

    [Fact]
    public void Another_database_can_be_locked_at_the_same_time()
    {
        using var first = DatabaseLock.Take(DatabasePath);
        using var other = DatabaseLock.Take(_folder.PathOf("other.db"));
        Assert.NotSame(first, other);
    }

    [Theory]
    [InlineData("link.db")]
    [InlineData("folder", "catalog.db")]
    [InlineData("new", "..", "new", "catalog.db")]
    [InlineData("folder", "..", "new", "catalog.db")]
    [InlineData("circuit", "catalog.db")]
    [InlineData("elsewhere", "link.db")]
    [InlineData("deep", "..", "catalog.db")]
    public void Whatever_path_leads_to_a_database_it_has_one_lock(params string[] parts)
    {
        using var held = DatabaseLock.Take(DatabasePath);
        File.CreateSymbolicLink(_folder.PathOf("link.db"), DatabasePath);
        Directory.CreateSymbolicLink(_folder.PathOf("folder"), "new");
        Directory.CreateSymbolicLink(_folder.PathOf("circuit"), "./folder/../new/.");
        Directory.CreateDirectory(_folder.PathOf("elsewhere"));
        File.CreateSymbolicLink(_folder.PathOf("elsewhere", "link.db"), DatabasePath);
        Directory.CreateSymbolicLink(_folder.PathOf("deep"), Directory.CreateDirectory(_folder.PathOf("new", "below")).FullName);
        Assert.Equal(InUse, Assert.Throws<RefusedException>(() => DatabaseLock.Take(_folder.PathOf(parts))).Message);
    }

    [Fact]
    public void A_database_with_a_second_name_is_refused()
    {
        File.WriteAllText(_folder.PathOf("one.db"), "");
        Commands.Run("ln", _folder.PathOf("one.db"), _folder.PathOf("two.db"));
        Assert.Equal(
            $"{_folder.PathOf("two.db")} has another name (a hard link), and another process could write the file under that name. "
            + "Copy it (cp), and put the copy in its place.",
            Assert.Throws<RefusedException>(() => DatabaseLock.Take(_folder.PathOf("two.db"))).Message);
    }

    [Fact]
    public void A_link_that_leads_to_itself_is_refused()
    {
        File.CreateSymbolicLink(_folder.PathOf("a"), "b");
        File.CreateSymbolicLink(_folder.PathOf("b"), "a");
        Assert.Equal(
            $"{_folder.PathOf("a")} is a link that leads back to itself. Name the file itself.",
            Assert.Throws<RefusedException>(() => DatabaseLock.Take(_folder.PathOf("a"))).Message);
    }

    [Theory]
    [InlineData("pipe")]
    [InlineData("/dev/null")]
    public void A_pipe_or_a_device_is_no_database(string name)
    {
        Commands.Run("mkfifo", _folder.PathOf("pipe"));
        Assert.Equal(
            $"{_folder.PathOf(name)} is a pipe, a device or a socket, which can hold no database. Name a file with Catalog:Database.",
            Assert.Throws<RefusedException>(() => DatabaseLock.Take(_folder.PathOf(name))).Message);
    }

    public void Dispose() => _folder.Dispose();
}
