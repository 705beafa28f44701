using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DataCatalog.Storage;

namespace DataCatalog.Tests.Cli;

[Trait("Speed", "Slow")]
public sealed class ServeTests : IDisposable
{
    private const string Urls = "--urls=http://127.0.0.1:0";

    private readonly CliFixture _cli = new();

    [Fact]
    public async Task A_server_fills_an_empty_database_prints_its_addresses_and_holds_the_lock_until_it_dies()
    {
        using var server = ServerProcess.Start(_cli, Urls);
        await server.ReadUntil("datasets: ");
        await server.ReadUntil("Listening on http://127.0.0.1:");
        await server.ReadUntil("http://localhost:5080/ ");
        await server.ReadUntil("http://localhost:5080/datasets ");
        await server.ReadUntil("http://localhost:5080/swagger ");

        Assert.Equal(0, _cli.Run("seed").Status);
        var refused = _cli.Run("reindex");
        Assert.Equal(1, refused.Status);
        Assert.Contains("in use", refused.Error, StringComparison.Ordinal);

        using var second = ServerProcess.Start(_cli, Urls);
        var (status, error) = await second.Exit();
        Assert.Equal(1, status);
        Assert.Contains("in use", error, StringComparison.Ordinal);

        await server.Kill();
        Assert.Equal(0, _cli.Run("reindex").Status);
    }

    [Fact]
    public async Task A_server_that_is_told_to_end_finishes_the_answers_that_it_sends()
    {
        _cli.Fill();
        using var server = ServerProcess.Start(_cli, Urls, "--Catalog:DumpMinutes=0");
        var address = await server.Address();
        using var client = new TcpClient { ReceiveBufferSize = 16 * 1024 };
        await client.ConnectAsync(IPAddress.Loopback, address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(
            "GET /catalog?pageSize=100 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray(),
            TestContext.Current.CancellationToken);
        var first = new byte[1024];
        var head = Encoding.ASCII.GetString(first, 0, await stream.ReadAtLeastAsync(
            first, 512, cancellationToken: TestContext.Current.CancellationToken));
        await server.Terminate();
        await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        using var rest = new MemoryStream();
        await stream.CopyToAsync(rest, TestContext.Current.CancellationToken);

        var body = head[(head.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        var length = Regex.Match(head, "(?<=Content-Length: )[0-9]+", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)).Value;
        Assert.StartsWith("HTTP/1.1 200", head, StringComparison.Ordinal);
        Assert.Equal(long.Parse(length, CultureInfo.InvariantCulture), body.Length + rest.Length);
        Assert.Equal(0, (await server.Exit()).Status);
    }

    [Fact]
    public async Task A_damaged_database_is_refused_with_the_newest_backup()
    {
        _cli.Fill();
        var backups = Directory.CreateDirectory(Path.Combine(_cli.Folder, "backups")).FullName;
        var newest = Path.Combine(backups, "datacatalog-20261130T030000Z.db");
        Assert.Equal(0, _cli.Run("backup", newest).Status);
        File.Copy(newest, Path.Combine(backups, "datacatalog-20261129T030000Z.db"));
        using (var file = new FileStream(_cli.Database, FileMode.Open, FileAccess.Write))
        {
            file.Position = 4096;
            file.Write(new byte[file.Length - 4096]);
        }

        using var server = ServerProcess.Start(_cli, Urls, $"--Catalog:BackupFolder={backups}");
        var (status, error) = await server.Exit();
        Assert.Equal(1, status);
        Assert.Contains($"is damaged. Put a backup in its place: 'restore {newest} --force'", error, StringComparison.Ordinal);
        var run = _cli.Run("restore", newest, "--force");
        Assert.Equal((0, ""), (run.Status, run.Error));
        using var restored = ServerProcess.Start(_cli, Urls, "--Catalog:DumpMinutes=0");
        await restored.Address();
    }

    [Fact]
    public async Task Another_base_url_is_refused_until_renaming_is_asked_for()
    {
        _cli.RunWith(["Catalog:PublicBaseUrl=https://data.example.org"], "seed");
        using var refused = ServerProcess.Start(_cli, Urls, "--Catalog:PublicBaseUrl=https://new.example.org");
        var (status, error) = await refused.Exit();
        Assert.Equal(1, status);
        Assert.Contains("--rename-base-url", error, StringComparison.Ordinal);

        using var renamed = ServerProcess.Start(_cli, "--rename-base-url", Urls, "--Catalog:PublicBaseUrl=https://new.example.org");
        await renamed.ReadUntil("Listening on");
        await renamed.Kill();
        using var database = new Database(_cli.Database, TimeProvider.System);
        Assert.Equal("https://new.example.org", new BaseUrlGuard(database).Remembered());
    }

    [Fact]
    public void A_server_with_a_bad_seed_and_an_empty_database_does_not_start()
    {
        _cli.Edit("territories/communes.csv", text => text + "99999,,many,,,departement:35,,,,,,,,\n");
        var run = _cli.Run();
        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.Contains("column population: 'many'", run.Error, StringComparison.Ordinal);
        using var database = new Database(_cli.Database, TimeProvider.System);
        database.OpenExisting();
        Assert.Equal(0, database.Sequence);
    }

    [Theory]
    [InlineData(
        4,
        "before 5. Move the file away, with {0}-wal if it is there, and start the server or run 'seed': "
        + "either makes a new database from the CSV files.")]
    [InlineData(9999, "after 9. Use the newer program that made it.")]
    public void A_database_of_another_schema_is_refused_whatever_is_asked(int version, string end)
    {
        _cli.Fill();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_cli.Database}"))
        {
            Dapper.SqlMapper.Execute(connection, $"pragma user_version = {version}");
        }

        var reason = string.Format(CultureInfo.InvariantCulture, end, _cli.Database);
        var refusal = $"{_cli.Database} has schema version {version}, and this program reads none {reason}\n";
        string[][] verbs = [[], ["seed"], ["reindex"], ["export", Path.Combine(_cli.Folder, "catalog.ttl")]];
        Assert.All(verbs, verb => Assert.Equal(new CommandRun(1, "", refusal), _cli.Run(verb)));
    }

    [Theory]
    [InlineData("--help", "--rename-base-url")]
    [InlineData("--version", ".")]
    public void Help_and_version_do_not_serve(string option, string text)
    {
        var run = _cli.Run(option);
        Assert.Equal(0, run.Status);
        Assert.Contains(text, run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_cli.Database));
    }

    [Fact]
    public async Task Whatever_a_server_prints_is_a_line_of_its_log_with_the_time_in_UTC()
    {
        using var server = ServerProcess.Start(_cli, Urls);
        var lines = await server.LinesUntil("swagger");
        foreach (var line in lines)
        {
            using var entry = JsonDocument.Parse(line);
            Assert.Matches(
                @"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$",
                entry.RootElement.GetProperty("Timestamp").GetString());
        }

        Assert.Contains(lines, line => line.Contains("Loading territories: 0 of ", StringComparison.Ordinal));
        Assert.True(lines.Count < 60, "A line for each row is too much.");
    }

    [Fact]
    public async Task In_development_the_log_is_text_with_the_same_times()
    {
        using var server = ServerProcess.Start(_cli, Urls, "--environment=Development");
        var line = await server.ReadUntil("Listening on");
        Assert.Matches(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z ", line);
    }

    [Fact]
    public async Task What_an_operator_may_not_have_meant_about_addresses_is_logged()
    {
        using (var first = ServerProcess.Start(_cli, Urls))
        {
            await first.ReadUntil("names no fixed port, so all IRIs begin with http://localhost:5080.");
            await first.ReadUntil("Links begin with http://localhost:5080, and this server listens on http://127.0.0.1:");
            await first.Kill();
        }

        using var second = ServerProcess.Start(_cli, Urls);
        await second.ReadUntil("Catalog:PublicBaseUrl is not set: the database was published as http://localhost:5080, and stays so.");
        await second.Kill();
    }

    public void Dispose() => _cli.Dispose();
}
