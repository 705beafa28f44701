using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DataCatalog.Browser;
using DataCatalog.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(PageBrowser))]

namespace DataCatalog.Browser;

/// <summary>
/// The catalogue, under another name than the machine's, and a browser, for all tests; skipped with a sentence on a machine without one.
/// </summary>
public sealed class PageBrowser : IAsyncLifetime
{
    private const string Host = "catalogue.example";

    private readonly Dictionary<string, IBrowserContext> _readers = new(StringComparer.Ordinal);
    private CatalogApp? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private int _port;

    public string BaseUrl { get; private set; } = "";

    /// <summary>What curl needs to find the catalogue by its name.</summary>
    public string Resolution => string.Create(CultureInfo.InvariantCulture, $"{Host}:{_port}:127.0.0.1");

    internal CatalogApp App => _app!;

    public async ValueTask InitializeAsync()
    {
        if (!Chromium.IsThere)
        {
            return;
        }

        _port = FreePort();
        BaseUrl = string.Create(CultureInfo.InvariantCulture, $"http://{Host}:{_port}");
        _app = new CatalogApp { PublicBaseUrl = BaseUrl, DumpMinutes = 60 };
        _app.UseKestrel(_port);
        _app.StartServer();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.StartAsync(_playwright, Host);
        foreach (var locale in new[] { "fr-FR", "en-GB" })
        {
            _readers[locale] = await _browser.NewContextAsync(new() { BaseURL = BaseUrl, Locale = locale });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Opens a tab beside others, which share what the browser keeps.</summary>
    /// <param name="locale">The language of the reader.</param>
    internal async Task<Tab> OpenAsync(string locale = "fr-FR")
    {
        Chromium.Need("the pages in a browser");
        return new Tab(await _readers[locale].NewPageAsync());
    }

    /// <summary>Opens a tab of a browser with other settings.</summary>
    internal async Task<Tab> OpenAsync(BrowserNewContextOptions options)
    {
        Chromium.Need("the pages in a browser");
        options.BaseURL = BaseUrl;
        options.Locale ??= "fr-FR";
        return new Tab(await (await _browser!.NewContextAsync(options)).NewPageAsync());
    }

    /// <summary>A port that nobody listens on: the base URL names it before the server starts.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
