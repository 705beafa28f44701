using System.Net;
using System.Text.Json;

namespace DataCatalog.Tests.Obligations;

/// <summary>What the mapping of a territory says. What the catalogue sees of a rule is in <see cref="SightingTests"/>.</summary>
public sealed class MappingTests(CatalogApp app)
{
    [Theory]
    [InlineData("commune:04074")]
    [InlineData("commune:01001")]
    [InlineData("commune:29083")]
    [InlineData("commune:85113")]
    [InlineData("commune:97411")]
    [InlineData("commune:35238")]
    [InlineData("commune:13055")]
    [InlineData("commune:75056")]
    public async Task A_commune_of_any_size_lists_its_deliberations_and_opens_its_budget(string commune)
    {
        var duties = (await MappingAsync(commune)).Items("duty").ToDictionary(DutyJson.RuleOf, StringComparer.Ordinal);

        Assert.Equal("yes", duties["liste-deliberations"].Text("applies"));
        Assert.Equal("yes", duties["budget-mise-a-disposition"].Text("applies"));
        Assert.Equal("CGCT L2121-25", duties["liste-deliberations"].Text("legalReference"));
    }

    [Fact]
    public async Task A_commune_under_laws_of_its_own_is_told_that_nobody_here_can_tell()
    {
        var duty = await app.DutyAsync("budget-mise-a-disposition", "commune:97701");

        Assert.Equal(("undetermined", "own-law"), (duty.Text("applies"), duty.Text("because")));
        Assert.NotEmpty(duty.GetProperty("comment").Text("fr"));
        Assert.NotEmpty(duty.GetProperty("comment").Text("en"));
    }

    [Theory]
    [InlineData("commune:35238")]
    [InlineData("epci:243500139")]
    [InlineData("ept:200057867")]
    [InlineData("departement:93")]
    [InlineData("region:53")]
    [InlineData("collectivite:988")]
    [InlineData("country:FRA")]
    public async Task The_answers_add_up_to_the_number_of_rules(string territory)
    {
        var mapping = await MappingAsync(territory);
        var answers = mapping.Answers();

        Assert.Equal(["yes", "only-if", "undetermined", "no"], mapping.Items("answerCount").Select(count => count.Text("notation")));
        Assert.Equal((await app.JsonAsync("/rules?pageSize=1")).Count("totalItems"), answers.Values.Sum());
        var shown = mapping.Items("duty").Concat(mapping.Items("right")).ToList();
        Assert.Equal(answers["yes"], shown.Count(duty => duty.Text("applies") is "yes"));
        var rules = await app.RulesAsync($"territory={territory}&applies=undetermined");
        Assert.Equal(answers["undetermined"], rules.Count);
        var listed = rules.Count(rule => Assert.Single(rule.Items("duty")).Text("because") is not ("own-law" or "kind"));
        Assert.Equal(listed, shown.Count(duty => duty.Text("applies") is "undetermined"));
        Assert.Equal(answers["yes"] + listed, shown.Count);
    }

    [Theory]
    [InlineData("commune:35238")]
    [InlineData("epci:243500139")]
    [InlineData("departement:93")]
    public async Task No_figure_rewards_anybody_and_nobody_is_blamed(string territory)
    {
        var text = (await MappingAsync(territory)).GetRawText();

        Assert.All(
            ["percent", "score", "manquant", "missing", "retard", "overdue", "failed"],
            (string word) => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("commune:35238", "")]
    [InlineData("epci:243500139", "")]
    [InlineData("commune:35238", "competence=eau&staff=60")]
    [InlineData("commune:35238", "competence=dechets&has=has-website")]
    public async Task Each_duty_links_the_rule_that_says_the_same_and_more(string territory, string query)
    {
        var duties = (await app.JsonAsync($"/territories/{territory}/mapping?{query}")).Items("duty");
        Assert.NotEmpty(duties);
        foreach (var duty in duties)
        {
            var whole = Assert.Single((await app.JsonAsync(DutyJson.PathOf(duty.Text("id")))).Items("duty"));
            Assert.Equal(Facts(duty), Facts(whole));
        }

        static (string, string, string, string?, string?) Facts(JsonElement duty) => (
            duty.Text("id"),
            duty.Text("applies"),
            duty.Text("seen"),
            duty.TryGetProperty("because", out var because) ? because.GetString() : null,
            duty.TryGetProperty("dueDay", out var day) ? day.GetString() : null);
    }

    [Theory]
    [InlineData("commune:35238", "")]
    [InlineData("departement:93", "")]
    [InlineData("commune:35238", "has=has-website&hasNot=has-concession")]
    [InlineData("commune:35238", "competence=eau-potable")]
    [InlineData("commune:35238", "competence=eau&staff=60")]
    public async Task Each_question_links_as_many_rules_as_it_counts(string territory, string query)
    {
        var questions = (await app.JsonAsync($"/territories/{territory}/mapping?{query}")).Items("question");
        Assert.NotEmpty(questions);
        foreach (var question in questions)
        {
            var address = question.Text("id");
            var rules = await app.JsonAsync($"{DutyJson.PathOf(address)}&pageSize=100");
            Assert.Equal((address, question.Count("totalItems")), (rules.Text("id"), rules.Count("totalItems")));
            Assert.All(rules.Items("member"), rule => Assert.Equal("only-if", Assert.Single(rule.Items("duty")).Text("applies")));
            Assert.Contains("?", question.GetProperty("definition").Text("fr"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("country:FRA", null)]
    [InlineData("country-subset:metro", null)]
    [InlineData("arrondissement-municipal:75101", "commune:75056")]
    [InlineData("former-commune:01018", "commune:01033")]
    [InlineData("departement:75", "commune:75056")]
    [InlineData("departement:2A", "region:94")]
    public async Task What_is_no_authority_says_so_and_links_who_has_the_duties(string territory, string? authority)
    {
        var mapping = await MappingAsync(territory);

        Assert.Contains(
            authority is null ? "n'est pas une collectivité" : "n'a pas d'obligations propres",
            mapping.GetProperty("comment").Text("fr"),
            StringComparison.Ordinal);
        Assert.Equal(
            authority is null ? null : $"{CatalogApp.BaseUrl}/territories/{authority}/mapping",
            mapping.TryGetProperty("seeAlso", out var link) ? link.GetString() : null);
        Assert.NotEqual(0, mapping.GetProperty("coveringDatasets").Count("totalItems"));
        Assert.Equal(territory.StartsWith("arrondissement", StringComparison.Ordinal) ? 1 : 0, mapping.Items("question").Length);
    }

    [Theory]
    [InlineData("country:FRA", 0)]
    [InlineData("country-subset:drom", 0)]
    [InlineData("former-commune:01018", 0)]
    [InlineData("arrondissement-municipal:75101", 3)]
    public async Task What_is_no_authority_has_none_of_the_duties_of_a_commune(string territory, int count)
    {
        var mapping = await MappingAsync(territory);
        var duties = mapping.Items("duty").Select(DutyJson.RuleOf).ToList();

        Assert.Equal(count, duties.Count);
        Assert.All(duties, rule => Assert.Contains("arrondissement", rule, StringComparison.Ordinal));
        var duty = await app.DutyAsync("budget-mise-a-disposition", territory);
        Assert.Equal(("no", "not-an-authority"), (duty.Text("applies"), duty.Text("because")));
    }

    [Fact]
    public async Task An_authority_has_no_comment_that_it_is_none()
    {
        var mapping = await MappingAsync("commune:35238");

        Assert.False(mapping.TryGetProperty("comment", out _));
        Assert.False(mapping.TryGetProperty("seeAlso", out _));
    }

    [Theory]
    [InlineData("commune:35238")]
    [InlineData("epci:243500139")]
    [InlineData("departement:93")]
    [InlineData("commune:75056")]
    public async Task The_searches_that_are_linked_have_as_many_answers(string territory)
    {
        var all = await MappingAsync(territory);
        Assert.NotEmpty(all.Items("competenceMapping"));
        foreach (var group in all.Items("competenceMapping"))
        {
            var mapping = await app.JsonAsync(DutyJson.PathOf(group.Text("id")));
            var parts = Assert.Single(mapping.Items("competenceMapping"));
            var brief = group.Items("competenceMapping").Prepend(group).Select(Counts).ToList();
            Assert.Equal(brief, parts.Items("competenceMapping").Prepend(parts).Select(Counts));
            foreach (var part in parts.Items("competenceMapping").Prepend(parts))
            {
                var (_, own, others) = Counts(part);
                Assert.Equal(own, await CountAsync(part.GetProperty("ownDatasets")));
                Assert.Equal(own + others, await CountAsync(part.GetProperty("coveringDatasets")));
            }
        }

        Assert.True(await CountAsync(all.GetProperty("ownDatasets")) <= await CountAsync(all.GetProperty("coveringDatasets")));

        static (string, int, int) Counts(JsonElement part) =>
            (part.Text("identifier"), part.Count("countOfOwn"), part.Count("countOfOthers"));
    }

    [Theory]
    [InlineData("commune:35238")]
    [InlineData("epci:244400404")]
    public async Task Own_datasets_come_first_and_at_most_five_are_shown(string territory)
    {
        var own = (await app.JsonAsync($"/datasets?territory={territory}&match=exact&relation=produced-by-local-authorities&pageSize=100"))
            .Items("member").Select(dataset => dataset.Text("id")).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(own);
        var competences = (await MappingAsync(territory)).Items("competenceMapping");
        Assert.All(competences, AssertOrder);
        Assert.Contains(competences, competence => competence.Count("countOfOwn") > 0);
        foreach (var group in competences.Where(group => group.Count("countOfOwn") > 0))
        {
            var whole = (await app.JsonAsync(DutyJson.PathOf(group.Text("id")))).Items("competenceMapping").Single();
            Assert.All(whole.Items("competenceMapping").Prepend(whole), part =>
            {
                Assert.False(part.TryGetProperty("someDatasets", out _));
                Assert.Equal(Math.Min(5, part.Count("countOfOwn")), part.GetProperty("ownDatasets").Items("member").Length);
                Assert.All(part.GetProperty("ownDatasets").Items("member"), dataset => Assert.Contains(dataset.Text("id"), own));
                Assert.Equal(Math.Min(5, part.Count("countOfOthers")), part.GetProperty("coveringDatasets").Items("member").Length);
            });
        }

        void AssertOrder(JsonElement competence)
        {
            var areOwn = competence.Items("someDatasets").Select(dataset => own.Contains(dataset.Text("id"))).ToList();
            Assert.True(areOwn.Count <= 5);
            Assert.Equal(Math.Min(areOwn.Count, competence.Count("countOfOwn")), areOwn.TakeWhile(isOwn => isOwn).Count());
        }
    }

    [Fact]
    public async Task A_competence_narrows_all_of_it()
    {
        var mapping = await app.JsonAsync("/territories/commune:35238/mapping?competence=eau-potable");
        var group = Assert.Single(mapping.Items("competenceMapping"));
        var competence = Assert.Single(group.Items("competenceMapping"));

        Assert.Equal("eau-potable", competence.Text("identifier"));
        Assert.Equal("La métropole l'exerce à la place de la commune.", competence.GetProperty("usualHolder").Text("fr"));
        Assert.Equal((await app.JsonAsync("/rules?competence=eau-potable&pageSize=1")).Count("totalItems"), mapping.Answers().Values.Sum());
        Assert.Equal($"{CatalogApp.BaseUrl}/territories/commune:35238/mapping?competence=eau-potable", mapping.Text("id"));
    }

    [Fact]
    public async Task An_unknown_competence_is_refused_with_the_nearest()
    {
        using var response = await app.GetAsync("/territories/commune:35238/mapping?competence=deliberation");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("deliberations", (await CatalogApp.JsonOf(response)).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_code_gives_the_present_territory()
    {
        var mapping = await MappingAsync("commune:01018");

        Assert.Equal($"{CatalogApp.BaseUrl}/territories/commune:01033/mapping", mapping.Text("id"));
        Assert.Equal("commune:01018", mapping.GetProperty("spatial")[0].Text("resolvedFrom"));
        Assert.All(mapping.Items("duty"), duty => Assert.Contains("commune%3A01033", duty.Text("id"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("commune:99999")]
    [InlineData("35238")]
    [InlineData("region:35")]
    [InlineData("commune:35238%20")]
    public async Task An_unknown_code_is_not_found(string id)
    {
        foreach (var what in new[] { "mapping", "calendar", "calendar.ics" })
        {
            using var response = await app.GetAsync($"/territories/{id}/{what}");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory]
    [InlineData("text/turtle")]
    [InlineData("application/rdf+xml")]
    [InlineData("application/n-triples")]
    [InlineData("application/ld+json")]
    [InlineData("application/json")]
    public async Task It_comes_in_all_syntaxes(string mediaType)
    {
        using var response = await app.GetAsync("/territories/commune:35238/mapping", $"Accept: {mediaType}");
        using var same = await app.GetAsync(
            "/territories/commune:35238/mapping", $"Accept: {mediaType}", $"If-None-Match: {response.Headers.ETag}");

        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            "liste-deliberations",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task A_mapping_says_nothing_about_the_rules_and_datasets_themselves()
    {
        using var response = await app.GetAsync("/territories/commune:35238/mapping.nt");
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');

        Assert.DoesNotContain(
            lines, line => line.StartsWith($"<{CatalogApp.BaseUrl}/rules/liste-deliberations> ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.EndsWith(" <http://www.w3.org/ns/dcat#Dataset> .", StringComparison.Ordinal));
    }

    private Task<JsonElement> MappingAsync(string territory) => app.JsonAsync($"/territories/{territory}/mapping");

    /// <summary>Follows a link to a search; returns how many datasets it finds.</summary>
    private async Task<int> CountAsync(JsonElement list)
    {
        var address = list.Text("id");
        var found = await app.JsonAsync($"{DutyJson.PathOf(address)}&pageSize=1");
        Assert.Equal((address, found.Count("totalItems")), (found.Text("id"), list.Count("totalItems")));
        return found.Count("totalItems");
    }
}
