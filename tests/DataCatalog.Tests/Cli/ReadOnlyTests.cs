using System.Net;

namespace DataCatalog.Tests.Cli;

/// <summary>
/// The service on a disk that it cannot write to: what is there is served, and all else is refused in words. The program runs without
/// root's right to write everything.
/// </summary>
[Trait("Speed", "Slow")]
public sealed class ReadOnlyTests : IDisposable
{
    private readonly CliFixture _cli = new();

    private string Place => Path.Combine(_cli.Folder, "place");

    private string Database => Path.Combine(Place, "catalog #1?%.db");

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_database_that_cannot_be_written_is_served_as_it_is(bool folder, bool file)
    {
        Fill();
        Forbid(folder, file);
        using var server = ServerProcess.StartUnprivileged(_cli, "--urls=http://127.0.0.1:0", $"--Catalog:Database={Database}");
        await server.ReadUntil("is read-only: it is served");
        using var client = new HttpClient { BaseAddress = await server.Address() };
        using var response = await client.GetAsync("/datasets.json?q=arbres", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("\"totalItems\":0", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_refused_with_the_reason_and_the_form_says_so_too()
    {
        Fill();
        Forbid(folder: true, file: true);
        using var server = ServerProcess.StartUnprivileged(_cli, "--urls=http://127.0.0.1:0", $"--Catalog:Database={Database}");
        using var client = new HttpClient { BaseAddress = await server.Address() };
        var address = new Uri("/datasets/arbres-rennes/reports", UriKind.Relative);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("text", "faux")]);
        using var response = await client.PostAsync(address, form, TestContext.Current.CancellationToken);
        var problem = await CatalogApp.JsonOf(response);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("urn:datacatalog:problem:read-only", problem.GetProperty("type").GetString());
        var page = await client.GetStringAsync(address, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<textarea", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_reads_a_database_in_a_folder_that_cannot_be_written()
    {
        Fill();
        Forbid(folder: true, file: true);
        var target = Path.Combine(_cli.Folder, "catalogue.nt");
        using var export = ServerProcess.StartUnprivileged(_cli, "export", target, $"--Catalog:Database={Database}");
        Assert.Equal((0, ""), await export.Exit());
        Assert.True(new FileInfo(target).Length > 0);
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("reindex")]
    public async Task A_verb_that_writes_says_that_the_place_is_read_only(string verb)
    {
        Fill();
        Forbid(folder: true, file: true);
        using var process = ServerProcess.StartUnprivileged(_cli, verb, $"--Catalog:Database={Database}");
        await AssertSaysReadOnly(process);
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("--urls=http://127.0.0.1:0")]
    public async Task A_new_database_needs_a_place_that_can_be_written(string argument)
    {
        Directory.CreateDirectory(Place);
        Forbid(folder: true, file: false);
        using var process = ServerProcess.StartUnprivileged(_cli, argument, $"--Catalog:Database={Database}");
        await AssertSaysReadOnly(process);
    }

    [Fact]
    public async Task Changes_that_are_only_in_the_log_are_not_left_out_in_silence()
    {
        Fill();
        await File.WriteAllTextAsync(Database + "-wal", "changes", TestContext.Current.CancellationToken);
        Forbid(folder: true, file: true);
        using var process = ServerProcess.StartUnprivileged(_cli, "--urls=http://127.0.0.1:0", $"--Catalog:Database={Database}");
        var (status, error) = await process.Exit();
        Assert.Equal(1, status);
        var message = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("changes are in its log", message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Commands.Run("chmod", "u+w", Place);
        _cli.Dispose();
    }

    /// <summary>A copy of a database has neither its log nor its lock beside it.</summary>
    private void Fill()
    {
        Directory.CreateDirectory(Place);
        SeededDatabase.CopyTo(Database);
    }

    private void Forbid(bool folder, bool file)
    {
        string[] paths = [.. file ? Directory.EnumerateFiles(Place) : [], .. folder ? [Place] : Array.Empty<string>()];
        Commands.Run("chmod", ["a-w", .. paths]);
    }

    private async Task AssertSaysReadOnly(ServerProcess process)
    {
        var (status, error) = await process.Exit();
        Assert.Equal(1, status);
        var message = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"{Database} cannot be written", message, StringComparison.Ordinal);
        Assert.Contains("read-only", message, StringComparison.Ordinal);
    }
}
