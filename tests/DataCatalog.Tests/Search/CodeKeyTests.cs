using System.Text.Json;

namespace DataCatalog.Tests.Search;

/// <summary>Each description of a value of a filter has the code that the filter takes, under one key.</summary>
public sealed class CodeKeyTests(CatalogApp app)
{
    /// <summary>The keys of JSON whose values are values of a filter of datasets.</summary>
    private static readonly Dictionary<string, string> Filters = new(StringComparer.Ordinal)
    {
        ["publisher"] = "publisher",
        ["creator"] = "publisher",
        ["producerKind"] = "publisherKind",
        ["license"] = "licence",
        ["defaultLicense"] = "licence",
        ["format"] = "format",
        ["formats"] = "format",
        ["accessRegime"] = "access",
        ["personalDataStatus"] = "personalData",
        ["granularity"] = "granularity",
        ["frequency"] = "frequency",
        ["hvdCategory"] = "hvd",
        ["relationToLocalAuthorities"] = "relation",
        ["conformsTo"] = "conformsTo",
        ["templateCompetence"] = "competence",
        ["spatial"] = "territory",
        ["spatialExcept"] = "territory",
        ["spatialUnknown"] = "territory",
        ["part"] = "territory",
        ["within"] = "territory",
        ["via"] = "territory",
        ["byTerritory"] = "territory",
        ["templateExcept"] = "territory",
        ["onlyIn"] = "territory",
        ["exceptIn"] = "territory",
        ["extendsTo"] = "territory",
        ["competenceMapping"] = "competence",
    };

    private static readonly string[] Answers =
    [
        "/datasets.json?facets=all&pageSize=100", "/datasets.json?view=summary&pageSize=100", "/datasets.json?q=eau&facets=all",
        "/territories/commune:35238/datasets.json?facets=all&pageSize=100", "/territories/commune:35238/mapping.json",
        "/territories/commune:35238/mapping.json?competence=eau-potable", "/territories/commune:35238/calendar.json",
        "/territories.json?q=lyon", "/territories/commune:35238.json", "/rules.json?territory=commune:35238&pageSize=100",
        "/vocabularies/competences.json", "/vocabularies/competences/eau-potable.json", "/agents/ign.json",
    ];

    [Fact]
    public async Task Each_value_of_a_filter_has_its_code_and_the_filter_accepts_it()
    {
        var values = new HashSet<(string Filter, string Code)>();
        var schemes = await SchemesByIriAsync();
        foreach (var answer in await AnswersAsync())
        {
            foreach (var (key, node) in PublishedValues.NodesIn(answer).Where(found => IsOne(found.Key, found.Node)))
            {
                Assert.True(node.TryGetProperty("code", out var code), $"{key} without a code: {node.GetRawText()}");
                values.Add((FilterOf(key, node, schemes), code.GetString()!));
            }
        }

        Assert.Superset(Filters.Values.Concat(["theme", "competence"]).ToHashSet(), values.Select(value => value.Filter).ToHashSet());
        foreach (var (filter, code) in values)
        {
            await AcceptsAsync($"/datasets.json?{filter}={Uri.EscapeDataString(code)}&fields=id&pageSize=1", filter, code);
        }
    }

    [Fact]
    public async Task Each_value_of_a_facet_has_its_code_and_the_filter_accepts_it()
    {
        foreach (var facet in (await app.JsonAsync("/datasets.json?facets=all&pageSize=1")).GetProperty("facet").EnumerateArray())
        {
            var filter = facet.GetProperty("notation").GetString()!;
            foreach (var value in facet.GetProperty("facetValue").EnumerateArray())
            {
                var code = value.GetProperty("code").GetString()!;
                Assert.Equal(value.GetProperty("notation").GetString(), code);
                await AcceptsAsync($"/datasets.json?{filter}={Uri.EscapeDataString(code)}&fields=id&pageSize=1", filter, code);
            }
        }
    }

    [Fact]
    public async Task Each_condition_and_act_of_a_rule_has_its_code_and_the_list_of_rules_accepts_it()
    {
        var nodes = PublishedValues.NodesIn(await app.JsonAsync("/rules.json?territory=commune:35238&pageSize=100"))
            .Where(found => found.Key is "condition" or "act").ToList();
        Assert.NotEmpty(nodes);
        foreach (var (filter, code) in nodes.Select(found => (found.Key, found.Node.GetProperty("code").GetString()!)).Distinct())
        {
            await AcceptsAsync($"/rules.json?{filter}={code}&pageSize=1", filter, code);
        }

        var questions = (await app.JsonAsync("/territories/commune:35238/mapping.json")).GetProperty("question").EnumerateArray().ToList();
        Assert.NotEmpty(questions);
        Assert.All(questions, question => Assert.Equal(
            question.GetProperty("identifier").GetString(), question.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Each_suggestion_has_the_code_of_its_filter()
    {
        var suggestions = (await app.JsonAsync("/suggest?q=eau&limit=50")).GetProperty("suggestions").EnumerateArray().ToList();
        Assert.NotEmpty(suggestions);
        foreach (var suggestion in suggestions.Where(suggestion => suggestion.TryGetProperty("datasets", out _)))
        {
            var code = suggestion.GetProperty("code").GetString()!;
            Assert.EndsWith($"={Uri.EscapeDataString(code)}", suggestion.GetProperty("datasets").GetString(), StringComparison.Ordinal);
        }
    }

    private async Task<IReadOnlyList<JsonElement>> AnswersAsync()
    {
        var answers = new List<JsonElement>();
        foreach (var address in Answers)
        {
            answers.Add(await app.JsonAsync(address));
        }

        answers.AddRange((await app.JsonAsync("/catalog")).GetProperty("@graph").EnumerateArray());
        foreach (var list in (string[])["datasets", "services", "series", "models", "agents"])
        {
            answers.AddRange(await app.MembersAsync(list));
        }

        return answers;
    }

    private async Task<Dictionary<string, string>> SchemesByIriAsync()
    {
        var schemes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (filter, scheme) in PublishedValues.Schemes)
        {
            foreach (var term in await app.TermsAsync(scheme))
            {
                schemes[term.GetProperty("id").GetString()!] = filter;
            }
        }

        return schemes;
    }

    /// <summary>
    /// Whether a node is a value of a filter: several territories as one place are none, nor are the profile of a record and what facets,
    /// which another test reads, and summaries of mappings have.
    /// </summary>
    private static bool IsOne(string key, JsonElement node) =>
        (key is "theme" || Filters.ContainsKey(key))
        && !node.TryGetProperty("part", out _)
        && !(key is "conformsTo" && node.GetProperty("id").ValueEquals("https://semiceu.github.io/DCAT-AP/releases/3.0.1/"));

    private static string FilterOf(string key, JsonElement node, Dictionary<string, string> schemes) =>
        key is "theme" ? schemes[node.GetProperty("id").GetString()!] : Filters[key];

    private async Task AcceptsAsync(string address, string filter, string code)
    {
        var answer = await app.JsonAsync(address);
        Assert.True(answer.TryGetProperty("id", out var id), $"{address}: {answer.GetRawText()}");
        Assert.Contains($"{filter}={Uri.EscapeDataString(code)}", id.GetString(), StringComparison.Ordinal);
    }
}
