using System.Net;
using System.Text.Json;
using DataCatalog.Tests.Seeding.Reading;

namespace DataCatalog.Tests.Obligations;

/// <summary>The list of rules: its search, its filters, its pages, and a rule for a territory.</summary>
public sealed class RuleListTests(CatalogApp app)
{
    [Theory]
    [InlineData("délibérations", "deliberation")]
    [InlineData("DÉLIBÉRATIONS", "deliberation")]
    [InlineData("cantines", "cantine")]
    [InlineData("l'eau potable", "eau potable")]
    [InlineData("CGCT L2121-25", "l2121-25 cgct")]
    public async Task Accents_plurals_and_the_order_of_words_make_no_difference(string text, string other)
    {
        var found = await IdsAsync($"q={Uri.EscapeDataString(text)}");

        Assert.NotEmpty(found);
        Assert.Equal(
            (await IdsAsync($"q={Uri.EscapeDataString(other)}")).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    /// <summary>Only a finished phrase has synonyms, which find more.</summary>
    [Fact]
    public async Task An_unfinished_word_finds_rules_that_the_whole_word_finds()
    {
        var found = await IdsAsync("q=eau%20pota");

        Assert.NotEmpty(found);
        Assert.Subset((await IdsAsync("q=eau%20potable")).ToHashSet(StringComparer.Ordinal), found.ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("L2121-25", "liste-deliberations")]
    [InlineData("R2333-43", "taxe-sejour-deliberation")]
    [InlineData("cantin", "ma-cantine")]
    [InlineData("bal adresses", "bal-adresses")]
    [InlineData("eau potable prix", "rpqs-eau")]
    [InlineData("cantine zzzzqq", "ma-cantine")]
    [InlineData("comment déclarer les achats de notre cantine", "ma-cantine")]
    public async Task A_rule_is_found_by_its_article_or_words(string text, string rule) =>
        Assert.Contains(rule, await IdsAsync($"q={Uri.EscapeDataString(text)}"));

    [Theory]
    [InlineData("zzzzqq")]
    [InlineData("pota zzzzqq")]
    [InlineData(",")]
    public async Task Words_that_no_rule_has_find_none(string text)
    {
        var found = await app.JsonAsync($"/rules?q={Uri.EscapeDataString(text)}");

        Assert.Equal((0, 0), (found.Count("totalItems"), found.Items("member").Length));
    }

    [Fact]
    public async Task Those_that_apply_come_first_and_among_them_those_due_soonest()
    {
        var duties = (await app.RulesAsync("territory=commune:35238")).Select(rule => Assert.Single(rule.Items("duty"))).ToList();
        var keys = duties.Select(duty => (
            Answer: Array.IndexOf(["yes", "only-if", "undetermined", "no"], duty.Text("applies")),
            Day: duty.TryGetProperty("dueDay", out var day) ? day.GetString()! : "9999",
            Id: DutyJson.RuleOf(duty))).ToList();

        Assert.Equal(
            keys.OrderBy(key => key.Answer).ThenBy(key => key.Day, StringComparer.Ordinal).ThenBy(key => key.Id, StringComparer.Ordinal),
            keys);
        Assert.Equal((0, 3), (keys[0].Answer, keys[^1].Answer));
        Assert.NotEqual("9999", keys[0].Day);
        Assert.All(duties.Where(duty => duty.Text("applies") is "no" or "undetermined"), duty =>
        {
            Assert.NotEmpty(duty.Text("because"));
            Assert.NotEmpty(duty.GetProperty("comment").Text("fr"));
            Assert.NotEmpty(duty.GetProperty("comment").Text("en"));
        });
    }

    [Fact]
    public async Task Each_answer_lists_as_many_rules_as_the_mapping_counts()
    {
        foreach (var (answer, count) in (await app.JsonAsync("/territories/commune:35238/mapping")).Answers())
        {
            var rules = await app.RulesAsync($"territory=commune:35238&applies={answer}");
            Assert.Equal((answer, count), (answer, rules.Count));
            Assert.All(rules, rule => Assert.Equal(answer, Assert.Single(rule.Items("duty")).Text("applies")));
        }
    }

    [Fact]
    public async Task An_old_code_stands_for_the_present_territory()
    {
        var (old, present) = (
            await app.JsonAsync("/rules?territory=commune:01018&pageSize=5"),
            await app.JsonAsync("/rules?territory=commune:01033&pageSize=5"));

        Assert.Equal(present.Text("id"), old.Text("id"));
        Assert.Equal(present.GetProperty("member").GetRawText(), old.GetProperty("member").GetRawText());
    }

    [Fact]
    public async Task A_group_of_competences_has_the_rules_of_its_members()
    {
        var (group, member) = (await IdsAsync("competence=eau"), await IdsAsync("competence=eau-potable"));

        Assert.Contains("rpqs-eau", member);
        Assert.Subset(group.ToHashSet(StringComparer.Ordinal), member.ToHashSet(StringComparer.Ordinal));
        var both = await IdsAsync("competence=eau-potable&competence=dechets");
        Assert.Equal(
            member.Union(await IdsAsync("competence=dechets"), StringComparer.Ordinal).Order(StringComparer.Ordinal), both);
    }

    [Fact]
    public async Task An_act_keeps_only_rules_that_ask_for_it()
    {
        var rules = await app.RulesAsync("act=right");

        Assert.NotEmpty(rules);
        Assert.All(rules, rule => Assert.EndsWith("/acts/right", rule.GetProperty("act").Text("id"), StringComparison.Ordinal));
        Assert.Equal(
            rules.Count + (await app.RulesAsync("act=publish")).Count, (await app.RulesAsync("act=publish&act=right")).Count);
    }

    [Fact]
    public async Task An_empty_question_lists_all() =>
        Assert.Equal((await app.JsonAsync("/rules")).Count("totalItems"), (await app.JsonAsync("/rules?q=")).Count("totalItems"));

    [Theory]
    [InlineData("has-concession", 4)]
    [InlineData("has-website", 13)]
    public async Task A_condition_keeps_only_rules_that_depend_on_it(string condition, int count)
    {
        var rules = await app.RulesAsync($"condition={condition}");

        Assert.Equal(count, rules.Count);
        Assert.All(rules, rule => Assert.Contains(condition, rule.Items("condition").Select(one => one.Text("identifier"))));
    }

    [Fact]
    public async Task The_staff_is_a_condition_too()
    {
        var rules = await app.RulesAsync("condition=staff");

        Assert.NotEmpty(rules);
        Assert.All(rules, rule => Assert.True(rule.Count("minimumStaff") > 0));
        Assert.All(
            await app.RulesAsync("condition=staff&territory=commune:35238&applies=only-if"),
            rule => Assert.True(Assert.Single(rule.Items("duty")).Count("minimumStaff") > 0));
    }

    [Theory]
    [InlineData("q", "'q' has 201 characters")]
    [InlineData("territory=commune:352380", "commune:35238")]
    [InlineData("territory=Rennes", "typed code")]
    [InlineData("competence=deliberation", "deliberations")]
    [InlineData("act=publier", "publish")]
    [InlineData("applies=yes", "give 'territory' too")]
    [InlineData("applies=maybe&territory=commune:35238", "one of yes, only-if, undetermined, no")]
    [InlineData("condition=website", "/vocabularies/conditions")]
    [InlineData("condition=staff&condition=has-website", "'condition' is given 2 times")]
    [InlineData("pageSize=101", "expected 1 to 100")]
    [InlineData("page=0", "'page' is 0")]
    [InlineData("teritory=commune:35238", "Allowed:")]
    public async Task What_cannot_be_used_is_refused_with_what_to_do(string query, string words)
    {
        using var response = await app.GetAsync(query is "q" ? $"/rules?q={new string('a', 201)}" : $"/rules?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(words, (await CatalogApp.JsonOf(response)).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_characters_are_not_too_many() =>
        Assert.Equal(0, (await app.JsonAsync($"/rules?q={string.Concat(Enumerable.Repeat("zq", 100))}")).Count("totalItems"));

    [Fact]
    public async Task Links_to_pages_keep_every_parameter()
    {
        const string Query = "q=publi&competence=democratie-administration&act=publish&act=keep&applies=yes&applies=only-if"
            + "&territory=commune%3A35238&staff=60&has=has-website&hasNot=has-concession";
        var page = await app.JsonAsync($"/rules.json?pageSize=1&{Query}");

        Assert.True(page.Count("totalItems") > 2);
        Assert.Equal($"{CatalogApp.BaseUrl}/rules?{Query}", page.Text("id"));
        Assert.Equal($"{CatalogApp.BaseUrl}/rules.json?{Query}&page=2&pageSize=1", page.GetProperty("view").Text("next"));
        var second = await app.JsonAsync(DutyJson.PathOf(page.GetProperty("view").Text("next")));
        Assert.Equal(page.Count("totalItems"), second.Count("totalItems"));
        Assert.NotEqual(page.Items("member")[0].Text("id"), second.Items("member")[0].Text("id"));
    }

    [Theory]
    [InlineData("/rules?page=99")]
    [InlineData("/rules?page=2&q=cantine")]
    [InlineData("/rules.csv?page=2")]
    [InlineData("/rules/none")]
    [InlineData("/rules/none?territory=commune:35238")]
    [InlineData("/rules.ics")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var response = await app.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/rules")]
    [InlineData("/rules?territory=commune:35238")]
    [InlineData("/rules.csv?territory=commune:35238")]
    [InlineData("/rules/bal-adresses?territory=commune:35238")]
    [InlineData("/rules/liste-deliberations")]
    public async Task A_known_tag_needs_no_body_and_HEAD_has_none(string address)
    {
        using var whole = await app.GetAsync(address);
        using var known = await app.GetAsync(address, $"If-None-Match: {whole.Headers.ETag}");
        using var head = await app.SendAsync(HttpMethod.Head, address);

        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal((HttpStatusCode.OK, whole.Headers.ETag), (head.StatusCode, head.Headers.ETag));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
    }

    [Theory]
    [InlineData("text/turtle")]
    [InlineData("application/rdf+xml")]
    [InlineData("application/n-triples")]
    [InlineData("application/ld+json")]
    [InlineData("application/json")]
    [InlineData("text/csv")]
    public async Task The_list_comes_in_all_syntaxes(string mediaType)
    {
        using var response = await app.GetAsync("/rules?q=L2121-25&territory=commune:35238", $"Accept: {mediaType}");

        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("liste-deliberations", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_calendar_is_made_of_a_list()
    {
        using var response = await app.GetAsync("/rules", "Accept: text/calendar");

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    [Fact]
    public async Task A_rule_for_a_territory_says_what_to_do_next()
    {
        var rule = await app.JsonAsync("/rules/bal-adresses?territory=commune:35238&staff=60");
        var duty = Assert.Single(rule.Items("duty"));

        Assert.Equal($"{CatalogApp.BaseUrl}/rules/bal-adresses", rule.Text("id"));
        Assert.Equal($"{CatalogApp.BaseUrl}/rules/bal-adresses?territory=commune%3A35238&staff=60", duty.Text("id"));
        Assert.Equal("https://adresse.data.gouv.fr/commune/35238", duty.Text("checkUrl"));
        Assert.Equal("https://adresse.data.gouv.fr/commune/{insee}", rule.Text("checkUrl"));
        Assert.Equal(
            ("1 mois après la décision qui change un nom ou un numéro", "1 month after the decision that changes a name or a number"),
            Words(duty));
        Assert.Equal(
            ("7 jours après la séance du conseil", "7 days after the council meeting"),
            Words(await app.DutyAsync("liste-deliberations", "commune:35238")));
        Assert.False((await app.DutyAsync("sispea-eau", "epci:243500139")).TryGetProperty("checkUrl", out _));

        static (string, string) Words(JsonElement duty) =>
            (duty.GetProperty("deadlineText").Text("fr"), duty.GetProperty("deadlineText").Text("en"));
    }

    [Fact]
    public async Task A_rule_alone_says_nothing_about_anybody() =>
        Assert.False((await app.JsonAsync("/rules/bal-adresses")).TryGetProperty("duty", out _));

    [Fact]
    public async Task A_sheet_has_the_rules_of_the_list_and_more_columns_for_a_territory()
    {
        var rules = await app.RulesAsync("");
        var alone = SheetRows.Read(await TextAsync("/rules.csv?pageSize=1000"));
        var judged = SheetRows.Read(await TextAsync("/rules.csv?territory=commune:35238"));

        Assert.Equal(rules.Select(rule => rule.Text("identifier")), alone.Skip(1).Select(row => row[0]));
        Assert.Equal(rules.Select(rule => rule.GetProperty("title").Text("fr")), alone.Skip(1).Select(row => row[2]));
        Assert.Contains(alone, row => row[2].Contains(',', StringComparison.Ordinal));
        Assert.Equal([.. alone[0], "applies", "because", "why", "questions", "seen", "due_day", "check_url"], judged[0]);
        Assert.All(judged, row => Assert.Equal(judged[0].Length, row.Length));
        var row = judged.Single(row => row[0] is "bal-adresses");
        Assert.Equal(
            ["yes", "", "La règle vise les communes.", "", "shown-nationally", "", "https://adresse.data.gouv.fr/commune/35238"],
            row[alone[0].Length..]);
        Assert.Equal(
            (await app.RulesAsync("territory=commune:35238")).Select(rule => rule.Text("identifier")),
            judged.Skip(1).Select(row => row[0]));
    }

    [Fact]
    public async Task A_sheet_with_semicolons_has_the_same_cells_and_a_mark()
    {
        using var marked = await app.GetAsync("/rules.csv?separator=semicolon&territory=commune:35238");
        var bytes = await marked.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.True(bytes.AsSpan().StartsWith("\uFEFF"u8));
        Assert.Equal(
            SheetRows.Read(await TextAsync("/rules.csv?territory=commune:35238")),
            SheetRows.Read(await TextAsync("/rules.csv?territory=commune:35238&separator=semicolon&bom=false"), ';'));
    }

    [Theory]
    [InlineData("/rules.json?separator=semicolon", "'separator' is for CSV only")]
    [InlineData("/rules.ttl?bom=true", "'bom' is for CSV only")]
    [InlineData("/rules.csv?separator=tab", "'separator' is 'tab'")]
    [InlineData("/rules.csv?pageSize=1001", "expected 1 to 1000")]
    public async Task What_a_sheet_cannot_be_is_refused(string address, string words)
    {
        using var response = await app.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(words, (await CatalogApp.JsonOf(response)).Text("detail"), StringComparison.Ordinal);
    }

    private async Task<List<string>> IdsAsync(string query) =>
        [.. (await app.RulesAsync(query)).Select(rule => rule.Text("identifier"))];

    private async Task<string> TextAsync(string address)
    {
        using var response = await app.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
