using System.Net;

namespace DataCatalog.Tests.Pages;

/// <summary>Pages are in French or English; everything else is the same for all readers.</summary>
public sealed class PageLanguageTests(CatalogApp app)
{
    private const string Address = "/datasets/qualite-eau-robinet";

    [Theory]
    [InlineData("", "fr")]
    [InlineData("en-GB,en;q=0.9", "en")]
    [InlineData("en;q=0.5, fr;q=0.9", "fr")]
    [InlineData("de, en;q=0.3", "en")]
    [InlineData("de", "fr")]
    [InlineData("*", "fr")]
    [InlineData("english", "fr")]
    [InlineData(";;q=x,,", "fr")]
    public async Task The_header_chooses_the_language(string header, string language)
    {
        string[] wanted = header.Length == 0 ? [] : [$"Accept-Language: {header}"];
        using var response = await app.GetAsync(Address, [Page.Browser, .. wanted]);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal([language], response.Content.Headers.ContentLanguage);
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains(language is "en" ? "May I use it?" : "Puis-je m'en servir ?", Page.TextOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_wins_over_the_header_and_stays_in_the_links()
    {
        var page = await app.PageAsync($"{Address}?ui=en", "Accept-Language: fr");

        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("Tap water quality", page, StringComparison.Ordinal);
        Assert.All(
            Page.LinksOf(page).Where(link => link.StartsWith('/') && !link.Contains(".html?ui=fr", StringComparison.Ordinal)),
            link => Assert.Equal(!Path.HasExtension(link.Split('?')[0]), link.Contains("ui=", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/territories/commune:35238")]
    [InlineData("/territories/commune:35238/mapping")]
    public async Task Every_file_that_a_page_in_a_chosen_language_links_to_is_there(string address)
    {
        var page = await app.PageAsync($"{address}?ui=en");
        var files = Page.LinksOf(page).Where(link => link.StartsWith('/') && Path.HasExtension(link.Split('?')[0])).ToList();

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var response = await app.GetAsync(file);
            Assert.True(response.IsSuccessStatusCode, $"{file}: {response.StatusCode}");
        }
    }

    [Theory]
    [InlineData("ui=de")]
    [InlineData("ui=")]
    [InlineData("ui=en&ui=fr")]
    public async Task An_unknown_language_in_the_address_is_400(string query)
    {
        using var response = await app.GetAsync($"{Address}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("ui", (await CatalogApp.JsonOf(response)).GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Only_a_page_varies_by_language()
    {
        using var page = await app.GetAsync(Address, Page.Browser);
        using var graph = await app.GetAsync(Address, "Accept-Language: en");

        Assert.Equal(["Accept", "Accept-Encoding", "Accept-Language"], page.Headers.Vary);
        Assert.Equal(["Accept", "Accept-Encoding"], graph.Headers.Vary);
        Assert.Empty(graph.Content.Headers.ContentLanguage);
    }

    [Fact]
    public async Task Each_language_has_a_tag_of_its_own_and_is_answered_304()
    {
        using var french = await app.GetAsync(Address, Page.Browser, "Accept-Language: fr");
        using var english = await app.GetAsync(Address, Page.Browser, "Accept-Language: en");
        using var known = await app.GetAsync(Address, Page.Browser, "Accept-Language: en", $"If-None-Match: {english.Headers.ETag}");
        using var other = await app.GetAsync(Address, Page.Browser, "Accept-Language: en", $"If-None-Match: {french.Headers.ETag}");

        Assert.NotEqual(french.Headers.ETag, english.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal(["Accept", "Accept-Encoding", "Accept-Language"], known.Headers.Vary);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    /// <summary>The second and later answers come from those that are kept ready.</summary>
    [Fact]
    public async Task An_answer_that_is_ready_is_sent_in_the_language_of_each_reader()
    {
        for (var times = 0; times < 3; times++)
        {
            Assert.Contains("lang=\"en\"", (await app.PageAsync("/agents", "Accept-Language: en"))[..60], StringComparison.Ordinal);
            Assert.Contains("lang=\"fr\"", (await app.PageAsync("/agents", "Accept-Language: fr"))[..60], StringComparison.Ordinal);
            Assert.Contains("lang=\"en\"", (await app.PageAsync("/agents?ui=en", "Accept-Language: fr"))[..60], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task HEAD_and_gzip_work_as_for_every_syntax()
    {
        using var head = await app.SendAsync(HttpMethod.Head, Address, Page.Browser);
        using var get = await app.GetAsync(Address, Page.Browser);
        using var zipped = await app.GetAsync(Address, Page.Browser, "Accept-Encoding: gzip");

        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(["gzip"], zipped.Content.Headers.ContentEncoding);
        Assert.NotEqual(get.Headers.ETag, zipped.Headers.ETag);
    }

    [Fact]
    public async Task Numbers_and_days_are_written_as_the_reader_writes_them()
    {
        var french = Page.TextOf(await app.PageAsync("/territories/commune:35238?ui=fr"));
        var english = Page.TextOf(await app.PageAsync("/territories/commune:35238?ui=en"));

        Assert.Contains("Habitants 230 890", french, StringComparison.Ordinal);
        Assert.Contains("Inhabitants 230,890", english, StringComparison.Ordinal);
    }
}
