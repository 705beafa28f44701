using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DataCatalog.Tests;
using Microsoft.Playwright;

namespace DataCatalog.Browser;

/// <summary>The catalogue and a browser, for all tests of pages; skipped with a sentence on a machine without a browser.</summary>
public sealed class PageBrowser : IAsyncLifetime
{
    private const string Host = "catalogue.example";

    private CatalogApp? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string BaseUrl { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!Chromium.IsThere)
        {
            return;
        }

        var port = FreePort();
        BaseUrl = string.Create(CultureInfo.InvariantCulture, $"http://{Host}:{port}");
        _app = new CatalogApp { PublicBaseUrl = BaseUrl };
        _app.UseKestrel(port);
        _app.StartServer();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.StartAsync(_playwright, Host);
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Opens a tab.</summary>
    /// <param name="options">The settings of the browser.</param>
    internal async Task<Tab> OpenAsync(BrowserNewContextOptions? options = null)
    {
        Chromium.Need("the pages in a browser");
        options ??= new BrowserNewContextOptions();
        options.BaseURL = BaseUrl;
        options.Locale ??= "fr-FR";
        var context = await _browser!.NewContextAsync(options);
        return new Tab(await context.NewPageAsync());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A tab, and what went on in it.</summary>
internal sealed class Tab
{
    private readonly ConcurrentQueue<string> _faults = [];
    private readonly ConcurrentQueue<string> _requests = [];

    public Tab(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(30_000);
        page.Console += (_, message) => _faults.Enqueue($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _faults.Enqueue(error);
        page.Request += (_, request) => _requests.Enqueue(request.Url);
    }

    public IPage Page { get; }

    /// <summary>What the console shows: messages, broken policies, errors of scripts.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>The addresses that the tab asked for.</summary>
    public IReadOnlyCollection<string> Requests => _requests;
}
