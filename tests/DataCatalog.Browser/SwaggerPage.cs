using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DataCatalog.Browser;

/// <summary>The page of the description in a tab, and what went on in it.</summary>
internal sealed class SwaggerPage
{
    /// <summary>For one step, in milliseconds: an answer may be a megabyte, and it is coloured.</summary>
    private const float Patience = 60_000;

    private readonly ConcurrentQueue<string> _faults = [];
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly IPage _page;

    private SwaggerPage(IPage page)
    {
        _page = page;
        page.SetDefaultTimeout(Patience);
        page.SetDefaultNavigationTimeout(Patience);
        page.Console += (_, message) => _faults.Enqueue($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _faults.Enqueue(error);
        page.Request += (_, request) => _requests.Enqueue(request.Url);
    }

    /// <summary>What the console shows: messages, broken policies, errors of scripts.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>The addresses that the tab asked for.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    private ILocator Operations => _page.Locator(".opblock");

    /// <summary>Opens the page and waits for its operations.</summary>
    public static async Task<SwaggerPage> OpenAsync(IBrowser browser, Uri address)
    {
        var page = new SwaggerPage(await browser.NewPageAsync());
        await page._page.GotoAsync(address.AbsoluteUri);
        await page.Operations.First.WaitForAsync();
        return page;
    }

    /// <summary>The ids of the operations, from top to bottom.</summary>
    public async Task<IReadOnlyList<string>> OperationsAsync() =>
        await Operations.EvaluateAllAsync<string[]>("blocks => blocks.map(block => block.id)");

    /// <summary>Opens an operation, presses "Try it out" and "Execute", and closes it again.</summary>
    /// <returns>The status and the body that are shown; of a file, the link to it.</returns>
    public async Task<(string Status, string Shown)> ExecuteAsync(string operation)
    {
        var block = _page.Locator($"[id='{operation}']");
        await block.Locator(".opblock-summary-control").ClickAsync();
        await Press(block, "Try it out");
        await Press(block, "Execute");
        var answer = block.Locator(".live-responses-table .response").First;
        var status = await answer.Locator(".response-col_status").InnerTextAsync();
        var shown = await answer.Locator(".response-col_description").Locator("pre, a[download]").First.TextContentAsync() ?? "";
        await block.Locator(".opblock-summary-control").ClickAsync();
        return (status.Trim(), shown);
    }

    private static Task Press(ILocator block, string button) =>
        block.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
