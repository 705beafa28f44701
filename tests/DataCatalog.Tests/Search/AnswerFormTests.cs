using System.Net;
using System.Text.Json;
using DataCatalog.Tests.Seeding.Reading;

namespace DataCatalog.Tests.Search;

/// <summary>Answers that show less of each dataset: a summary, or chosen fields.</summary>
public sealed class AnswerFormTests(CatalogApp app) : IClassFixture<CatalogApp>
{
    private static readonly string[] KeysOfWholeDatasets = ["id", "identifier", "title", "license", "accessConditions"];
    private static readonly string[] SummaryKeys =
        ["id", "identifier", "title", "publisher", "license", "accessConditions", "formats", "match"];

    [Fact]
    public async Task A_summary_has_what_a_list_of_hits_needs_as_the_whole_dataset_says_it()
    {
        var page = await app.JsonAsync("/datasets.json?q=eau%20potable&view=summary&pageSize=50");
        var whole = await app.JsonAsync("/datasets.json?q=eau%20potable&pageSize=50");
        var pairs = page.GetProperty("member").EnumerateArray().Zip(whole.GetProperty("member").EnumerateArray()).ToList();

        Assert.True(pairs.Count > 5);
        Assert.All(pairs, pair =>
        {
            var (hit, dataset) = pair;
            Assert.Empty(KeysOf(hit).Except(SummaryKeys));
            foreach (var key in KeysOfWholeDatasets.Where(key => dataset.TryGetProperty(key, out _)))
            {
                Assert.Equal(dataset.GetProperty(key).GetRawText(), hit.GetProperty(key).GetRawText());
            }

            Assert.Equal(Text(dataset, "publisher", "name", "fr"), Text(hit, "publisher", "name", "fr"));
            Assert.Equal(FormatsOf(dataset), hit.GetProperty("formats").EnumerateArray().Select(format => Text(format, "label")));
        });
        Assert.Equal(whole.GetProperty("totalItems").GetInt32(), page.GetProperty("totalItems").GetInt32());
        Assert.False(page.TryGetProperty("highlights", out _));
    }

    [Fact]
    public async Task A_summary_says_why_each_dataset_matched()
    {
        var words = await app.JsonAsync("/datasets.json?q=eau&view=summary&pageSize=1");
        var place = await app.JsonAsync("/territories/commune:35238/datasets.json?view=summary&pageSize=100");
        var highlights = (await app.JsonAsync("/datasets.json?q=eau&pageSize=1")).GetProperty("highlights")[0];

        var match = words.GetProperty("member")[0].GetProperty("match");
        Assert.Equal(Text(highlights, "titleWithMarks"), Text(match, "titleWithMarks"));
        Assert.All(place.GetProperty("member").EnumerateArray(), hit => Assert.NotEmpty(Text(hit, "match", "reason", "fr")));
        Assert.False(place.TryGetProperty("territoryCoverage", out _));
        var summaries = await app.JsonAsync("/datasets.json?view=summary&pageSize=1");
        Assert.False(summaries.GetProperty("member")[0].TryGetProperty("match", out _));
    }

    [Theory]
    [InlineData("/datasets.json?q=eau&view=summary")]
    [InlineData("/datasets.json?view=summary")]
    [InlineData("/territories/commune:35238/datasets.json?view=summary")]
    public async Task Twenty_hits_are_a_small_answer(string address)
    {
        using var plain = await app.GetAsync(address);
        using var compressed = await app.GetAsync(address, "Accept-Encoding: gzip");

        Assert.Equal(20, (await CatalogApp.JsonOf(plain)).GetProperty("member").GetArrayLength());
        Assert.InRange(plain.Content.Headers.ContentLength!.Value, 1, 30_000);
        Assert.InRange(compressed.Content.Headers.ContentLength!.Value, 1, 6_000);
    }

    [Theory]
    [InlineData("title", "id,title")]
    [InlineData("id", "id")]
    [InlineData("distribution,type,formats", "id,type,distribution,formats")]
    [InlineData("title,%20keyword,title", "id,title,keyword")]
    public async Task Chosen_fields_are_those_of_the_whole_dataset(string fields, string expected)
    {
        var page = await app.JsonAsync($"/datasets.json?fields={fields}&pageSize=3&q=qualite-eau-robinet");
        var whole = await app.JsonAsync("/datasets.json?pageSize=3&q=qualite-eau-robinet");
        var (hit, dataset) = (page.GetProperty("member")[0], whole.GetProperty("member")[0]);

        Assert.Equal(expected.Split(','), KeysOf(hit));
        Assert.All(
            KeysOf(hit).Except(["formats"]),
            key => Assert.Equal(dataset.GetProperty(key).GetRawText(), hit.GetProperty(key).GetRawText()));
        Assert.Equal(whole.GetProperty("member").GetArrayLength(), page.GetProperty("member").GetArrayLength());
    }

    [Fact]
    public async Task Lines_have_the_members_of_JSON()
    {
        foreach (var form in new[] { "view=summary", "fields=title,match,formats" })
        {
            using var response = await app.GetAsync($"/datasets.jsonl?q=eau&{form}&pageSize=20");
            var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimEnd().Split('\n');
            var members = (await app.JsonAsync($"/datasets.json?q=eau&{form}")).GetProperty("member").EnumerateArray()
                .Select(member => member.GetRawText());

            Assert.Equal(members, lines);
        }
    }

    [Theory]
    [InlineData("/datasets.csv?q=eau&view=summary", "identifier,address,title,publisher,access,licence,formats,match")]
    [InlineData("/territories/commune:35238/datasets.csv?view=summary",
        "identifier,address,title,publisher,access,licence,formats,match,level,reason,ready_links")]
    [InlineData("/datasets.csv?fields=title,urls", "address,title,urls")]
    [InlineData("/datasets.csv?fields=id", "address")]
    [InlineData("/territories/commune:35238/datasets.csv?fields=reason", "address,reason")]
    public async Task Sheets_have_the_columns_that_were_asked_for(string address, string header)
    {
        using var response = await app.GetAsync(address);
        var rows = SheetRows.Read(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(header, string.Join(',', rows[0]));
        Assert.True(rows.Count > 5);
        var column = Array.IndexOf(header.Split(','), "address");
        Assert.All(rows.Skip(1), row => Assert.StartsWith($"{CatalogApp.BaseUrl}/datasets/", row[column], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sheet_shows_the_words_that_were_found_and_no_markup()
    {
        using var response = await app.GetAsync("/datasets.csv?q=eau&fields=match&pageSize=5");
        var rows = SheetRows.Read(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Contains(rows, row => row[1].Contains("«\u00a0eau", StringComparison.OrdinalIgnoreCase));
        Assert.All(rows, row => Assert.DoesNotContain("<mark>", row[1], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/datasets?view=summary")]
    [InlineData("/datasets?fields=title")]
    [InlineData("/territories/commune:35238/datasets?view=summary")]
    public async Task Who_names_no_syntax_gets_JSON_which_has_the_form(string address)
    {
        foreach (var headers in new[] { Array.Empty<string>(), ["Accept: */*"], ["Accept: application/xml, */*;q=0.8"] })
        {
            using var response = await app.GetAsync(address, headers);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        }
    }

    [Theory]
    [InlineData("view=summary")]
    [InlineData("fields=title,match")]
    public async Task The_form_stays_in_the_links_of_pages_and_not_in_those_of_other_syntaxes(string form)
    {
        using var response = await app.GetAsync($"/datasets.json?{form}&pageSize=2");
        var links = string.Join(", ", response.Headers.GetValues("Link")).Split(", <");
        var next = (await CatalogApp.JsonOf(response)).GetProperty("view").GetProperty("next").GetString()!;

        Assert.EndsWith($"&{form}", next, StringComparison.Ordinal);
        Assert.All(
            links.Where(link => link.Contains("alternate", StringComparison.Ordinal)),
            link => Assert.DoesNotContain(form, link, StringComparison.Ordinal));
        foreach (var link in links.Where(link => !link.Contains("json-ld#context", StringComparison.Ordinal)))
        {
            using var followed = await app.GetAsync(link.TrimStart('<').Split('>')[0][CatalogApp.BaseUrl.Length..]);
            Assert.Equal(HttpStatusCode.OK, followed.StatusCode);
        }
    }

    [Theory]
    [InlineData("/datasets.ttl?view=summary", "view",
        "'view' is for JSON, JSON Lines and CSV only; Turtle always has whole datasets. "
        + "Ask for '.json', '.jsonl' or '.csv', or leave it out.")]
    [InlineData("/datasets.jsonld?fields=title", "fields",
        "'fields' is for JSON, JSON Lines and CSV only; JSON-LD always has whole datasets. "
        + "Ask for '.json', '.jsonl' or '.csv', or leave it out.")]
    [InlineData("/territories/commune:35238/datasets.nt?view=summary", "view",
        "'view' is for JSON, JSON Lines and CSV only; N-Triples always has whole datasets. "
        + "Ask for '.json', '.jsonl' or '.csv', or leave it out.")]
    [InlineData("/datasets.atom?view=summary", "view",
        "'view' is for JSON, JSON Lines and CSV only; Atom always has whole datasets. "
        + "Ask for '.json', '.jsonl' or '.csv', or leave it out.")]
    [InlineData("/datasets.json?view=sumary", "view", "'view' is 'sumary'. Did you mean 'summary'? Allowed: summary.")]
    [InlineData("/datasets.json?view=", "view", "'view' is ''. Allowed: summary.")]
    [InlineData("/datasets.json?view=summary&fields=title", "fields", "'view' and 'fields' both say what to show; give one of them.")]
    [InlineData("/datasets.json?view=summary&view=summary", "view", "'view' is given 2 times; give it once.")]
    public async Task What_cannot_be_had_is_refused_with_what_to_do(string address, string parameter, string detail) =>
        Assert.Equal((parameter, detail), await RefusalOf(address));

    [Theory]
    [InlineData("/datasets.json?fields=titel",
        "'fields' names 'titel'. Did you mean 'title'? Allowed, with commas between them: id, type, identifier, title, ")]
    [InlineData("/datasets.jsonl?fields=title,", "'fields' names ''. Allowed, with commas between them: id, type, identifier, title, ")]
    [InlineData("/datasets.json?fields=urls", "'fields' names 'urls'. ")]
    [InlineData("/datasets.json?fields=@context", "'fields' names '@context'. ")]
    [InlineData("/datasets.csv?fields=distribution", "'fields' names 'distribution'. ")]
    [InlineData("/datasets.csv?fields=reason", "'fields' names 'reason'. ")]
    public async Task An_unknown_field_is_refused_with_the_list(string address, string beginning)
    {
        var (parameter, detail) = await RefusalOf(address);

        Assert.Equal("fields", parameter);
        Assert.StartsWith(beginning, detail, StringComparison.Ordinal);
        var key = address.Contains(".csv", StringComparison.Ordinal) ? "publisher_identifier, " : "accessConditions, ";
        Assert.Contains(key, detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_fields_are_refused_before_they_are_looked_at()
    {
        var (parameter, detail) = await RefusalOf($"/datasets.json?fields={new string('x', 1001)}");

        Assert.Equal("fields", parameter);
        Assert.Equal("'fields' has 1001 characters; expected at most 1000.", detail);
    }

    [Theory]
    [InlineData("view=summary", "view")]
    [InlineData("fields=title", "fields")]
    public async Task The_catalogue_for_harvesters_is_always_whole(string query, string parameter)
    {
        foreach (var address in new[] { "/catalog", "/catalog.json", "/catalog.ttl" })
        {
            Assert.Equal(
                (parameter,
                    $"'{parameter}' is not for '/catalog', which always has whole entries: harvesters delete what they no longer see. "
                    + $"Take '/datasets.json?{query}', or leave it out."),
                await RefusalOf($"{address}?{query}"));
        }
    }

    private async Task<(string? Parameter, string? Detail)> RefusalOf(string address)
    {
        using var response = await app.GetAsync(address);
        var problem = await CatalogApp.JsonOf(response);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        return (problem.GetProperty("parameter").GetString(), problem.GetProperty("detail").GetString());
    }

    private static IEnumerable<string> KeysOf(JsonElement node) => node.EnumerateObject().Select(property => property.Name);

    private static IEnumerable<string> FormatsOf(JsonElement dataset)
    {
        var distributions = dataset.TryGetProperty("distribution", out var found) ? found.EnumerateArray().ToList() : [];
        return distributions
            .Where(distribution => distribution.TryGetProperty("format", out _))
            .Select(distribution => Text(distribution, "format", "label"))
            .Distinct(StringComparer.Ordinal);
    }

    private static string Text(JsonElement node, params string[] path) =>
        path.Aggregate(node, (inner, key) => inner.GetProperty(key)).GetString()!;
}
