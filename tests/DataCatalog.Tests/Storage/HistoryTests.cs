using DataCatalog.Agents;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Tests.Storage;

public sealed class HistoryTests : IDisposable
{
    private readonly TestCatalog _catalog = TestCatalog.Loaded();

    private History History => _catalog.Database.History;

    [Fact]
    public void An_empty_database_has_no_history()
    {
        using var empty = new TestCatalog();
        Assert.Equal(History.None, empty.Database.History);
    }

    [Fact]
    public void Each_change_makes_another_history_and_a_write_without_changes_none()
    {
        var first = History;
        Rename("INSEE");
        var second = History;
        Rename("INSEE");
        Assert.Equal(second, History);
        Rename("Insee");
        Assert.Equal(3, new[] { first, second, History }.Select(history => history.OfContents).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(_catalog.Database.Sequence, History.Sequence);
    }

    [Fact]
    public void A_dataset_is_in_the_history_of_all_and_not_in_that_of_the_references()
    {
        var before = History;
        _catalog.Database.Write("test", session =>
        {
            DatasetStore.Writer.Save(session, Samples.Dataset with { Licence = null }, Samples.Newest);
        });
        Assert.Equal(before.OfReferences, History.OfReferences);
        Assert.NotEqual(before.OfContents, History.OfContents);
    }

    [Fact]
    public void The_same_changes_at_another_time_differ_in_their_times_alone()
    {
        using var other = new TestCatalog();
        other.Time.Advance(TimeSpan.FromSeconds(1));
        other.Load(Samples.Content);
        Assert.Equal(History with { OfTimes = "" }, other.Database.History with { OfTimes = "" });
        Assert.NotEqual(History.OfTimes, other.Database.History.OfTimes);
    }

    [Fact]
    public void Other_changes_of_the_same_number_are_another_history_to_the_end()
    {
        using var other = new TestCatalog();
        var schemes = Samples.Content.Schemes.Select(scheme => scheme with { Title = LanguageMap.Of("Autre") });
        other.Load(Samples.Content with { Schemes = [.. schemes] });
        Assert.Equal(_catalog.Database.Counters, other.Database.Counters);
        Assert.NotEqual(History.OfReferences, other.Database.History.OfReferences);
        Assert.NotEqual(History.OfContents, other.Database.History.OfContents);
    }

    [Fact]
    public void Whether_changes_come_together_or_one_by_one_is_no_matter()
    {
        using var other = TestCatalog.Loaded();
        other.Database.Write("test", session =>
        {
            AgentStore.Writer.Save(session, Samples.Agent with { Name = LanguageMap.Of("INSEE") }, Samples.Newest);
            AgentStore.Writer.Save(session, Samples.Agent, Samples.Newest);
        });
        Rename("INSEE");
        Rename("Insee");
        Assert.Equal(other.Database.History, History);
    }

    [Theory]
    [InlineData("select 1")]
    [InlineData("delete from setting where name = 'history'")]
    [InlineData("update setting set value = '3 a b' where name = 'history'")]
    public void Whoever_opens_the_file_finds_the_history_or_reads_it_anew(string sql)
    {
        Rename("INSEE");
        _catalog.Database.Write("test", session => session.Execute(sql));
        using var reader = new Database(_catalog.Text, _catalog.Time);
        reader.OpenExisting();
        using var writer = new Database(_catalog.Text, _catalog.Time);
        writer.Migrate();
        Assert.Equal((History, History), (reader.History, writer.History));
        Assert.StartsWith(
            $"{History.Sequence} {History.OfReferences} ",
            _catalog.Scalar<string>("select value from setting where name = 'history'"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_write_that_fails_leaves_the_history()
    {
        var before = History;
        Assert.Throws<InvalidOperationException>(() => _catalog.Database.Write("test", session =>
        {
            session.Log(Kinds.Agent, "lost", "create", 1, "{}");
            throw new InvalidOperationException();
        }));
        Assert.Equal(before, History);
        Rename("INSEE");
        using var reader = new Database(_catalog.Text, _catalog.Time);
        reader.OpenExisting();
        Assert.Equal(History, reader.History);
    }

    public void Dispose() => _catalog.Dispose();

    private void Rename(string name) => _catalog.Database.Write("test", session =>
    {
        AgentStore.Writer.Save(session, Samples.Agent with { Name = LanguageMap.Of(name) }, Samples.Newest);
    });
}
