using DataCatalog.Reports;
using DataCatalog.Storage;
using DataCatalog.Tests.Storage;

namespace DataCatalog.Tests.Cli;

public sealed class CopyVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestDatabase _from;
    private readonly TestDatabase _to;

    /// <summary>From a file to a database of the other engine, where there is a server; else from file to file.</summary>
    public CopyVerbTests()
    {
        SeededDatabase.CopyTo(File);
        _from = TestDatabase.Seeded(_folder.PathOf("other.db"));
        _to = TestDatabase.Empty(_folder.PathOf("copy.db"));
    }

    private string File => _folder.PathOf("catalog.db");

    [Fact]
    public void A_copy_has_every_row_and_the_same_history_and_the_same_dump()
    {
        var run = Copy(File, _to.Text);
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.Status);
        Assert.Matches(@"has the [0-9]+ rows of .*catalog\.db, in 37 tables\.\n", run.Output);
        Assert.Matches(
            @"The change log and the whole catalogue in N-Triples \(SHA-256 [0-9a-f]{64}\) are the same in both\.\n$", run.Output);

        using var from = Opened(File);
        using var to = Opened(_to.Text);
        Assert.True(from.Sequence > 0);
        Assert.Equal(from.History, to.History);
        Assert.Equal(from.Counters, to.Counters);
    }

    [Fact]
    public void A_copy_of_a_copy_is_the_same_catalogue()
    {
        Assert.Equal(0, Copy(_from.Text, _folder.PathOf("back.db")).Status);
        Assert.Equal(0, Copy(_folder.PathOf("back.db"), _to.Text).Status);
        using var first = Opened(_from.Text);
        using var last = Opened(_to.Text);
        Assert.Equal(first.History, last.History);
    }

    [Fact]
    public void A_copy_goes_on_where_the_first_ended()
    {
        const string Kept =
            "insert into report (number, dataset_id, text, at) values (7, 'qualite-eau-robinet', 'Faux', '2026-11-30T12:00:00Z')";
        using (var from = new Database(File, TimeProvider.System))
        {
            from.Migrate();
            from.Write("test", session => session.Execute(Kept));
        }

        Assert.Equal(0, Copy(File, _to.Text).Status);
        var seeded = CommandRun.Of([$"Catalog:Database={_to.Text}", $"Catalog:SeedData={TestSeed.Folder}"], "seed");
        Assert.Contains("datasets: 0 created, 0 changed, ", seeded.Output, StringComparison.Ordinal);

        using var to = new Database(_to.Text, TimeProvider.System);
        to.Migrate();
        var reports = new ReportStore(to);
        Assert.True(reports.Save("qualite-eau-robinet", "Encore"));
        Assert.Equal([7, 8], reports.Open().Select(report => report.Number));
        Assert.Equal(Sequence(File) + 1, to.Write("test", session =>
        {
            session.Log(Kinds.Rule, "next", "create", 1, "{}");
            return session.All("select max(sequence) from change", row => row.GetInt64(0))[0];
        }));
    }

    [Fact]
    public void A_database_with_entries_is_not_written_over()
    {
        var before = Sequence(_from.Text);
        var run = Copy(File, _from.Text);
        Assert.Equal(1, run.Status);
        Assert.EndsWith(" has entries already. Name an empty database.\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Sequence(_from.Text));
    }

    [Fact]
    public void A_copy_of_nothing_is_refused()
    {
        var run = Copy(_folder.PathOf("nothing.db"), _to.Text);
        Assert.Equal(1, run.Status);
        Assert.StartsWith("There is no database at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_connection_string_is_refused_without_its_password()
    {
        var run = Copy(File, "Host=db;Pasword=very-secret");
        Assert.Equal(1, run.Status);
        Assert.StartsWith("--to is no connection string of PostgreSQL", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", run.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _from.Dispose();
        _to.Dispose();
        _folder.Dispose();
    }

    private static CommandRun Copy(string from, string to) => CommandRun.Of([], "copy", "--from", from, "--to", to);

    private static Database Opened(string text)
    {
        var database = new Database(text, TimeProvider.System);
        database.OpenExisting();
        return database;
    }

    private static long Sequence(string text)
    {
        using var database = Opened(text);
        return database.Sequence;
    }
}
