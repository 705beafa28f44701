using System.Net;
using System.Text.Json;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Obligations;
using DataCatalog.Storage;
using DataCatalog.Territories;
using DataCatalog.Tests.Territories;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Obligations;

public sealed class MappingTests(CatalogApp app)
{
    [Theory]
    [InlineData("commune:44109", "deliberations", "found")]
    [InlineData("epci:244400404", "deliberations", "found")]
    [InlineData("commune:18033", "budget", "found")]
    [InlineData("commune:35238", "budget", "not-found")]
    [InlineData("commune:35238", "base-adresse-locale", "covered-nationally")]
    [InlineData("commune:35238", "decp", "covered-nationally")]
    [InlineData("commune:35238", "amenagements-cyclables", "covered-nationally")]
    [InlineData("commune:35238", "hautes-remunerations", "not-found")]
    [InlineData("commune:35238", "subventions", "not-found")]
    [InlineData("commune:35328", "subventions", "not-applicable")]
    [InlineData("commune:75056", "hautes-remunerations", "not-found")]
    [InlineData("commune:35238", "accessibilite-voirie", "undetermined")]
    [InlineData("commune:35238", "documents-urbanisme", "undetermined")]
    [InlineData("commune:35238", "sispea-indicateurs", "undetermined")]
    [InlineData("commune:35238", "stationnement-cyclable", "undetermined")]
    [InlineData("commune:35238", "prenoms", "undetermined")]
    [InlineData("commune:01033", "prenoms", "not-found")]
    [InlineData("commune:29083", "budget", "not-found")]
    [InlineData("commune:29083", "deliberations", "not-applicable")]
    [InlineData("commune:29083", "hautes-remunerations", "not-applicable")]
    [InlineData("commune:29083", "decp", "covered-nationally")]
    [InlineData("commune:97608", "decp", "covered-nationally")]
    [InlineData("commune:97701", "decp", "undetermined")]
    [InlineData("collectivite:977", "decp", "undetermined")]
    [InlineData("epci:243500139", "base-adresse-locale", "undetermined")]
    [InlineData("epci:243500139", "hautes-remunerations", "not-found")]
    [InlineData("commune:13055", "budget", "not-found")]
    [InlineData("commune:13055", "hautes-remunerations", "not-found")]
    [InlineData("commune:13055", "base-adresse-locale", "covered-nationally")]
    [InlineData("commune:04074", "deliberations", "not-applicable")]
    [InlineData("commune:04074", "decp", "covered-nationally")]
    [InlineData("commune:04074", "base-adresse-locale", "covered-nationally")]
    [InlineData("departement:93", "decp", "undetermined")]
    [InlineData("region:53", "amenagements-cyclables", "undetermined")]
    [InlineData("region:93", "decp", "undetermined")]
    public async Task A_model_stands(string territory, string model, string status) =>
        Assert.Equal(status, (await AssessmentAsync(territory, model)).GetProperty("obligationStatus").GetString());

    [Theory]
    [InlineData("country:FRA", null)]
    [InlineData("arrondissement-municipal:75101", "commune:75056")]
    [InlineData("former-commune:01018", "commune:01033")]
    public async Task What_is_no_authority_has_no_obligations_and_says_who_has(string territory, string? authority)
    {
        var mapping = await MappingAsync(territory);
        Assert.False(mapping.TryGetProperty("assessment", out _));
        Assert.False(mapping.TryGetProperty("goodPractice", out _));
        Assert.False(mapping.TryGetProperty("statusCount", out _));
        Assert.False(mapping.TryGetProperty("coveragePercent", out _));
        var comment = mapping.GetProperty("comment").GetProperty("fr").GetString();
        Assert.Contains("n'est pas une collectivité", comment, StringComparison.Ordinal);
        Assert.Equal(
            authority is null ? null : $"{CatalogApp.BaseUrl}/territories/{authority}/mapping",
            mapping.TryGetProperty("seeAlso", out var link) ? link.GetString() : null);
        Assert.NotEqual(0, mapping.GetProperty("coveringDatasets").GetProperty("totalItems").GetInt32());
    }

    [Fact]
    public async Task A_finding_shows_what_answers_and_another_commune_that_did_it()
    {
        var found = await AssessmentAsync("commune:44109", "deliberations");
        Assert.Equal("deliberations-nantes", found.GetProperty("answeredBy")[0].GetProperty("identifier").GetString());
        Assert.False(found.TryGetProperty("example", out _));

        var looking = await AssessmentAsync("commune:35238", "deliberations");
        Assert.False(looking.TryGetProperty("answeredBy", out _));
        var example = looking.GetProperty("example");
        Assert.Equal($"{CatalogApp.BaseUrl}/datasets/deliberations-nantes", example.GetProperty("primaryTopic").GetString());
        Assert.Equal($"{CatalogApp.BaseUrl}/territories/commune:44109", example.GetProperty("byTerritory").GetProperty("id").GetString());
        var obligation = looking.GetProperty("model").GetProperty("obligation");
        Assert.NotEqual(0, obligation.GetProperty("legalBasis").GetArrayLength());
    }

    [Fact]
    public async Task An_own_dataset_of_the_same_competence_without_schema_may_answer()
    {
        var candidates = (await AssessmentAsync("commune:35238", "prenoms")).GetProperty("mayBeAnsweredBy").EnumerateArray();
        Assert.Equal(["prenoms-rennes"], candidates.Select(dataset => dataset.GetProperty("identifier").GetString()));
    }

    [Fact]
    public async Task What_a_neighbouring_authority_makes_for_itself_covers_nobody_else()
    {
        using var other = new CatalogApp();
        Add(other, "conseil-departemental", dataset => dataset with { Publisher = "nantes-metropole", Territories = ["departement:35"] });
        Assert.Equal("undetermined", Status(await AssessmentAsync("commune:35238", "deliberations", other)));
        Add(other, "actes-nationaux", dataset => dataset with
        {
            Publisher = "insee",
            Territories = ["country:FRA"],
            Relation = "useful-to",
        });
        Assert.Equal("covered-nationally", Status(await AssessmentAsync("commune:35238", "deliberations", other)));
        Add(other, "actes-nationaux", dataset => dataset with
        {
            Publisher = "insee",
            Territories = ["country:FRA"],
            Relation = "useful-to",
            Coverage = "pilot",
        });
        Assert.Equal("undetermined", Status(await AssessmentAsync("commune:35238", "deliberations", other)));
    }

    [Fact]
    public async Task The_example_is_the_commune_nearest_in_population()
    {
        using var other = new CatalogApp();
        Add(other, "deliberations-01033", dataset => dataset with { Publisher = "nantes-metropole", Territories = ["commune:01033"] });
        Assert.Equal("commune:01033", Example(await AssessmentAsync("commune:01001", "deliberations", other)));
        Assert.Equal("commune:44109", Example(await AssessmentAsync("commune:35238", "deliberations", other)));

        static string? Example(JsonElement assessment) =>
            assessment.GetProperty("example").GetProperty("byTerritory").GetProperty("id").GetString()!.Split('/')[^1];
    }

    [Theory]
    [InlineData("commune:35238")]
    [InlineData("epci:243500139")]
    [InlineData("departement:93")]
    [InlineData("commune:75056")]
    public async Task The_searches_that_are_linked_have_as_many_answers(string territory)
    {
        var mapping = await MappingAsync(territory);
        var parts = mapping.GetProperty("competenceMapping").EnumerateArray()
            .SelectMany(group => group.GetProperty("competenceMapping").EnumerateArray().Prepend(group))
            .Prepend(mapping);
        foreach (var list in parts.SelectMany(part => new[] { part.GetProperty("ownDatasets"), part.GetProperty("coveringDatasets") }))
        {
            var address = list.GetProperty("id").GetString()!;
            var found = await app.JsonAsync($"{address[CatalogApp.BaseUrl.Length..]}&pageSize=1");
            Assert.Equal(found.GetProperty("totalItems").GetInt32(), list.GetProperty("totalItems").GetInt32());
            Assert.Equal(address, found.GetProperty("id").GetString());
        }
    }

    [Fact]
    public async Task The_coverage_is_what_its_formula_says()
    {
        var counts = Counts(await MappingAsync("commune:35238"));
        var answered = counts["found"] + counts["covered-nationally"];
        Assert.Equal(
            100 * answered / (answered + counts["not-found"]),
            (await MappingAsync("commune:35238")).GetProperty("coveragePercent").GetInt32());
        Assert.False((await MappingAsync("departement:93")).TryGetProperty("coveragePercent", out _));
    }

    [Fact]
    public async Task A_competence_narrows_all_of_it()
    {
        var mapping = await app.JsonAsync("/territories/commune:35238/mapping?competence=finances-contrats");
        Assert.Equal(["finances-contrats"], mapping.GetProperty("competenceMapping").EnumerateArray().Select(CodeOf));
        string[] models = [.. Assessments(mapping).Select(ModelOf).Order(StringComparer.Ordinal)];
        Assert.Equal(["achats-reemploi-recycle", "budget", "decp", "donnees-delegataire", "subventions"], models);
        Assert.Equal(models.Length, Counts(mapping).Values.Sum());

        using var wrong = await app.GetAsync("/territories/commune:35238/mapping?competence=deliberation");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var text = await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("the nearest are deliberations", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_code_gives_the_present_territory()
    {
        var mapping = await MappingAsync("commune:01018");
        Assert.Equal($"{CatalogApp.BaseUrl}/territories/commune:01033/mapping", mapping.GetProperty("id").GetString());
        Assert.Equal("commune:01018", mapping.GetProperty("spatial")[0].GetProperty("resolvedFrom").GetString());
    }

    [Theory]
    [InlineData("commune:99999")]
    [InlineData("35238")]
    [InlineData("region:35")]
    public async Task An_unknown_code_is_not_found(string id)
    {
        using var response = await app.GetAsync($"/territories/{id}/mapping");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("text/turtle")]
    [InlineData("application/rdf+xml")]
    [InlineData("application/n-triples")]
    public async Task It_comes_in_all_syntaxes(string mediaType)
    {
        using var response = await app.GetAsync("/territories/commune:35238/mapping", $"Accept: {mediaType}");
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(response.Headers.ETag);
    }

    /// <summary>
    /// Asks for every territory of the small kinds over HTTP, and for each seventh of the large ones: the numbers are those of a plain
    /// recount, and nobody is blamed. <see cref="WholeMapTests"/> visits all of them below HTTP.
    /// </summary>
    [Fact]
    [Trait("Speed", "Slow")]
    public async Task All_territories_have_a_mapping_whose_totals_agree()
    {
        var datasets = app.Services.GetRequiredService<RecordReader<Dataset>>().All()
            .Select(entry => entry.Record).ToList();
        var obligations = app.Services.GetRequiredService<RecordReader<Model>>().All()
            .Count(model => model.Record.Obligation.Type is not "none");
        var places = app.Services.GetRequiredService<TerritoryIndexes>().Current;
        var met = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < places.Count; number += places.KindOf(number) is "commune" or "former-commune" or "epci" ? 7 : 1)
        {
            var id = places.IdOf(number);
            var mapping = await MappingAsync(id);
            var above = places.Above(number).Select(places.IdOf).ToHashSet(StringComparer.Ordinal);
            var members = places.Members(number)
                .Select(member => places.Above(member).Select(places.IdOf).ToHashSet(StringComparer.Ordinal))
                .ToList();
            var own = datasets.Count(dataset => IsLocal(dataset) && dataset.Territories.Contains(id, StringComparer.Ordinal));
            Assert.Equal(own, mapping.GetProperty("ownDatasets").GetProperty("totalItems").GetInt32());
            bool Covers(Dataset dataset) => dataset.Territories.Any(above.Contains)
                || (members.Count > 0 && members.TrueForAll(member => dataset.Territories.Any(member.Contains)));
            Assert.Equal(
                datasets.Count(Covers),
                mapping.GetProperty("coveringDatasets").GetProperty("totalItems").GetInt32());
            var groups = mapping.GetProperty("competenceMapping").EnumerateArray()
                .SelectMany(group => group.GetProperty("competenceMapping").EnumerateArray());
            foreach (var group in groups)
            {
                Assert.Equal(
                    datasets.Count(dataset => dataset.Competences.Contains(CodeOf(group), StringComparer.Ordinal)
                        && IsLocal(dataset) && dataset.Territories.Contains(id, StringComparer.Ordinal)),
                    group.GetProperty("ownDatasets").GetProperty("totalItems").GetInt32());
            }

            var counts = Counts(mapping);
            Assert.Equal(counts.Count == 0 ? 0 : obligations, counts.Values.Sum());
            foreach (var status in Assessments(mapping).CountBy(Status, StringComparer.Ordinal))
            {
                Assert.Equal(counts[status.Key], status.Value);
                met.Add(status.Key);
            }

            Assert.DoesNotContain("manquant", mapping.GetRawText(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("missing", mapping.GetRawText(), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(AssessmentStatus.All.Select(status => status.Code).Order(StringComparer.Ordinal), met.Order(StringComparer.Ordinal));
    }

    private static bool IsLocal(Dataset dataset) => dataset.Relation is "produced-by-local-authorities";

    private static void Add(CatalogApp other, string id, Func<Dataset, Dataset> change)
    {
        var datasets = other.Services.GetRequiredService<RecordReader<Dataset>>();
        var dataset = datasets.Find("deliberations-nantes")!.Record with
        {
            Id = id,
            Distributions = [],
            OtherIdentifiers = [],
            ConformsTo = ["scdl-deliberations"],
        };
        other.Services.GetRequiredService<Database>().Write("test", session =>
            DatasetStore.Writer.Save(session, change(dataset), new DateOnly(2026, 11, 24)));
    }

    private Task<JsonElement> MappingAsync(string territory) => app.JsonAsync($"/territories/{territory}/mapping");

    private async Task<JsonElement> AssessmentAsync(string territory, string model, CatalogApp? other = null)
    {
        var mapping = await (other ?? app).JsonAsync($"/territories/{territory}/mapping");
        return Assessments(mapping).Concat(mapping.GetProperty("goodPractice").EnumerateArray())
            .Single(assessment => string.Equals(ModelOf(assessment), model, StringComparison.Ordinal));
    }

    private static JsonElement[] Assessments(JsonElement mapping) =>
        mapping.TryGetProperty("assessment", out var assessments) ? [.. assessments.EnumerateArray()] : [];

    private static Dictionary<string, int> Counts(JsonElement mapping) => mapping.TryGetProperty("statusCount", out var counts)
        ? counts.EnumerateArray().ToDictionary(
            count => count.GetProperty("notation").GetString()!,
            count => count.GetProperty("count").GetInt32(),
            StringComparer.Ordinal)
        : [];

    private static string ModelOf(JsonElement assessment) => assessment.GetProperty("model").GetProperty("identifier").GetString()!;

    private static string Status(JsonElement assessment) => assessment.GetProperty("obligationStatus").GetString()!;

    private static string CodeOf(JsonElement competence) =>
        competence.GetProperty("theme")[0].GetProperty("id").GetString()!.Split('/')[^1];
}
