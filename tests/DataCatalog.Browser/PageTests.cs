using DataCatalog.Tests;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DataCatalog.Browser;

/// <summary>The pages as people use them: by keyboard, without scripts, on a phone, in the dark, in English, on paper.</summary>
[Trait("Speed", "Slow")]
public sealed class PageTests(PageBrowser browser)
{
    private const int Phone = 360;

    /// <summary>With <c>AXE=all</c> every rule is checked in dark and in light; otherwise colours alone the second time.</summary>
    private static readonly bool ChecksAll = Environment.GetEnvironmentVariable("AXE") is "all";

    private static readonly AxeRunOptions ColoursOnly = new() { RunOnly = RunOnlyOptions.Rules("color-contrast") };

    /// <summary>One address of each kind of page and of problem.</summary>
    public static TheoryData<string> Kinds => [.. AddressesOf("kinds.txt"), .. AddressesOf("problems.txt")];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task No_fault_is_found_in_either_language_light_or_dark_nor_on_a_phone_and_the_page_needs_nobody_else(string address)
    {
        foreach (var (locale, first, second) in new[]
            { ("fr-FR", ColorScheme.Light, ColorScheme.Dark), ("en-GB", ColorScheme.Dark, ColorScheme.Light) })
        {
            var tab = await browser.OpenAsync(locale);
            await tab.Page.EmulateMediaAsync(new() { ColorScheme = first });
            await tab.Page.GotoAsync(address);
            AssertNoViolation(await tab.Page.RunAxe());
            await tab.Page.EmulateMediaAsync(new() { ColorScheme = second });
            AssertNoViolation(await (ChecksAll ? tab.Page.RunAxe() : tab.Page.RunAxe(ColoursOnly)));
            await tab.Page.SetViewportSizeAsync(Phone, 740);

            Assert.InRange(await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, Phone);
            Assert.All(tab.Requests, request => Assert.StartsWith(browser.BaseUrl, request, StringComparison.Ordinal));
            Assert.DoesNotContain(tab.Faults, fault => !IsOfTheAnswer(fault));
            await tab.Page.CloseAsync();
        }
    }

    [Fact]
    public async Task A_commune_is_found_by_keyboard_alone()
    {
        var tab = await browser.OpenAsync();
        await tab.Page.GotoAsync("/");
        await tab.ReachAsync("#q");
        await tab.Page.Keyboard.TypeAsync("rennes");
        await tab.Page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("true", await tab.Page.GetByRole(AriaRole.Option).First.GetAttributeAsync("aria-selected"));
        Assert.NotNull(await tab.Page.Locator("#q").GetAttributeAsync("aria-activedescendant"));
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.WaitForURLAsync(url => !url.EndsWith('/'));

        Assert.Contains("Rennes", await tab.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(tab.Faults);
    }

    [Fact]
    public async Task Escape_closes_the_suggestions_and_Enter_then_searches_the_words()
    {
        var tab = await browser.OpenAsync();
        await tab.Page.GotoAsync("/");
        await tab.Page.Locator("#q").PressSequentiallyAsync("cantine");
        await tab.Page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await tab.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("false", await tab.Page.Locator("#q").GetAttributeAsync("aria-expanded"));
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.WaitForURLAsync("**/search?q=cantine");

        Assert.Contains("cantine", await tab.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_one_searches_opens_a_commune_and_answers_a_question()
    {
        var tab = await browser.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await tab.Page.GotoAsync("/");
        await tab.Page.Locator("#q").FillAsync("eau potable rennes");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Locator(".note a").First.ClickAsync();
        await tab.Page.WaitForURLAsync("**/territories/commune:35238");
        await tab.Page.Locator(".tasks a").First.ClickAsync();
        var before = await tab.Page.Locator(".duties tbody tr").CountAsync();
        await tab.Page.Locator("input[name=has][value=has-website]").CheckAsync();
        await tab.Page.Locator(".questions button").First.ClickAsync();
        await tab.Page.WaitForURLAsync("**/mapping?has=has-website");

        Assert.True(await tab.Page.Locator(".duties tbody tr").CountAsync() > before);
    }

    [Theory]
    [InlineData("/territories/commune:35238/mapping")]
    [InlineData("/territories/epci:243500139/mapping")]
    public async Task The_page_for_a_council_meeting_is_printed_on_two_sheets(string address)
    {
        var tab = await browser.OpenAsync();
        await tab.Page.GotoAsync(address);
        var paper = System.Text.Encoding.Latin1.GetString(await tab.Page.PdfAsync(new() { PreferCSSPageSize = true }));

        Assert.Contains("/Count 2", paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_skip_link_is_the_first_stop_and_leads_to_the_content()
    {
        var tab = await browser.OpenAsync();
        await tab.Page.GotoAsync("/datasets");
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("content", await Focused(tab));
    }

    private static string[] AddressesOf(string file) => File.ReadAllLines(Repository.PathOf("tests/pages", file));

    private static void AssertNoViolation(AxeResult result)
    {
        Assert.NotEmpty(result.Passes);
        Assert.True(
            result.Violations.Length == 0,
            string.Join('\n', result.Violations.Select(fault =>
                $"{fault.Id}: {fault.Help} {string.Join(' ', fault.Nodes.Select(node => node.Html))}")));
    }

    /// <summary>Whether the console only says the status of a page that is a problem.</summary>
    private static bool IsOfTheAnswer(string fault) => fault.Contains("the server responded with a status of 4", StringComparison.Ordinal);

    private static Task<string> Focused(Tab tab) => tab.Page.EvaluateAsync<string>("document.activeElement.id");
}
