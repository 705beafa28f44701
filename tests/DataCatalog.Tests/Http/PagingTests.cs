using System.Net;
using System.Text.Json;

namespace DataCatalog.Tests.Http;

public sealed class PagingTests(CatalogApp app)
{
    [Theory]
    [InlineData("/datasets")]
    [InlineData("/datasets.json?pageSize=7")]
    [InlineData("/services?pageSize=1")]
    [InlineData("/series")]
    [InlineData("/models?pageSize=3")]
    [InlineData("/agents")]
    [InlineData("/vocabularies")]
    public async Task Following_next_gives_every_entry_once(string start)
    {
        var found = new List<string>();
        var total = -1;
        for (var next = CatalogApp.BaseUrl + start; next is not null;)
        {
            Assert.StartsWith(CatalogApp.BaseUrl, next, StringComparison.Ordinal);
            var page = await app.JsonAsync(next[CatalogApp.BaseUrl.Length..]);
            total = page.GetProperty("totalItems").GetInt32();
            found.AddRange(page.GetProperty("member").EnumerateArray().Select(IdOf));
            next = page.GetProperty("view").TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        Assert.NotEmpty(found);
        Assert.Equal(total, found.Count);
        Assert.Equal(found.Count, found.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_page_links_to_its_neighbours_with_the_extension_and_the_size_of_the_request()
    {
        var view = (await app.JsonAsync("/datasets.json?page=2&pageSize=5")).GetProperty("view");

        Assert.Equal($"{CatalogApp.BaseUrl}/datasets.json?page=2&pageSize=5", view.GetProperty("id").GetString());
        Assert.Equal($"{CatalogApp.BaseUrl}/datasets.json?page=1&pageSize=5", view.GetProperty("previous").GetString());
        Assert.Equal($"{CatalogApp.BaseUrl}/datasets.json?page=3&pageSize=5", view.GetProperty("next").GetString());
        Assert.Equal(view.GetProperty("next").GetString(), view.GetProperty("nextPage").GetString());
    }

    [Fact]
    public async Task The_view_is_a_node_of_its_own_with_both_classes_that_harvesters_know()
    {
        var page = await app.JsonAsync("/datasets");
        var view = page.GetProperty("view");

        Assert.NotEqual(page.GetProperty("id").GetString(), view.GetProperty("id").GetString());
        Assert.Equal(
            ["PagedCollection", "PartialCollectionView"],
            view.GetProperty("type").EnumerateArray().Select(type => type.GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_first_page_has_no_previous_and_the_last_one_no_next()
    {
        var first = (await app.JsonAsync("/datasets?pageSize=10")).GetProperty("view");
        var last = (await app.JsonAsync(first.GetProperty("last").GetString()![CatalogApp.BaseUrl.Length..])).GetProperty("view");

        Assert.False(first.TryGetProperty("previous", out _));
        Assert.False(last.TryGetProperty("next", out _));
        Assert.False(last.TryGetProperty("nextPage", out _));
    }

    [Fact]
    public async Task Every_member_of_every_list_answers_at_its_IRI()
    {
        foreach (var list in (string[])["datasets", "services", "series", "models", "agents"])
        {
            foreach (var id in (await app.MembersAsync(list)).Select(IdOf))
            {
                using var response = await app.GetAsync(id[CatalogApp.BaseUrl.Length..]);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            }
        }
    }

    private static string IdOf(JsonElement member) => member.GetProperty("id").GetString()!;
}
