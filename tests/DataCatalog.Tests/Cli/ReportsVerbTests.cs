using DataCatalog.Reports;
using DataCatalog.Storage;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Tests.Cli;

/// <summary>The operator reads what readers report, and closes what is done.</summary>
public sealed class ReportsVerbTests : IDisposable
{
    private readonly CliFixture _cli = new();

    public ReportsVerbTests()
    {
        _cli.Fill();
        using var database = new Database(_cli.Database, TimeProvider.System);
        database.Migrate();
        var reports = new ReportStore(database);
        Assert.True(reports.Save("arbres-rennes", "Une ligne\net une autre"));
        Assert.True(reports.Save("qualite-eau-robinet", "Périmé"));
    }

    [Fact]
    public void Open_reports_are_listed_and_a_closed_one_no_longer()
    {
        var listed = _cli.Run("reports");
        var closed = _cli.Run("reports", "--close", "1");
        var after = _cli.Run("reports");

        Assert.Equal(0, listed.Status);
        Assert.Contains("  arbres-rennes\n    Une ligne\n    et une autre\n", listed.Output, StringComparison.Ordinal);
        Assert.EndsWith("2 open reports; at most 1000 are kept.\n", listed.Output, StringComparison.Ordinal);
        Assert.Equal((0, "Report 1 is closed.\n"), (closed.Status, closed.Output));
        Assert.DoesNotContain("arbres-rennes", after.Output, StringComparison.Ordinal);
        Assert.Contains("Périmé", after.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("-1")]
    public void Closing_what_is_not_open_is_refused(string number)
    {
        var run = _cli.Run("reports", "--close", number);

        Assert.Equal(1, run.Status);
        Assert.Contains($"There is no open report {number}.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_may_hold_the_database_meanwhile()
    {
        using var held = DatabaseLock.Take(_cli.Database);

        Assert.Equal(0, _cli.Run("reports", "--close", "2").Status);
        Assert.EndsWith("1 open reports; at most 1000 are kept.\n", _cli.Run("reports").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_backup_has_the_reports_too()
    {
        var backup = Path.Combine(_cli.Folder, "backup.db");
        Assert.Equal(0, _cli.Run("backup", backup).Status);

        using var connection = new SqliteConnection($"Data Source={backup};Mode=ReadOnly;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from report where text = 'Périmé'";
        Assert.Equal(1L, command.ExecuteScalar());
    }

    public void Dispose() => _cli.Dispose();
}
