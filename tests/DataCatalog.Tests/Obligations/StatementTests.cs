using System.Net;

namespace DataCatalog.Tests.Obligations;

/// <summary>What a request may say about an authority: the answer uses it, and says that it came from the request.</summary>
public sealed class StatementTests(CatalogApp app)
{
    private const string Said = "staff=60&has=has-website&hasNot=has-bathing-site&hasNot=has-concession";

    [Fact]
    public async Task The_answer_repeats_what_was_said_and_so_do_its_links()
    {
        var mapping = await app.JsonAsync(
            "/territories/commune:35238/mapping?hasNot=has-concession&has=has-website&has=has-website&hasNot=has-bathing-site&staff=60");

        Assert.Equal(60, mapping.Count("staff"));
        Assert.Equal(["has-website"], mapping.Texts("has"));
        Assert.Equal(["has-bathing-site", "has-concession"], mapping.Texts("hasNot"));
        Assert.Equal($"{CatalogApp.BaseUrl}/territories/commune:35238/mapping?{Said}", mapping.Text("id"));
        var links = mapping.Items("duty").Concat(mapping.Items("question")).Concat(mapping.Items("competenceMapping"));
        Assert.All(links, node => Assert.EndsWith(Said, node.Text("id"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_statement_nothing_is_repeated()
    {
        var mapping = await app.JsonAsync("/territories/commune:35238/mapping");

        Assert.All(["staff", "has", "hasNot"], (string key) => Assert.False(mapping.TryGetProperty(key, out _), key));
    }

    [Theory]
    [InlineData("", "only-if", null)]
    [InlineData("&has=has-bathing-site", "yes", null)]
    [InlineData("&hasNot=has-bathing-site", "no", "condition")]
    [InlineData("&has=has-website", "only-if", null)]
    [InlineData("&hasNot=has-website&staff=3", "only-if", null)]
    public async Task A_condition_decides_the_rules_that_name_it(string statements, string applies, string? because)
    {
        var duty = await app.DutyAsync("recensement-baignades", "commune:35238", statements);

        Assert.Equal(applies, duty.Text("applies"));
        Assert.Equal(because, duty.TryGetProperty("because", out var code) ? code.GetString() : null);
        Assert.Equal(
            applies is "only-if" ? ["has-bathing-site"] : [], duty.Items("question").Select(question => question.Text("identifier")));
        Assert.Equal(applies is not "only-if", duty.TryGetProperty("comment", out _));
    }

    [Theory]
    [InlineData("", "only-if", 20)]
    [InlineData("&staff=0", "no", null)]
    [InlineData("&staff=19", "no", null)]
    [InlineData("&staff=20", "yes", null)]
    [InlineData("&staff=1000000", "yes", null)]
    public async Task A_staff_decides_the_rules_with_a_threshold(string statements, string applies, int? asked)
    {
        var duty = await app.DutyAsync("doeth", "commune:35238", statements);

        Assert.Equal(applies, duty.Text("applies"));
        Assert.Equal(applies is "no" ? "staff" : null, duty.TryGetProperty("because", out var code) ? code.GetString() : null);
        Assert.Equal(asked, duty.TryGetProperty("minimumStaff", out var least) ? least.GetInt32() : null);
    }

    [Theory]
    [InlineData("&staff=60", "uses-algorithmic-decisions", false)]
    [InlineData("&has=uses-algorithmic-decisions", "", true)]
    public async Task A_rule_of_two_facts_asks_for_the_one_that_is_left(string statements, string questions, bool asksStaff)
    {
        var duty = await app.DutyAsync("algorithmes-publication", "commune:35238", statements);

        Assert.Equal("only-if", duty.Text("applies"));
        Assert.Equal(questions, string.Join(',', duty.Items("question").Select(question => question.Text("identifier"))));
        Assert.Equal(asksStaff, duty.TryGetProperty("minimumStaff", out _));
    }

    [Fact]
    public async Task Answering_a_question_moves_rules_from_only_if_to_yes_or_no_and_ends_the_question()
    {
        var before = await app.JsonAsync("/territories/commune:35238/mapping");
        var question = before.Items("question").Single(asked => asked.Text("identifier") is "has-bathing-site");
        var (has, hasNot) = (
            await app.JsonAsync("/territories/commune:35238/mapping?has=has-bathing-site"),
            await app.JsonAsync("/territories/commune:35238/mapping?hasNot=has-bathing-site"));

        Assert.Equal(before.Answers()["yes"] + question.Count("totalItems"), has.Answers()["yes"]);
        Assert.Equal(before.Answers()["no"] + question.Count("totalItems"), hasNot.Answers()["no"]);
        Assert.All([has, hasNot], mapping =>
        {
            Assert.DoesNotContain(mapping.Items("question"), asked => asked.Text("identifier") is "has-bathing-site");
            Assert.Equal(before.Answers().Values.Sum(), mapping.Answers().Values.Sum());
        });
    }

    [Fact]
    public async Task The_address_of_a_term_stands_for_its_code()
    {
        var term = Uri.EscapeDataString($"{CatalogApp.BaseUrl}/vocabularies/conditions/has-website");
        var mapping = await app.JsonAsync($"/territories/commune:35238/mapping?has={term}");

        Assert.Equal(["has-website"], mapping.Texts("has"));
    }

    [Theory]
    [InlineData("has=websit", "'has' is 'websit'", "has-website")]
    [InlineData("has=has-websites", "'has' is 'has-websites'", "the nearest is has-website")]
    [InlineData("hasNot=zzzzzzzzzzzzzzzz", "'hasNot' is", "/vocabularies/conditions")]
    [InlineData("has=", "'has' is ''", "/vocabularies/conditions")]
    [InlineData("has=has-website,has-concession", "'has' is", "/vocabularies/conditions")]
    [InlineData("has=has-website&hasNot=has-website", "both name 'has-website'", "one of them")]
    [InlineData("staff=abc", "'staff' is 'abc'", "a whole number")]
    [InlineData("staff=", "'staff' is ''", "a whole number")]
    [InlineData("staff=-1", "'staff' is '-1'", "a whole number")]
    [InlineData("staff=1.5", "'staff' is '1.5'", "a whole number")]
    [InlineData("staff=1000001", "'staff' is '1000001'", "0 to 1000000")]
    [InlineData("staff=99999999999", "'staff' is '99999999999'", "a whole number")]
    [InlineData("staff=1&staff=2", "'staff' is given 2 times", "once")]
    [InlineData("Has=has-website", "'Has'", "has")]
    public async Task What_cannot_be_used_is_refused_with_what_to_do(string query, string words, string advice)
    {
        string[] addresses =
        [
            $"/territories/commune:35238/mapping?{query}", $"/territories/commune:35238/calendar?{query}",
            $"/rules?territory=commune:35238&{query}", $"/rules/doeth?territory=commune:35238&{query}",
        ];
        foreach (var address in addresses)
        {
            await AssertRefused(address, words, advice);
        }
    }

    [Theory]
    [InlineData(100, HttpStatusCode.OK)]
    [InlineData(101, HttpStatusCode.BadRequest)]
    public async Task A_condition_is_said_at_most_a_hundred_times(int times, HttpStatusCode expected)
    {
        var query = string.Join('&', Enumerable.Repeat("has=has-website", times));
        using var response = await app.GetAsync($"/territories/commune:35238/mapping?{query}");

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("/rules?staff=60", "staff")]
    [InlineData("/rules?has=has-website", "has")]
    [InlineData("/rules/doeth?hasNot=has-website", "hasNot")]
    public Task A_statement_about_nobody_is_refused(string address, string name) =>
        AssertRefused(address, $"'{name}' is about the authority of a territory", "territory=commune:35238");

    private async Task AssertRefused(string address, string words, string advice)
    {
        using var response = await app.GetAsync(address);
        Assert.Equal((address, HttpStatusCode.BadRequest), (address, response.StatusCode));
        var detail = (await CatalogApp.JsonOf(response)).Text("detail");
        Assert.Contains(words, detail, StringComparison.Ordinal);
        Assert.Contains(advice, detail, StringComparison.Ordinal);
    }
}
