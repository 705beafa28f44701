using DataCatalog.Storage;

namespace DataCatalog.Tests.Storage;

public sealed class DatabaseLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string DatabasePath => _folder.PathOf("new", "catalog.db");

    [Fact]
    public void A_second_holder_is_refused_with_a_message()
    {
        using var first = DatabaseLock.Take(DatabasePath);
        var refusal = Assert.Throws<RefusedException>(() => DatabaseLock.Take(DatabasePath));
        Assert.Contains(DatabasePath, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("in use", refusal.Message, StringComparison.Ordinal);
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

    public void Dispose() => _folder.Dispose();
}
