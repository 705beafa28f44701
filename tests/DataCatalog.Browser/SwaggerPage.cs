using Microsoft.Playwright;

namespace DataCatalog.Browser;

/// <summary>The page of the description in a tab.</summary>
internal sealed class SwaggerPage(IPage page)
{
    private ILocator Operations => page.Locator(".opblock");

    /// <summary>Opens the page and waits for its operations.</summary>
    /// <returns>The ids of the operations, from top to bottom.</returns>
    public async Task<IReadOnlyList<string>> OpenAsync()
    {
        await page.GotoAsync("/swagger");
        await Operations.First.WaitForAsync();
        return await Operations.EvaluateAllAsync<string[]>("blocks => blocks.map(block => block.id)");
    }

    /// <summary>Opens an operation, presses "Try it out" and "Execute", and closes it again.</summary>
    /// <returns>
    /// The status and the body that are shown; of a file, the link to it. A browser follows a redirect, to a page that the description does
    /// not have: the status then has a second line, which is left out.
    /// </returns>
    public async Task<(string Status, string Shown)> ExecuteAsync(string operation)
    {
        var block = page.Locator($"[id='{operation}']");
        await block.Locator(".opblock-summary-control").ClickAsync();
        await Press(block, "Try it out");
        await Press(block, "Execute");
        var answer = block.Locator(".live-responses-table .response").First;
        var status = await answer.Locator(".response-col_status").InnerTextAsync();
        var shown = await answer.Locator(".response-col_description").Locator("pre, a[download]").First.TextContentAsync() ?? "";
        await block.Locator(".opblock-summary-control").ClickAsync();
        return (status.Trim().Split('\n')[0], shown);
    }

    private static Task Press(ILocator block, string button) =>
        block.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
