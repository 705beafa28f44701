using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DataCatalog.Browser;

/// <summary>A tab, and what went on in it.</summary>
internal sealed class Tab
{
    /// <summary>For one step, in milliseconds: the machine that tests is busy.</summary>
    private const float Patience = 60_000;

    private const int MostStops = 400;

    private readonly ConcurrentQueue<string> _faults = [];
    private readonly ConcurrentQueue<string> _requests = [];

    public Tab(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(Patience);
        page.SetDefaultNavigationTimeout(Patience);
        page.Console += (_, message) => _faults.Enqueue($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _faults.Enqueue(error);
        page.Request += (_, request) => _requests.Enqueue(request.Url);
    }

    public IPage Page { get; }

    /// <summary>What the console shows: messages, broken policies, errors of scripts.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>The addresses that the tab asked for.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>Presses Tab until an element has the focus.</summary>
    /// <param name="selector">The element.</param>
    public async Task ReachAsync(string selector)
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            if (await Page.Locator(selector).And(Page.Locator(":focus")).CountAsync() > 0)
            {
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} is not reached by keyboard on {Page.Url}.");
    }

    /// <summary>Follows a link by keyboard alone.</summary>
    /// <param name="selector">The link, or an ending of its name.</param>
    /// <param name="address">The pattern of the address that it leads to.</param>
    public async Task FollowAsync(string selector, string address)
    {
        await ReachAsync(selector);
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync(address);
    }
}
