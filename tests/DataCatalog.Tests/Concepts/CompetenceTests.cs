using System.Net;
using System.Text.Json;
using DataCatalog.Concepts;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Concepts;

public sealed class CompetenceTests(CatalogApp app)
{
    private const string Tree = "/vocabularies/competences";

    private RecordReader<Dataset> Datasets => app.Services.GetRequiredService<RecordReader<Dataset>>();

    private RecordReader<DataService> Services => app.Services.GetRequiredService<RecordReader<DataService>>();

    [Fact]
    public async Task Each_competence_of_the_tree_says_how_many_entries_it_has()
    {
        var counted = Terms(await app.JsonAsync(Tree)).ToDictionary(CodeOf, Counts, StringComparer.Ordinal);

        Assert.Equal(app.Services.GetRequiredService<ConceptStore>().OfScheme(Schemes.Competences).Count, counted.Count);
        Assert.All(counted, competence => Assert.Equal(Recount(competence.Key), competence.Value));
        Assert.Contains(counted.Values, counts => counts is { Datasets: > 0, Services: 0, Models: 0 });
    }

    [Theory]
    [InlineData("elections", "lu dans le texte en vigueur en 2026", "read in the text in force in 2026")]
    [InlineData("voirie", "lu dans un texte de 2008, qui a pu changer depuis", "read in a text of 2008, which may have changed since")]
    [InlineData("recensement", "non vérifié", "not verified")]
    [InlineData("climat-air", "nommé par une source secondaire", "named by a secondary source")]
    public async Task How_its_articles_were_verified_is_said_in_words(string code, string french, string english)
    {
        var status = (await app.JsonAsync($"{Tree}/{code}")).GetProperty("legalReferenceStatus");

        Assert.Equal((french, english), (status.GetProperty("fr").GetString(), status.GetProperty("en").GetString()));
    }

    [Theory]
    [InlineData("eau-potable",
        "commune: À la commune sauf transfert", "CC: Facultative ou selon le cas (note)", "CA CU METRO METLYON AMP: Obligatoire (note)",
        "MGP: Non exercée", "EPT: Obligatoire")]
    [InlineData("elections",
        "commune: Obligatoire (note)", "CC CA CU METRO METLYON AMP MGP EPT: Non exercée")]
    [InlineData("climat-air",
        "commune: Facultative ou selon le cas (note)", "CC CA CU METRO METLYON AMP: Obligatoire dès 20001 (note)", "MGP EPT: Obligatoire")]
    public async Task Each_role_is_said_once_with_the_kinds_of_authority_that_have_it(string code, params string[] expected)
    {
        var competence = await app.JsonAsync($"{Tree}/{code}");

        Assert.Equal(expected, Elements(competence, "role").Select(role =>
            $"{string.Join(' ', Elements(role, "holder"))}: {French(role.GetProperty("roleKind"), "prefLabel")}"
            + (role.TryGetProperty("minimumPopulation", out var least) ? $" dès {least}" : "")
            + (role.TryGetProperty("comment", out _) ? " (note)" : "")));
    }

    [Fact]
    public async Task A_group_counts_an_entry_of_two_of_its_members_once()
    {
        var tree = await app.JsonAsync(Tree);
        var group = tree.GetProperty("topConcept").EnumerateArray().Single(term => CodeOf(term) is "eau");
        var sum = Elements(group, "narrower").Sum(member => Counts(member).Datasets);

        Assert.InRange(Counts(group).Datasets, 1, sum - 1);
    }

    [Fact]
    public async Task The_page_of_a_competence_says_what_the_tree_says_and_links_as_much()
    {
        foreach (var term in Terms(await app.JsonAsync(Tree)))
        {
            var page = await PageAsync(CodeOf(term));

            Assert.Equal(Counts(term), Counts(page));
            var datasets = page.GetProperty("datasets").GetProperty("totalItems").GetInt32();
            Assert.Equal(Counts(page), (datasets, Elements(page, "services").Length, Elements(page, "models").Length));
        }
    }

    [Theory]
    [InlineData("eau-potable")]
    [InlineData("subventions")]
    [InlineData("eau")]
    [InlineData("gens-du-voyage")]
    public async Task The_links_of_a_competence_lead_to_what_they_name(string code)
    {
        var page = await PageAsync(code);
        var search = page.GetProperty("datasets");
        var found = await app.JsonAsync(PathOf(search));

        Assert.Equal($"/datasets?competence={code}", PathOf(search));
        Assert.Equal(search.GetProperty("totalItems").GetInt32(), found.GetProperty("totalItems").GetInt32());
        var restricted = Elements(page, "restricted").Select(access => access.GetProperty("accessTo"));
        foreach (var link in Elements(page, "services").Concat(Elements(page, "models")).Concat(restricted))
        {
            var entry = await app.JsonAsync(PathOf(link));
            Assert.Equal(French(entry, "title"), French(link, "title"));
        }
    }

    [Fact]
    public async Task Whatever_is_not_open_stands_on_the_pages_of_its_competences_with_how_to_have_it()
    {
        var restricted = Datasets.All()
            .Select(entry => (Path: $"/datasets/{entry.Record.Id}", entry.Record.Access, entry.Record.Competences))
            .Concat(Services.All().Select(entry => (Path: $"/services/{entry.Record.Id}", entry.Record.Access, entry.Record.Competences)))
            .Where(entry => entry.Access.Regime is not "open").ToList();
        foreach (var competence in Terms(await app.JsonAsync(Tree)).Where(term => !term.TryGetProperty("narrower", out _)).Select(CodeOf))
        {
            var expected = restricted.Where(entry => entry.Competences.Contains(competence))
                .Select(entry => HowToHave(entry.Path, entry.Access));
            var shown = Elements(await PageAsync(competence), "restricted").Select(HowToHave);
            Assert.Equal(expected.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        }

        Assert.Contains(restricted, entry => entry.Path is "/services/api-particulier");
        Assert.Contains(restricted, entry => entry.Path is "/datasets/lovac-nominatif");
    }

    [Fact]
    public async Task The_access_regime_of_restricted_data_is_labelled()
    {
        var access = Elements(await PageAsync("restauration-scolaire"), "restricted")
            .Single(access => PathOf(access.GetProperty("accessTo")) is "/services/api-particulier");

        Assert.Equal("Sur habilitation", French(access.GetProperty("accessRegime"), "prefLabel"));
    }

    [Fact]
    public async Task Nothing_on_the_page_of_a_competence_passes_for_a_dataset_or_a_service()
    {
        using var response = await app.GetAsync($"{Tree}/habitat-indigne-vacance.nt");
        var triples = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("/datasets/lovac-nominatif#access>", triples, StringComparison.Ordinal);
        Assert.DoesNotContain("http://www.w3.org/ns/dcat#Data", triples, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_and_pages_follow_a_write()
    {
        await using var other = new CatalogApp();
        var database = other.Services.GetRequiredService<Database>();
        var datasets = other.Services.GetRequiredService<RecordReader<Dataset>>();
        var sample = datasets.Find("lovac-nominatif")!.Record with
        {
            Id = "lovac-essai",
            Competences = ["gens-du-voyage"],
            OtherIdentifiers = [],
            Distributions = [],
        };
        using var before = await other.GetAsync($"{Tree}/gens-du-voyage");
        database.Write("test", session => DatasetStore.Writer.Save(session, sample, new DateOnly(2026, 11, 24)));
        using var saved = await other.GetAsync($"{Tree}/gens-du-voyage", $"If-None-Match: {before.Headers.ETag}");
        database.Write("test", session => DatasetStore.Writer.Withdraw(session, sample.Id, "a test"));
        var (was, now) = (await CatalogApp.JsonOf(before), await CatalogApp.JsonOf(saved));
        var then = await other.JsonAsync($"{Tree}/gens-du-voyage");

        var count = Counts(was).Datasets;
        Assert.Equal((count + 1, count), (Counts(now).Datasets, Counts(then).Datasets));
        Assert.Equal("/datasets/lovac-essai", PathOf(Assert.Single(Elements(now, "restricted")).GetProperty("accessTo")));
        Assert.Empty(Elements(then, "restricted"));
        var term = Terms(await other.JsonAsync(Tree)).Single(term => CodeOf(term) is "gens-du-voyage");
        Assert.Equal(count, Counts(term).Datasets);
    }

    [Theory]
    [InlineData("/vocabularies/themes")]
    [InlineData("/vocabularies/themes/ENVI")]
    public async Task Other_vocabularies_count_nothing(string address)
    {
        using var response = await app.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("\"datasetCount\":", text, StringComparison.Ordinal);
    }

    private async Task<JsonElement> PageAsync(string code) => await app.JsonAsync($"{Tree}/{code}");

    /// <summary>The counts of a competence or of a group, made from the records.</summary>
    private (int Datasets, int Services, int Models) Recount(string code)
    {
        var members = app.Services.GetRequiredService<ConceptStore>().OfScheme(Schemes.Competences)
            .Where(concept => concept.Code == code || concept.Broader == code)
            .Select(concept => concept.Code)
            .ToHashSet(StringComparer.Ordinal);
        return (
            Datasets.All().Count(entry => members.Overlaps(entry.Record.Competences)),
            Services.All().Count(entry => members.Overlaps(entry.Record.Competences)),
            app.Services.GetRequiredService<RecordReader<Model>>().All().Count(entry => members.Overlaps(entry.Record.Competences)));
    }

    private static string HowToHave(string path, AccessConditions access)
    {
        var audiences = access.Audiences.Select(audience => $"{audience.Role}={audience.Condition}");
        return $"{path} {access.Regime} {string.Join(' ', audiences)} {access.RequestUrl}";
    }

    private static string HowToHave(JsonElement access)
    {
        var audiences = Elements(access, "audience")
            .Select(audience => $"{audience.GetProperty("audienceRole")}={audience.GetProperty("audienceCondition")}");
        var regime = PathOf(access.GetProperty("accessRegime"))["/vocabularies/access-regimes/".Length..];
        var page = Elements(access, "page").Select(link => link.GetProperty("id")).SingleOrDefault();
        return $"{PathOf(access.GetProperty("accessTo"))} {regime} {string.Join(' ', audiences)} {page}";
    }

    /// <summary>The terms of the tree, groups first.</summary>
    private static IEnumerable<JsonElement> Terms(JsonElement scheme)
    {
        var groups = scheme.GetProperty("topConcept").EnumerateArray().ToList();
        return groups.Concat(groups.SelectMany(group => Elements(group, "narrower")));
    }

    private static (int Datasets, int Services, int Models) Counts(JsonElement term) =>
        (
            term.GetProperty("datasetCount").GetInt32(),
            term.GetProperty("serviceCount").GetInt32(),
            term.GetProperty("modelCount").GetInt32());

    private static string CodeOf(JsonElement term) => term.GetProperty("identifier").GetString()!;

    private static string PathOf(JsonElement node) => node.GetProperty("id").GetString()![CatalogApp.BaseUrl.Length..];

    private static string French(JsonElement node, string key) => node.GetProperty(key).GetProperty("fr").GetString()!;

    private static JsonElement[] Elements(JsonElement node, string key) =>
        node.TryGetProperty(key, out var values) ? [.. values.EnumerateArray()] : [];
}
