using System.Diagnostics;
using System.Text.Json;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DataCatalog.Browser;

/// <summary>
/// A clerk's first visit, by keyboard alone: find the commune, answer a question, read its duties, open a dataset, copy a request, run it.
/// </summary>
[Trait("Speed", "Slow")]
public sealed class JourneyTests(PageBrowser browser)
{
    [Theory]
    [InlineData("fr-FR", 1280, true)]
    [InlineData("en-GB", 360, false)]
    public async Task By_keyboard_alone_one_goes_from_the_home_page_to_a_request_that_runs(string locale, int width, bool hasScripts)
    {
        var tab = await browser.OpenAsync(new BrowserNewContextOptions
        {
            Locale = locale,
            ViewportSize = new() { Width = width, Height = 740 },
            JavaScriptEnabled = hasScripts,
        });
        await tab.Page.GotoAsync("/");
        await FindRennesAsync(tab, hasScripts);
        await tab.FollowAsync(".tasks a >> nth=0", "**/territories/commune:35238/mapping");
        await AnswerAsync(tab);
        await tab.FollowAsync("section[aria-labelledby=data] p a >> nth=0", "**/datasets?*");
        await tab.FollowAsync(".hits a >> nth=0", "**/datasets/*");
        Assert.NotEmpty(await tab.Page.Locator(".says").InnerTextAsync());
        await PutFirstFileHereAsync(tab);
        var request = await CopyAsync(tab);
        Assert.StartsWith("curl -L \"", request, StringComparison.Ordinal);
        var answer = await RunAsync(request);

        using var json = JsonDocument.Parse(answer);
        Assert.NotEmpty(json.RootElement.EnumerateObject());
        Assert.Empty(tab.Faults);
    }

    private static async Task FindRennesAsync(Tab tab, bool hasScripts)
    {
        await tab.ReachAsync("#q");
        await tab.Page.Keyboard.TypeAsync(hasScripts ? "rennes" : "eau rennes");
        if (hasScripts)
        {
            await tab.Page.Locator("[role=option] >> text=Rennes").First.WaitForAsync();
            await tab.Page.Keyboard.PressAsync("ArrowDown");
            await tab.Page.Keyboard.PressAsync("Enter");
            await tab.Page.WaitForURLAsync("**/territories/commune:35238");
        }
        else
        {
            await tab.Page.Keyboard.PressAsync("Enter");
            await tab.Page.WaitForURLAsync("**/search?q=*");
            await tab.FollowAsync(".note a >> nth=0", "**/territories/commune:35238");
        }
    }

    /// <summary>Says that the commune has a website: it has more duties then, each with its reason.</summary>
    private static async Task AnswerAsync(Tab tab)
    {
        var duties = tab.Page.Locator(".duties tbody tr");
        var before = await duties.CountAsync();
        await tab.ReachAsync("input[name=has][value=has-website]");
        await tab.Page.Keyboard.PressAsync("Space");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.WaitForURLAsync("**/mapping?has=has-website");

        Assert.InRange(await duties.CountAsync(), before + 1, int.MaxValue);
        Assert.All(await duties.AllInnerTextsAsync(), duty => Assert.NotEmpty(duty.Trim()));
    }

    /// <summary>
    /// Lets the first file of the dataset stand on the catalogue's own host: the shell of this test reaches no other. The page makes the
    /// request of the entry, as of any other.
    /// </summary>
    private async Task PutFirstFileHereAsync(Tab tab)
    {
        var id = new Uri(tab.Page.Url).AbsolutePath.Split('/')[^1];
        var dataset = browser.App.Services.GetRequiredService<RecordReader<Dataset>>().Find(id)!.Record;
        var file = dataset.Distributions[0] with { DownloadUrl = $"{browser.BaseUrl}/datasets/{id}.json", Template = null };
        browser.App.Services.GetRequiredService<Database>().Write("test", session => DatasetStore.Writer.Save(
            session, dataset with { Distributions = [file, .. dataset.Distributions.Skip(1)] }, new DateOnly(2026, 11, 30)));
        await tab.Page.ReloadAsync();
    }

    /// <summary>Opens the request of the dataset's first file, whose text a reader copies.</summary>
    private static async Task<string> CopyAsync(Tab tab)
    {
        await tab.ReachAsync(".files summary >> nth=0");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.ReachAsync(".files pre >> nth=0");
        return (await tab.Page.Locator("pre:focus").InnerTextAsync()).Trim();
    }

    /// <summary>Runs a request in a shell, whose curl knows the catalogue by its name.</summary>
    private async Task<string> RunAsync(string request)
    {
        var home = Directory.CreateTempSubdirectory("datacatalog-shell-").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(home, ".curlrc"), $"resolve = \"{browser.Resolution}\"\nsilent\n", TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("bash", ["-c", request])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["HOME"] = home },
        };
        using var shell = Process.Start(start)!;
        var output = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Directory.Delete(home, recursive: true);
        Assert.Equal(0, shell.ExitCode);
        return output;
    }
}
