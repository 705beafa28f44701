using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DataCatalog.Configuration;
using DataCatalog.Storage;
using Microsoft.Extensions.Configuration;

namespace DataCatalog.Tests.Cli;

/// <summary>Addresses are looked at before anything is loaded.</summary>
public sealed class ListeningTests : IDisposable
{
    private const string NoAddress =
        "which is no address to listen on; expected one such as http://localhost:5080, or http://*:5080 for all addresses of the machine.";

    private const string NoCertificate =
        "needs a certificate. Name one with Kestrel:Certificates:Default:Path, or listen on http behind a proxy that has one.";

    private readonly CliFixture _cli = new();

    [Theory]
    [InlineData("http://127.0.0.1:notaport", "urls has 'http://127.0.0.1:notaport', " + NoAddress)]
    [InlineData("foo", "urls has 'foo', " + NoAddress)]
    [InlineData("localhost:5080", "urls has 'localhost:5080', " + NoAddress)]
    [InlineData("ftp://localhost:5080", "urls has 'ftp://localhost:5080', " + NoAddress)]
    [InlineData("http://localhost:99999", "urls has 'http://localhost:99999', " + NoAddress)]
    [InlineData("http://127.0.0.1.5:5080", "urls has 'http://127.0.0.1.5:5080', " + NoAddress)]
    [InlineData("http://[::1:5080", "urls has 'http://[::1:5080', " + NoAddress)]
    [InlineData("http://:5080", "urls has 'http://:5080', " + NoAddress)]
    [InlineData(";", "urls has ';', " + NoAddress)]
    [InlineData("http://127.0.0.1:0;bar", "urls has 'bar', " + NoAddress)]
    [InlineData("http://127.0.0.1:0/catalogue",
        "urls has 'http://127.0.0.1:0/catalogue' with a path; expected an address without one. A path belongs in Catalog:PublicBaseUrl.")]
    [InlineData("https://127.0.0.1:0", "https://127.0.0.1:0 " + NoCertificate)]
    [InlineData("http://203.0.113.7:5229",
        "This machine has no address as in http://203.0.113.7:5229. Listen on http://localhost:5229 or http://*:5229.")]
    public void A_bad_address_is_refused_in_one_sentence_before_any_work(string urls, string expected) =>
        AssertRefused(expected, $"--urls={urls}");

    [Theory]
    [InlineData("http_ports", "80;many", "http_ports has 'many', " + NoAddress)]
    [InlineData("https_ports", "443", "https://*:443 " + NoCertificate)]
    [InlineData("Kestrel:Endpoints:Web:Url", "foo", "Kestrel:Endpoints:Web:Url has 'foo', " + NoAddress)]
    public void So_are_the_other_ways_to_name_one(string setting, string value, string expected)
    {
        var faults = new List<string>();
        ListeningAddresses.Read(new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build(), faults);
        Assert.Equal(expected, Assert.Single(faults));
    }

    [Theory]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://localhost")]
    [InlineData("http://*")]
    [InlineData("http://0.0.0.0")]
    [InlineData("http://127.0.0.1:0;http://127.0.0.1")]
    public void A_port_that_is_taken_is_named_before_any_work(string urls)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var addresses = string.Create(CultureInfo.InvariantCulture, $"{urls}:{((IPEndPoint)other.LocalEndpoint).Port}");
        AssertRefused(
            $"{addresses.Split(';')[^1]} is taken: another program, perhaps an earlier run of this one, listens there. "
            + "Stop it, or listen elsewhere, such as --urls http://localhost:5081.",
            $"--urls={addresses}");
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Without_a_base_url_links_follow_the_address()
    {
        var port = FreePort();
        using var server = ServerProcess.Start(_cli, $"--urls=http://127.0.0.1:{port}");
        var lines = await server.LinesUntil("/swagger");
        Assert.Contains($"http://127.0.0.1:{port}/swagger", lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Contains("Warning", StringComparison.Ordinal));
        await server.Kill();
        using var database = new Database(_cli.Database, TimeProvider.System);
        database.OpenExisting();
        Assert.Equal($"http://127.0.0.1:{port}", new BaseUrlGuard(database).Remembered());
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task What_was_published_stays_and_a_base_url_that_leads_elsewhere_is_told()
    {
        _cli.RunWith(["Catalog:PublicBaseUrl=https://data.example.org"], "seed");
        using var server = ServerProcess.Start(_cli, "--urls=http://127.0.0.1:0");
        var lines = await server.LinesUntil("https://data.example.org/swagger");
        Assert.Contains(lines, line => line.Contains("the database was published as https://data.example.org", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Behind a proxy that is as it should be", StringComparison.Ordinal));
    }

    [Fact]
    public void A_first_start_that_fails_has_published_nothing()
    {
        Assert.Equal(1, _cli.RunWith(["Catalog:SeedData=nosuch"]).Status);
        var run = _cli.RunWith(["Catalog:PublicBaseUrl=https://data.example.org"], "seed");
        Assert.Equal((0, ""), (run.Status, run.Error));
        using var database = new Database(_cli.Database, TimeProvider.System);
        Assert.Equal("https://data.example.org", new BaseUrlGuard(database).Remembered());
    }

    [Fact]
    public void To_rename_needs_the_new_name()
    {
        _cli.Fill();
        AssertRefused("--rename-base-url needs the new URL: set Catalog:PublicBaseUrl to it.", "--rename-base-url");
    }

    public void Dispose() => _cli.Dispose();

    private void AssertRefused(string expected, params string[] args)
    {
        var existed = File.Exists(_cli.Database);
        var run = _cli.Run(args);
        Assert.Equal(new CommandRun(1, "", expected + "\n"), run);
        Assert.Equal(existed, File.Exists(_cli.Database));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
