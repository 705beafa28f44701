using DataCatalog.Storage;

namespace DataCatalog.Tests.Cli;

public sealed class ExportVerbTests : IDisposable
{
    private readonly CliFixture _cli = new();

    private string Target => Path.Combine(_cli.Folder, "catalogue.out");

    [Theory]
    [InlineData("ttl")]
    [InlineData("jsonld")]
    [InlineData("rdf")]
    [InlineData("nt")]
    public void Each_format_gives_one_file(string format)
    {
        _cli.Run("seed");
        var run = _cli.Run("export", Target, "--format", format);
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Contains(Target, run.Output, StringComparison.Ordinal);
        Assert.True(new FileInfo(Target).Length > 0);
        Assert.Empty(Directory.EnumerateFiles(_cli.Folder, "*.tmp"));
    }

    [Fact]
    public void An_unknown_format_is_refused_with_those_there_are()
    {
        _cli.Run("seed");
        var run = _cli.Run("export", Target, "--format", "csv");
        Assert.Equal(1, run.Status);
        Assert.Contains("jsonld", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public void Without_a_database_there_is_nothing_to_export()
    {
        var run = _cli.Run("export", Target, "--format", "ttl");
        Assert.Equal(1, run.Status);
        Assert.Contains(_cli.Database, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public void An_export_may_run_beside_a_server()
    {
        _cli.Run("seed");
        using var held = DatabaseLock.Take(_cli.Database);
        Assert.Equal(0, _cli.Run("export", Target, "--format", "nt").Status);
    }

    [Fact]
    public void Another_base_url_than_the_published_one_is_refused()
    {
        _cli.Run("seed");
        using (var database = new Database(_cli.Database, TimeProvider.System))
        {
            new BaseUrlGuard(database).Settle("https://data.example.org", rename: true);
        }

        var run = _cli.Run("export", Target, "--format", "nt");
        Assert.Equal(1, run.Status);
        Assert.Contains("https://data.example.org", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        _cli.Run("seed");
        var run = _cli.Run("export", Path.Combine(_cli.Folder, "none", "file"), "--format", "nt");
        Assert.Equal(1, run.Status);
        Assert.Contains(Path.Combine(_cli.Folder, "none"), run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _cli.Dispose();
}
