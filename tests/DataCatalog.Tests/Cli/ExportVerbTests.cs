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
    [InlineData("geonetwork")]
    public void Each_format_gives_one_file(string format)
    {
        _cli.Fill();
        var run = _cli.Run("export", Target, "--format", format);
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Contains(Target, run.Output, StringComparison.Ordinal);
        Assert.True(new FileInfo(Target).Length > 0);
        Assert.Empty(Directory.EnumerateFiles(_cli.Folder, "*.tmp"));
    }

    [Fact]
    public void An_unknown_format_is_refused_with_those_there_are()
    {
        _cli.Fill();
        var run = _cli.Run("export", Target, "--format", "csv");
        Assert.Equal(
            new CommandRun(
                1,
                "",
                "Argument 'csv' not recognized. Must be one of:\n\t'ttl'\n\t'jsonld'\n\t'rdf'\n\t'nt'\n\t'geonetwork' "
                + "--help lists all commands and options.\n"),
            run);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public void Without_a_database_there_is_nothing_to_export()
    {
        var run = _cli.Run("export", Target, "--format", "ttl");
        Assert.Equal(new CommandRun(1, "", $"There is no database at {_cli.Database}. Start the server or run 'seed' to make one.\n"), run);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public void An_export_may_run_beside_a_server()
    {
        _cli.Fill();
        using var held = DatabaseLock.Take(_cli.Database);
        Assert.Equal(0, _cli.Run("export", Target, "--format", "nt").Status);
    }

    [Fact]
    public void Another_base_url_than_the_published_one_is_refused()
    {
        _cli.Fill();
        using (var database = new Database(_cli.Database, TimeProvider.System))
        {
            database.OpenExisting();
            new BaseUrlGuard(database).CheckAndRemember("https://data.example.org", rename: true);
        }

        Assert.Equal(0, _cli.Run("export", Target + ".nt").Status);
        var run = _cli.RunWith(["Catalog:PublicBaseUrl=http://localhost:5080"], "export", Target, "--format", "nt");
        Assert.Equal(1, run.Status);
        Assert.Contains("https://data.example.org", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        _cli.Fill();
        var run = _cli.Run("export", Path.Combine(_cli.Folder, "none", "file"), "--format", "nt");
        Assert.Equal(1, run.Status);
        Assert.Contains(Path.Combine(_cli.Folder, "none"), run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    [InlineData("-shm")]
    [InlineData("-journal")]
    [InlineData(".lock")]
    public void The_database_and_what_belongs_to_it_are_never_overwritten(string ending)
    {
        _cli.Fill();
        var before = File.ReadAllBytes(_cli.Database);
        AssertRefused(_cli.Database + ending, "the database or belongs to it. Name another file.");
        Assert.Equal(before, File.ReadAllBytes(_cli.Database));
        Assert.Equal(0, _cli.Run("seed").Status);
    }

    [Fact]
    public void A_link_to_the_database_is_the_database()
    {
        _cli.Fill();
        File.CreateSymbolicLink(Path.Combine(_cli.Folder, "link.nt"), _cli.Database);
        AssertRefused(Path.Combine(_cli.Folder, "link.nt"), "the database or belongs to it. Name another file.");
        Assert.NotNull(new FileInfo(Path.Combine(_cli.Folder, "link.nt")).LinkTarget);
    }

    [Fact]
    public void A_link_is_not_replaced_by_a_file()
    {
        _cli.Fill();
        File.WriteAllText(Path.Combine(_cli.Folder, "other.nt"), "");
        File.CreateSymbolicLink(Target, Path.Combine(_cli.Folder, "other.nt"));
        AssertRefused(Target, $"a link to {Path.Combine(_cli.Folder, "other.nt")}. Name the file itself.");
        Assert.NotNull(new FileInfo(Target).LinkTarget);
    }

    [Fact]
    public void A_read_only_file_stays_as_it_is()
    {
        _cli.Fill();
        _cli.Run("export", Target, "--format", "nt");
        Commands.Run("chmod", "a-w", Target);
        AssertRefused(Target, "read-only. Name another file, or make it writable.");
    }

    [Theory]
    [InlineData("<http://example.org/> is what I wrote down.")]
    [InlineData("I wrote down <http://www.w3.org/ns/dcat#>.")]
    public void A_file_that_is_no_export_is_never_overwritten(string text)
    {
        _cli.Fill();
        File.WriteAllText(Target, text);
        AssertRefused(Target, "there already and is no export of a catalogue. Name another file.");
        Assert.Equal(text, File.ReadAllText(Target));
    }

    [Fact]
    public void An_empty_file_may_be_overwritten_when_that_is_wanted()
    {
        _cli.Fill();
        File.WriteAllText(Target, "");
        Assert.Equal(0, _cli.Run("export", Target, "--format", "nt", "--force").Status);
        Assert.StartsWith("<http", File.ReadAllText(Target), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_refused()
    {
        _cli.Fill();
        Directory.CreateDirectory(Target);
        AssertRefused(Target, "a folder, a pipe or a device. Name a file.");
    }

    [Fact]
    public void A_pipe_is_refused_and_not_waited_for()
    {
        _cli.Fill();
        Commands.Run("mkfifo", Target);
        AssertRefused(Target, "a folder, a pipe or a device. Name a file.");
    }

    [Theory]
    [InlineData("ttl")]
    [InlineData("jsonld")]
    [InlineData("rdf")]
    [InlineData("nt")]
    public void An_earlier_export_is_overwritten_only_when_that_is_wanted(string format)
    {
        _cli.Fill();
        _cli.Run("export", Target, "--format", format);
        var refused = _cli.Run("export", Target, "--format", "nt");
        Assert.Equal(
            new CommandRun(1, "", $"{Target} is there already. Name another file, or overwrite that export with --force.\n"), refused);
        Assert.Equal((0, ""), (_cli.Run("export", Target, "--format", "nt", "--force") is var run ? run.Status : 1, run.Error));
        Assert.StartsWith("<http", File.ReadAllText(Target), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ttl", "@prefix")]
    [InlineData("jsonld", "{")]
    [InlineData("rdf", "<?xml")]
    [InlineData("NT", "<http")]
    public void The_name_says_the_format(string ending, string beginning)
    {
        _cli.Fill();
        var target = Path.Combine(_cli.Folder, $"catalogue.{ending}");
        var run = _cli.Run("export", target);
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.StartsWith(beginning, File.ReadAllText(target), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_says_no_format_is_refused_with_those_there_are()
    {
        _cli.Fill();
        var run = _cli.Run("export", Target);
        Assert.Equal(
            new CommandRun(
                1, "", $"The name {Target} does not say the syntax. Let it end in .ttl, .jsonld, .rdf, .nt, or give --format.\n"),
            run);
    }

    public void Dispose() => _cli.Dispose();

    /// <summary>Neither without nor with force, and in one sentence.</summary>
    private void AssertRefused(string target, string why)
    {
        foreach (string[] force in new string[][] { [], ["--force"] })
        {
            var run = _cli.Run(["export", target, "--format", "nt", .. force]);
            Assert.Equal(new CommandRun(1, "", $"{target} is {why}\n"), run);
        }
    }
}
