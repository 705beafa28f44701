using System.Text;

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
        _cli.Edit(
            "territories/communes.csv",
            text => text + "99998,,1,,,departement:35,,,,,,,,\n99999,Nouvelle,many,,,departement:35,,,,,,,,\n");
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
    public void An_unusual_file_is_said_on_standard_error_and_is_no_error()
    {
        _cli.Edit("series.csv", text => "\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal));
        const string note = "series.csv: read as UTF-8 with a byte order mark, separated by commas, lines ended by CR LF\n";
        var run = _cli.Run("validate", _cli.Seed);
        Assert.Equal((0, note, $"{_cli.Seed}: no errors.\n"), (run.Status, run.Error, run.Output));
        Assert.Equal((0, note), (_cli.Run("seed").Status, _cli.Run("seed").Error));
        Assert.Equal((0, note), (_cli.Run("stats", _cli.Seed).Status, _cli.Run("stats", _cli.Seed).Error));
    }

    [Theory]
    [InlineData("territories/communes.csv")]
    [InlineData("datasets.csv")]
    [InlineData("vocabularies/themes.csv")]
    public void A_missing_file_has_no_consequences(string file)
    {
        File.Delete(Path.Combine(_cli.Seed, file));
        Assert.Equal(2, _cli.Run("validate", _cli.Seed).Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void A_file_that_was_encoded_twice_names_its_cells()
    {
        _cli.Edit("datasets.csv", text => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)));
        var run = _cli.Run("validate", _cli.Seed);
        Assert.Equal(1, run.Status);
        Assert.Contains("column title_fr: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("text that was encoded once", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_must_be_named() => Assert.Equal(1, _cli.Run("validate").Status);

    public void Dispose() => _cli.Dispose();
}
