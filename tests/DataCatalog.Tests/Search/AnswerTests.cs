using System.Net;
using System.Text;

namespace DataCatalog.Tests.Search;

/// <summary>What an answer says beyond its datasets.</summary>
public sealed class AnswerTests(CatalogApp app)
{
    [Fact]
    public async Task The_words_are_marked_where_they_were_found()
    {
        var page = await app.JsonAsync("/datasets.json?q=arbre%20rennes&pageSize=3");
        var first = page.GetProperty("highlights")[0];
        Assert.Equal($"{CatalogApp.BaseUrl}/datasets/arbres-rennes", first.GetProperty("primaryTopic").GetString());
        Assert.Contains("<mark>Arbres</mark>", first.GetProperty("titleWithMarks").GetString(), StringComparison.Ordinal);
        Assert.False((await app.JsonAsync("/datasets.json?pageSize=3")).TryGetProperty("highlights", out _));
    }

    [Theory]
    [InlineData("bibliothéque municpale", "bibliothéque municipale")]
    [InlineData("logemnt social", "logement social")]
    [InlineData("assainisment", "assainissement")]
    [InlineData("\"eau potable\" assainisment -pluie", "\"eau potable\" assainissement -pluie")]
    public async Task A_misspelt_word_gets_a_suggestion(string question, string expected)
    {
        var page = await app.JsonAsync($"/datasets.json?q={Uri.EscapeDataString(question)}");
        Assert.Equal(expected, page.GetProperty("suggestion").GetProperty("label").GetString());
    }

    [Theory]
    [InlineData("eau potable")]
    [InlineData("cimetiére")]
    [InlineData("bibliothè")]
    [InlineData("cantine hélicoptère")]
    [InlineData("xyzzy")]
    public async Task What_is_rightly_spelt_or_like_nothing_gets_none(string question) =>
        Assert.False((await app.JsonAsync($"/datasets.json?q={Uri.EscapeDataString(question)}")).TryGetProperty("suggestion", out _));

    [Fact]
    public async Task A_suggestion_leads_to_an_answer()
    {
        var page = await app.JsonAsync("/datasets.json?q=vidéoprotectoin&theme=GOVE&theme=JUST&theme=SOCI&theme=TRAN");
        var address = page.GetProperty("suggestion").GetProperty("id").GetString()!;
        Assert.Contains("theme=JUST", address, StringComparison.Ordinal);
        Assert.DoesNotContain("protectoin", Uri.UnescapeDataString(address), StringComparison.Ordinal);
        Assert.True((await app.JsonAsync(address[CatalogApp.BaseUrl.Length..])).TryGetProperty("totalItems", out _));
    }

    [Fact]
    public async Task An_answer_is_relaxed_within_its_filters()
    {
        var relaxed = await app.JsonAsync("/datasets.json?q=eau%20potable&publisher=ign");
        var nothing = await app.JsonAsync("/datasets.json?q=potable%20xyzzy&publisher=ign");
        Assert.True(relaxed.GetProperty("isRelaxed").GetBoolean());
        Assert.All(relaxed.GetProperty("member").EnumerateArray(), member => Assert.EndsWith(
            "/agents/ign", member.GetProperty("publisher").GetProperty("id").GetString(), StringComparison.Ordinal));
        Assert.Equal(0, nothing.GetProperty("totalItems").GetInt32());
        Assert.False(nothing.TryGetProperty("isRelaxed", out _));
    }

    [Fact]
    public async Task Nothing_typed_is_no_question() =>
        Assert.Equal(
            (await app.JsonAsync("/datasets")).GetProperty("totalItems").GetInt32(),
            (await app.JsonAsync("/datasets?q=%20")).GetProperty("totalItems").GetInt32());

    [Theory]
    [InlineData("/datasets.csv?bom=true&theme=ENVI&pageSize=1000", "")]
    [InlineData("/datasets?theme=ENVI&page=3&pageSize=5", "")]
    [InlineData("/datasets?theme=ENVI&pageSize=5", "application/atom+xml")]
    [InlineData("/datasets?q=eau", "text/csv")]
    public async Task Every_link_of_the_header_answers(string address, string accept)
    {
        using var response = await app.GetAsync(address, $"Accept: {(accept.Length == 0 ? "*/*" : accept)}");
        var links = response.Headers.GetValues("Link").Select(link => link[1..link.IndexOf('>', StringComparison.Ordinal)]).ToList();
        Assert.True(links.Count >= 9);
        foreach (var link in links)
        {
            using var other = await app.GetAsync(link[CatalogApp.BaseUrl.Length..]);
            Assert.True(other.IsSuccessStatusCode, link);
        }
    }

    [Fact]
    public async Task A_question_asked_again_is_not_answered_anew()
    {
        using var response = await app.GetAsync("/datasets?q=eau&facets=all");
        using var again = await app.GetAsync("/datasets?q=eau&facets=all", $"If-None-Match: {response.Headers.ETag}");
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Of_very_many_answers_those_with_the_words_in_their_titles_come_first()
    {
        await using var many = new CatalogApp();
        ManyDatasets.AddTo(many, 700);
        var page = await many.JsonAsync("/datasets.json?q=parcelle%20imaginaire&pageSize=100");
        var ids = page.Ids();
        Assert.Equal(700, page.GetProperty("totalItems").GetInt32());
        Assert.All(ids.Take(ManyDatasets.WithTitle), id => Assert.StartsWith("titre-", id, StringComparison.Ordinal));
        Assert.Equal(700, (await many.IdsAsync("q=parcelle%20imaginaire")).Distinct(StringComparer.Ordinal).Count());
        var walked = new List<string>();
        for (var next = "/datasets.json?q=parcelle%20imaginaire&pageSize=90"; next is not null;)
        {
            page = await many.JsonAsync(next);
            walked.AddRange(page.Ids());
            next = page.LinkTo("next");
        }

        Assert.Equal(await many.IdsAsync("q=parcelle%20imaginaire"), walked);
        Assert.Equal(700 - ManyDatasets.WithTitle, (await many.IdsAsync("q=parcelle%20imaginaire&theme=GOVE")).Count);
    }

    /// <summary>Operators of FTS5, quotes, NUL, emoji, right-to-left marks, names and values of every parameter, in every syntax.</summary>
    [Fact]
    public async Task Whatever_is_asked_gets_an_answer_or_a_refusal_that_tells_nothing_of_the_engine()
    {
        const string Signs =
            "assainisment\"'-*():^{}+,.;AND OR NOT NEAR title"
            + "\0\u0001\t\n\u00e9\u0153\u2019\ud83d\udca7\u05d0\u202e\ufffe%_\\|&<>=#0123456789/..";
        string[] names =
        [
            "q", "theme", "competence", "publisher", "hvd", "territory", "match", "bbox", "temporal", "modifiedSince", "hasApi",
            "sort", "facets", "cursor", "page", "pageSize", "bom", "x",
        ];
        string[] extensions = ["jsonld", "ttl", "rdf", "nt", "csv", "jsonl", "atom"];
        var random = new Random(20261124);
        for (var run = 0; run < 300; run++)
        {
            string Parameter() =>
                $"{(random.Next(2) == 0 ? "q" : names[random.Next(names.Length)])}={Uri.EscapeDataString(Text())}";
            var query = string.Join('&', Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Parameter()));
            using var response = await app.GetAsync($"/datasets.{extensions[run % extensions.Length]}?{query}");
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True((int)response.StatusCode < 500, $"{query}: {body}");
            Assert.DoesNotContain("fts5", body, StringComparison.OrdinalIgnoreCase);
            body = body.Replace("geopackage+sqlite3", "", StringComparison.Ordinal);
            Assert.DoesNotContain("sqlite", body, StringComparison.OrdinalIgnoreCase);
        }

        using var longest = await app.GetAsync($"/datasets?q={new string('x', 10_240)}");
        Assert.Equal(HttpStatusCode.BadRequest, longest.StatusCode);

        string Text()
        {
            var text = new StringBuilder();
            for (var length = random.Next(30); length > 0; length--)
            {
                var start = random.Next(Signs.Length);
                text.Append(char.IsSurrogate(Signs[start])
                    ? "\ud83d\udca7"
                    : random.Next(4) == 0 ? "assainisment"
                    : Signs[start].ToString());
            }

            return text.ToString();
        }
    }
}
