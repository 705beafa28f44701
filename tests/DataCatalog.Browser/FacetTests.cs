using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataCatalog.Browser;

/// <summary>Facets narrow a search: by script on the same page, without scripts by a page of their own.</summary>
[Trait("Speed", "Slow")]
public sealed class FacetTests(PageBrowser browser)
{
    private const string Search = "/datasets?q=eau";
    private const string First = ".facets a >> nth=0";

    [Fact]
    public async Task A_facet_narrows_the_results_on_the_same_page_and_the_way_back_widens_them()
    {
        var tab = await browser.OpenAsync();
        await tab.Page.GotoAsync(Search);
        await tab.Page.EvaluateAsync("() => { window.isSamePage = true; }");
        var (all, narrower) = (await CountAsync(tab), await tab.Page.Locator(First).GetAttributeAsync("href"));
        await tab.Page.Locator(First).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.WaitForURLAsync("**" + narrower);

        Assert.NotEqual(all, await CountAsync(tab));
        Assert.Equal(await CountAsync(tab), await tab.Page.Locator("body > [role=status]").InnerTextAsync());
        await Expect(tab.Page.Locator(".facets a[aria-current=true]")).ToBeFocusedAsync();
        Assert.EndsWith(narrower!.Split('?')[1], await CsvAsync(tab), StringComparison.Ordinal);

        await tab.Page.GoBackAsync();
        await Expect(tab.Page.Locator("main .results")).ToHaveTextAsync(all);
        await Expect(tab.Page.Locator(".facets a[aria-current=true]")).ToHaveCountAsync(0);
        Assert.True(await tab.Page.EvaluateAsync<bool>("window.isSamePage"));
        Assert.Empty(tab.Faults);
    }

    [Fact]
    public async Task A_facet_that_is_set_is_removed_by_the_same_key_and_the_search_field_still_suggests()
    {
        var tab = await browser.OpenAsync();
        await tab.Page.GotoAsync(Search);
        var all = await CountAsync(tab);
        await tab.Page.Locator(First).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator(".facets a[aria-current=true]")).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("main .results")).ToHaveTextAsync(all);
        await tab.Page.Locator("#q").FillAsync("");
        await tab.Page.Locator("#q").PressSequentiallyAsync("cantine");

        await tab.Page.GetByRole(AriaRole.Option).First.WaitForAsync();
        Assert.Empty(tab.Faults);
    }

    [Fact]
    public async Task A_facet_whose_answer_fails_is_opened_as_a_link()
    {
        var tab = await browser.OpenAsync();
        await tab.Page.GotoAsync(Search);
        await tab.Page.RouteAsync("**/datasets?*", route => route.Request.IsNavigationRequest ? route.ContinueAsync() : route.AbortAsync());
        await tab.Page.Locator(First).ClickAsync();
        await tab.Page.Locator(".facets a[aria-current=true]").WaitForAsync();

        Assert.Equal(0, await tab.Page.Locator("body > [role=status]:not(:empty)").CountAsync());
    }

    [Fact]
    public async Task Without_scripts_a_facet_is_a_link_to_the_narrower_search()
    {
        var tab = await browser.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await tab.Page.GotoAsync(Search);
        var all = await CountAsync(tab);
        await tab.Page.Locator(First).ClickAsync();
        await tab.Page.Locator(".facets a[aria-current=true]").WaitForAsync();

        Assert.NotEqual(all, await CountAsync(tab));
    }

    private static async Task<string> CountAsync(Tab tab) => await tab.Page.Locator("main .results").InnerTextAsync();

    /// <summary>The address of the answers as CSV.</summary>
    private static async Task<string?> CsvAsync(Tab tab) =>
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).First.GetAttributeAsync("href");
}
