using DataCatalog.Tests;

namespace DataCatalog.Browser;

/// <summary>
/// Opens the page of the description in a browser on another machine than the server's, and presses its buttons as a reader would. Its
/// policy lets nothing inline run: what it blocks stands in the console.
/// </summary>
[Trait("Speed", "Slow")]
public sealed class SwaggerTests(PageBrowser browser)
{
    [Fact]
    public async Task Every_operation_answers_at_the_first_click_and_the_page_needs_nobody_else()
    {
        var tab = await browser.OpenAsync();
        await browser.App.WaitForDumpsAsync();
        var page = new SwaggerPage(tab.Page);
        var operations = await page.OpenAsync();

        Assert.Equal(await DescribedAsync(browser.App), operations.Count);
        foreach (var operation in operations)
        {
            var (status, shown) = await page.ExecuteAsync(operation);
            Assert.True(status is "200" || (IsReport(operation) && status is "204"), $"{operation}: {status} {shown}");
            Assert.True(shown.Trim().Length > 0, $"{operation}: nothing is shown");
            Assert.False(shown.Contains('\uFFFD', StringComparison.Ordinal), $"{operation}: bytes are shown as text");
        }

        Assert.Empty(tab.Faults);
        Assert.All(
            tab.Requests,
            request => Assert.True(request.StartsWith($"{browser.BaseUrl}/", StringComparison.Ordinal) || IsOfThePage(request), request));
    }

    /// <summary>Whether an operation is the one that writes, whose answer has no body.</summary>
    private static bool IsReport(string operation) => operation.EndsWith("-reportError", StringComparison.Ordinal);

    /// <summary>Whether an address is of what the page has already.</summary>
    private static bool IsOfThePage(string address) => new Uri(address).Scheme is "data" or "blob";

    private static async Task<int> DescribedAsync(CatalogApp app)
    {
        using var client = app.CreateClient();
        var description = await client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        var paths = (await CatalogApp.JsonOf(description)).GetProperty("paths");
        return paths.EnumerateObject().Sum(path => path.Value.EnumerateObject().Count());
    }
}
