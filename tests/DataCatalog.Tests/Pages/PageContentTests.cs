using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DataCatalog.Tests.Pages;

/// <summary>Pages say what the JSON of the same address says, and are built as pages should be.</summary>
public sealed partial class PageContentTests(CatalogApp app)
{
    private const string Hostile = "<script>alert(1)</script>\"'&";

    public static TheoryData<string> Kinds => [.. Page.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_page_has_one_heading_its_landmarks_and_a_title(string address)
    {
        foreach (var language in new[] { "fr", "en" })
        {
            var page = await app.PageAsync(address, $"Accept-Language: {language}");

            Assert.StartsWith($"<!DOCTYPE html>\n<html lang=\"{language}\">", page, StringComparison.Ordinal);
            Assert.Equal(2, page.Split("<h1").Length);
            Assert.Equal(2, page.Split("<main").Length);
            Assert.DoesNotMatch("<title>\\s*(–|</title>)", page);
            Assert.Contains("<a class=\"skip\" href=\"#content\">", page, StringComparison.Ordinal);
            if (address.Contains("/letter", StringComparison.Ordinal) || address.Contains("/reports", StringComparison.Ordinal))
            {
                Assert.Contains("<meta name=\"robots\" content=\"noindex\"", page, StringComparison.Ordinal);
                continue;
            }

            Assert.Contains("<link rel=\"canonical\" href=\"http://localhost:5080/", page, StringComparison.Ordinal);
            Assert.Matches("<meta name=\"description\" content=\"[^\"]{30,}", page);
            Assert.Contains("hreflang=\"en\"", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task No_page_has_anything_inline_or_from_another_host(string address)
    {
        var page = await app.PageAsync(address);

        Assert.DoesNotMatch("<[^>]* (style|on[a-z]+)=", page);
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.All(Scripts.Matches(page), script => Assert.Matches("src=\"/assets/|type=\"application/ld\\+json\"", script.Value));
        Assert.All(
            Sources.Matches(page), source => Assert.StartsWith("/assets/", source.Groups["address"].Value, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task No_id_is_twice_on_a_page(string address)
    {
        var ids = Ids.Matches(await app.PageAsync(address)).Select(match => match.Groups["id"].Value).ToList();

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task The_page_of_the_own_terms_has_each_where_its_IRI_leads()
    {
        var terms = (await app.JsonAsync("/vocab.json")).GetProperty("@graph").EnumerateArray().Skip(1).ToList();
        var page = await app.PageAsync("/vocab", "Accept-Language: en");

        Assert.True(terms.Count > 100, "There are fewer terms than expected.");
        Assert.All(terms, term =>
        {
            Assert.Contains($"<div id=\"{term.GetProperty("id").GetString()!.Split('#')[1]}\">", page, StringComparison.Ordinal);
            Assert.Contains(
                term.GetProperty("rdfsLabel").GetProperty("en").GetString()!, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("/datasets/arbres-rennes")]
    [InlineData("/datasets/qualite-eau-robinet")]
    [InlineData("/datasets/menus-cantines-rennes")]
    public async Task A_dataset_says_what_its_JSON_says(string address)
    {
        var json = await app.JsonAsync($"{address}.json");
        var page = Page.TextOf(await app.PageAsync(address));

        Assert.Contains(Blank(json.GetProperty("title").GetProperty("fr").GetString()!), page, StringComparison.Ordinal);
        Assert.Contains(Blank(json.GetProperty("reuse").GetProperty("fr").GetString()!), page, StringComparison.Ordinal);
        Assert.All(json.GetProperty("distribution").EnumerateArray(), file =>
            Assert.Contains(Blank(file.GetProperty("title").GetProperty("fr").GetString()!), page, StringComparison.Ordinal));
        Assert.Equal(json.TryGetProperty("unknown", out _), page.Contains("Ce qu'on ne sait pas", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dataset_describes_itself_to_search_engines()
    {
        var page = await app.PageAsync("/datasets/qualite-eau-robinet");
        var block = page.Split("<script type=\"application/ld+json\">")[1].Split("</script>")[0];
        using var described = JsonDocument.Parse(block);

        Assert.Equal("Dataset", described.RootElement.GetProperty("@type").GetString());
        Assert.InRange(described.RootElement.GetProperty("description").GetString()!.Length, 50, 5000);
        Assert.Equal("http://localhost:5080/datasets/qualite-eau-robinet", described.RootElement.GetProperty("url").GetString());
        Assert.NotEmpty(described.RootElement.GetProperty("distribution").EnumerateArray());
    }

    [Theory]
    [InlineData("/search?q=")]
    [InlineData("/datasets?q=")]
    [InlineData("/territories?q=")]
    [InlineData("/nothing/")]
    public async Task Hostile_words_stay_words(string address)
    {
        using var response = await app.GetAsync(address + Uri.EscapeDataString(Hostile), Page.Browser);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("alert(1)\"", page.Replace("&quot;", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/datasets", "competence=eau-potable")]
    [InlineData("/search", "kind=rule")]
    public async Task A_search_shows_its_facets_what_was_understood_and_its_exports(string path, string facet)
    {
        var page = await app.PageAsync($"{path}?q=eau%20potable%20Rennes");
        var links = Page.LinksOf(page).ToList();

        Assert.Contains("Lieu reconnu : Rennes", Page.TextOf(page), StringComparison.Ordinal);
        Assert.Contains("<mark>", page, StringComparison.Ordinal);
        foreach (var extension in new[] { "csv", "atom", "json" })
        {
            var export = $"{path}.{extension}?q=eau%20potable%20Rennes";
            Assert.Contains(export, links);
            using var answer = await app.GetAsync(export);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Contains(links, link => link.StartsWith($"{path}?", StringComparison.Ordinal)
            && link.Contains(facet, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/datasets")]
    [InlineData("/search")]
    public async Task A_search_says_what_it_relaxed_and_left_out_and_exports_all_of_its_filters(string path)
    {
        var relaxed = Page.TextOf(await app.PageAsync($"{path}?q=assainissement%20collectif%20zzzqq&literal=true"));
        var filtered = Page.LinksOf(await app.PageAsync($"{path}?q=eau&territory=commune:35238&page=1"));

        Assert.Contains("Aucune fiche n'a tous ces mots", relaxed, StringComparison.Ordinal);
        Assert.Contains("« zzzqq »", relaxed, StringComparison.Ordinal);
        Assert.Contains($"{path}.csv?q=eau&territory=commune%3A35238", filtered);
    }

    [Fact]
    public async Task On_an_English_page_the_marked_French_texts_say_that_they_are_French()
    {
        var page = await app.PageAsync("/search?q=eau%20potable&ui=en");

        Assert.Contains("<span lang=\"fr\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<span><mark>", page, StringComparison.Ordinal);
        Assert.Contains(">Drinking water</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_facet_that_is_set_can_be_removed()
    {
        var page = await app.PageAsync("/datasets?q=eau&access=open&page=1");

        Assert.Contains("/datasets?q=eau", Page.LinksOf(page));
        Assert.Contains("aria-current=\"true\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_walked_page_by_page_with_all_its_entries()
    {
        var titles = new HashSet<string>(StringComparer.Ordinal);
        for (var next = "/agents"; next is not null;)
        {
            var page = await app.PageAsync(next);
            titles.UnionWith(Page.LinksOf(page).Where(link => link.StartsWith("/agents/", StringComparison.Ordinal)));
            next = Page.LinksOf(page).LastOrDefault(link => page.Contains($"rel=\"next\" href=\"{link}\"", StringComparison.Ordinal));
        }

        Assert.Equal((await app.MembersAsync("agents")).Count, titles.Count);
    }

    [Fact]
    public async Task The_page_of_a_territory_has_its_duties_and_all_its_competences()
    {
        const string Address = "/territories/commune:35238/mapping";
        var json = await app.JsonAsync($"{Address}.json");
        var page = await app.PageAsync(Address);

        Assert.All(json.GetProperty("duty").EnumerateArray(), duty => Assert.Contains(
            Blank(duty.GetProperty("title").GetProperty("fr").GetString()!), Page.TextOf(page), StringComparison.Ordinal));
        Assert.All(json.GetProperty("competenceMapping").EnumerateArray(), group => Assert.Contains(
            Blank(group.GetProperty("title").GetProperty("fr").GetString()!), Page.TextOf(page), StringComparison.Ordinal));
        Assert.Contains("name=\"has\" value=\"has-website\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("commune:35238", "fr")]
    [InlineData("commune:35238", "en")]
    [InlineData("epci:243500139", "en")]
    public async Task Each_duty_of_the_page_says_in_the_language_of_the_reader_what_it_is_and_why_it_applies(
        string territory, string language)
    {
        const string Said = "has=has-website&staff=60";
        var rules = (await app.JsonAsync($"/rules.json?territory={territory}&{Said}&pageSize=100&applies=yes&applies=undetermined"))
            .GetProperty("member").EnumerateArray()
            .ToDictionary(rule => rule.GetProperty("identifier").GetString()!, StringComparer.Ordinal);
        var duties = (await app.JsonAsync($"/territories/{territory}/mapping.json?{Said}")).GetProperty("duty").EnumerateArray()
            .Select(duty => rules[duty.GetProperty("id").GetString()!.Split("/rules/")[1].Split('?')[0]]).ToList();
        var text = Page.TextOf(await app.PageAsync($"/territories/{territory}/mapping?{Said}&ui={language}"));

        Assert.NotEmpty(duties);
        Assert.All(duties, rule =>
        {
            var duty = rule.GetProperty("duty");
            Assert.Contains(Blank(rule.GetProperty("title").GetProperty(language).GetString()!), text, StringComparison.Ordinal);
            Assert.Contains(
                Blank((duty.ValueKind is JsonValueKind.Array ? duty[0] : duty).GetProperty("comment").GetProperty(language).GetString()!),
                text,
                StringComparison.Ordinal);
            Assert.Contains(rule.GetProperty("legalReference").GetString()!, text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("commune:35238", "fr", "communes d'au moins 3 500 habitants (ici 230 890)")]
    [InlineData("commune:35238", "en", "communes of at least 3,500 inhabitants (here 230,890)")]
    [InlineData("commune:35238", "fr", "vous avez indiqué : « A un site internet »")]
    [InlineData("commune:35238", "fr", "vous avez indiqué 60 agents, il en faut 50")]
    [InlineData("epci:243500139", "fr", "les intercommunalités qui exercent la compétence « Eau potable »")]
    [InlineData("epci:243500139", "en", "intermunicipal bodies that hold the competence 'Drinking water'")]
    public async Task A_clerk_reads_which_fact_of_the_authority_makes_a_duty_apply(string territory, string language, string reason)
    {
        var page = await app.PageAsync($"/territories/{territory}/mapping?has=has-website&staff=60&ui={language}");

        Assert.Contains(reason, Page.TextOf(page).Replace('\u202f', ' ').Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_JSON_of_a_mapping_leaves_the_reasons_to_the_rules()
    {
        var mapping = await app.JsonAsync("/territories/commune:35238/mapping.json");

        Assert.All(mapping.GetProperty("duty").EnumerateArray(), duty =>
        {
            Assert.False(duty.TryGetProperty("comment", out _));
            Assert.False(duty.GetProperty("title").TryGetProperty("en", out _));
        });
    }

    [Theory]
    [InlineData("commune:35238")]
    [InlineData("departement:35")]
    public async Task Each_duty_says_where_it_is_fulfilled_how_to_check_it_and_who_did_it(string territory)
    {
        var address = $"/territories/{territory}/mapping";
        var duties = (await app.JsonAsync($"{address}.json")).GetProperty("duty").EnumerateArray().ToList();
        var page = await app.PageAsync(address);
        var (text, links) = (Page.TextOf(page), Page.LinksOf(page).ToList());

        Assert.Contains(duties, duty => duty.TryGetProperty("sentTo", out _));
        foreach (var duty in duties)
        {
            if (duty.TryGetProperty("sentTo", out var place))
            {
                Assert.Contains(Blank(place.GetProperty("fr").GetString()!), text, StringComparison.Ordinal);
            }

            if (duty.TryGetProperty("checkUrl", out var check))
            {
                Assert.Contains(check.GetString()!, links);
            }

            if (duty.TryGetProperty("example", out var example))
            {
                Assert.Contains(example.GetProperty("primaryTopic").GetString()![CatalogApp.BaseUrl.Length..], links);
            }
        }
    }

    [Fact]
    public async Task A_duty_in_a_mapping_has_the_place_and_the_check_of_its_own_address()
    {
        var duty = (await app.JsonAsync("/territories/commune:35238/mapping.json")).GetProperty("duty").EnumerateArray()
            .Single(duty => duty.GetProperty("id").GetString()!.Contains("/rules/bal-adresses?", StringComparison.Ordinal));
        var rule = await app.JsonAsync("/rules/bal-adresses.json?territory=commune:35238");

        Assert.Equal(
            rule.GetProperty("sentTo").GetProperty("fr").GetString(), duty.GetProperty("sentTo").GetProperty("fr").GetString());
        Assert.Equal("https://adresse.data.gouv.fr/commune/35238", duty.GetProperty("checkUrl").GetString());
        Assert.Equal(
            rule.GetProperty("page")[0].GetProperty("id").GetString(), duty.GetProperty("page")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_calendar_is_a_page_with_the_address_to_subscribe_to()
    {
        const string Address = "/territories/commune:35238/calendar";
        var json = await app.JsonAsync($"{Address}.json?has=has-website");
        var page = await app.PageAsync($"{Address}?has=has-website");

        Assert.All(json.GetProperty("member").EnumerateArray(), duty => Assert.Contains(
            Blank(duty.GetProperty("title").GetProperty("fr").GetString()!), Page.TextOf(page), StringComparison.Ordinal));
        Assert.Contains($"<code>{CatalogApp.BaseUrl}{Address}.ics?has=has-website</code>", page, StringComparison.Ordinal);
        using var calendar = await app.GetAsync($"{Address}.ics?has=has-website");
        Assert.Equal("text/calendar", calendar.Content.Headers.ContentType?.MediaType);
        Assert.Contains(Address, Page.LinksOf(await app.PageAsync("/territories/commune:35238/mapping")));
    }

    [Fact]
    public async Task An_answered_question_changes_the_page_without_a_script()
    {
        var before = await app.PageAsync("/territories/commune:35238/mapping");
        var after = await app.PageAsync("/territories/commune:35238/mapping?has=has-website");

        Assert.Contains("name=\"has\" value=\"has-website\" checked", after, StringComparison.Ordinal);
        Assert.True(before.Split("/rules/").Length < after.Split("/rules/").Length);
    }

    [Fact]
    public async Task The_links_of_pages_lead_somewhere()
    {
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in Page.Kinds)
        {
            links.UnionWith(Page.LinksOf(await app.PageAsync(address)).Where(link => link.StartsWith('/')).Take(40));
        }

        Assert.NotEmpty(links);
        foreach (var link in links.Where(link => !link.StartsWith("/swagger", StringComparison.Ordinal)))
        {
            using var response = await app.GetAsync(link, Page.Browser);
            Assert.True(response.IsSuccessStatusCode, $"{link}: {response.StatusCode}");
        }
    }

    private static string Blank(string text) => Blanks.Replace(text, " ");

    [GeneratedRegex("<script[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Scripts { get; }

    [GeneratedRegex(" src=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Sources { get; }

    [GeneratedRegex(" id=\"(?<id>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Ids { get; }

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Blanks { get; }
}
