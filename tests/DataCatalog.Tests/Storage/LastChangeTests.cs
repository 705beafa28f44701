using Dapper;
using DataCatalog.Storage;

namespace DataCatalog.Tests.Storage;

public sealed class LastChangeTests : IDisposable
{
    private readonly TestCatalog _catalog = new();

    [Fact]
    public void An_empty_catalogue_has_none_and_none_is_in_every_catalogue()
    {
        using var connection = _catalog.Database.OpenRead();
        Assert.Equal(LastChange.None, LastChange.Read(connection));
        Assert.True(LastChange.None.IsIn(connection));
    }

    [Fact]
    public void A_change_stays_in_its_catalogue_when_others_follow()
    {
        var first = Write("a");
        var second = Write("b");
        Assert.Equal((1, 2), (first.Sequence, second.Sequence));
        Assert.True(IsIn(first));
        Assert.True(IsIn(second));
    }

    [Theory]
    [InlineData("delete from change")]
    [InlineData("update change set document = '{\"x\":2}'")]
    [InlineData("update change set at = '2031-01-01T00:00:00.000Z'")]
    [InlineData("update change set id = 'b'")]
    public void Another_change_of_that_number_is_not_the_same(string loss)
    {
        var first = Write("a");
        _catalog.Database.WriteAside((connection, _) => connection.Execute(loss));
        Assert.False(IsIn(first));
    }

    public void Dispose() => _catalog.Dispose();

    private LastChange Write(string id)
    {
        _catalog.Database.Write("test", session => session.Log(Kinds.Agent, id, "create", 1, "{}"));
        using var connection = _catalog.Database.OpenRead();
        return LastChange.Read(connection);
    }

    private bool IsIn(LastChange change)
    {
        using var connection = _catalog.Database.OpenRead();
        return change.IsIn(connection);
    }
}
