using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DataCatalog.Tests;
using Microsoft.Playwright;

namespace DataCatalog.Browser;

/// <summary>
/// Opens the page of the description in a browser on another machine than the server's, and presses its buttons as a reader would.
/// </summary>
[Trait("Speed", "Slow")]
public sealed class SwaggerTests
{
    private const string Host = "catalogue.example";

    [Fact]
    public async Task Every_operation_answers_at_the_first_click_and_the_page_needs_nobody_else()
    {
        Chromium.Need("the page of the description (/swagger) in a browser");
        var port = FreePort();
        var baseUrl = string.Create(CultureInfo.InvariantCulture, $"http://{Host}:{port}");
        await using var app = new CatalogApp { DumpMinutes = 60, PublicBaseUrl = baseUrl };
        app.UseKestrel(port);
        app.StartServer();
        await app.WaitForDumpsAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright, Host);
        var page = await SwaggerPage.OpenAsync(browser, new Uri($"{baseUrl}/swagger"));
        var operations = await page.OperationsAsync();

        Assert.Equal(await DescribedAsync(app), operations.Count);
        foreach (var operation in operations)
        {
            var (status, shown) = await page.ExecuteAsync(operation);
            Assert.True(status is "200", $"{operation}: {status} {shown}");
            Assert.True(shown.Trim().Length > 0, $"{operation}: nothing is shown");
            Assert.False(shown.Contains('\uFFFD', StringComparison.Ordinal), $"{operation}: bytes are shown as text");
        }

        Assert.Empty(page.Faults);
        Assert.All(
            page.Requests,
            request => Assert.True(request.StartsWith($"{baseUrl}/", StringComparison.Ordinal) || IsOfThePage(request), request));
    }

    /// <summary>Whether an address is of what the page has already.</summary>
    private static bool IsOfThePage(string address) => new Uri(address).Scheme is "data" or "blob";

    private static async Task<int> DescribedAsync(CatalogApp app)
    {
        using var client = app.CreateClient();
        var description = await client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        var paths = (await CatalogApp.JsonOf(description)).GetProperty("paths");
        return paths.EnumerateObject().Sum(path => path.Value.EnumerateObject().Count());
    }

    /// <summary>A port that nobody listens on: the base URL names it before the server starts.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
