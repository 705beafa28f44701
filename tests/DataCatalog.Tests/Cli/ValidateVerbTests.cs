namespace DataCatalog.Tests.Cli;

public sealed class ValidateVerbTests : IDisposable
{
    private readonly CliFixture _cli = new();

    [Fact]
    public void A_good_folder_has_no_errors()
    {
        var run = _cli.Run("validate", _cli.Seed);
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Contains("no errors", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_error_is_on_standard_error_and_nothing_is_written()
    {
        _cli.Edit("territories/communes.csv", text => text + "99998,,1,,,departement:35,,,,,,,,\n99999,Nouvelle,many,,,departement:35,,,,,,,,\n");
        var run = _cli.Run("validate", _cli.Seed);
        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.Contains("column name", run.Error, StringComparison.Ordinal);
        Assert.Contains("column population: 'many'", run.Error, StringComparison.Ordinal);
        Assert.Equal([_cli.Seed], Directory.EnumerateFileSystemEntries(_cli.Folder));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error()
    {
        var run = _cli.Run("validate", Path.Combine(_cli.Folder, "none"));
        Assert.Equal(1, run.Status);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public void The_folder_must_be_named() => Assert.Equal(1, _cli.Run("validate").Status);

    public void Dispose() => _cli.Dispose();
}
