using System.Text;
using DataCatalog.Dcat.Records;
using DataCatalog.Seeding.Reading;
using DataCatalog.Statistics;

namespace DataCatalog.Tests.Content;

/// <summary>What the whole seed must be: every row of it, beyond what each row must be by itself.</summary>
public sealed class ContentTests
{
    /// <summary>Platforms that closed or moved; an address on them leads nowhere.</summary>
    private static readonly string[] DeadHosts =
        ["geoservices.ign.fr", "wxs.ign.fr", "data.culture.gouv.fr", "www.data.gouv.fr/fr/", "etalab.github.io"];

    private static readonly Lazy<SeedReading> Whole = new(() => SeedReader.Read(Repository.PathOf("seed-data"), TimeProvider.System));

    /// <summary>What the whole seed holds, read once.</summary>
    internal static SeedContent Content => Whole.Value.Content;

    [Fact]
    public void The_whole_seed_reads_without_an_error() => Assert.Empty(Whole.Value.Errors);

    [Fact]
    public void No_publisher_stands_twice()
    {
        AssertDistinct(Content.Agents.Select(agent => Fold(agent.Name["fr"]!)));
        AssertDistinct(Content.Agents.Where(agent => agent.Siren is not null).Select(agent => agent.Siren!));
    }

    [Fact]
    public void Every_agent_publishes_or_makes_something()
    {
        var used = Content.Datasets.SelectMany(dataset => new[] { dataset.Publisher, dataset.Creator })
            .Concat(Content.Services.Select(service => service.Publisher))
            .Concat(Content.Series.Select(series => series.Publisher))
            .Append(Content.Catalog!.Publisher!).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Content.Agents, agent => !used.Contains(agent.Id));
    }

    [Fact]
    public void No_dataset_stands_twice()
    {
        AssertDistinct(Content.Datasets.Select(dataset => Fold(dataset.Title["fr"]!)));
        AssertDistinct(Content.Datasets
            .Where(dataset => dataset.LandingPage is not null)
            .Select(dataset => dataset.LandingPage!.TrimEnd('/')));
        AssertDistinct(Content.Datasets
            .SelectMany(dataset => dataset.OtherIdentifiers)
            .Select(other => $"{other.Platform}={other.Identifier}"));
    }

    [Fact]
    public void No_service_stands_twice() => AssertDistinct(Content.Services.Select(service => service.EndpointUrl.TrimEnd('/')));

    [Fact]
    public void A_service_of_a_high_value_dataset_has_its_categories()
    {
        var categories = Content.Datasets.ToDictionary(dataset => dataset.Id, dataset => dataset.HvdCategories, StringComparer.Ordinal);
        var given = Content.Datasets
            .SelectMany(dataset => dataset.Distributions.Select(distribution => (distribution.Service, dataset.Id)));
        Assert.All(Content.Services, service => Assert.Subset(
            service.HvdCategories.ToHashSet(StringComparer.Ordinal),
            service.Serves
                .Concat(given.Where(link => link.Service == service.Id).Select(link => link.Id))
                .SelectMany(id => categories[id])
                .ToHashSet(StringComparer.Ordinal)));
    }

    [Fact]
    public void Descriptions_say_enough_and_not_too_much() => Assert.All(Descriptions(), text => Assert.InRange(text.Length, 50, 1000));

    [Fact]
    public void No_description_carries_the_remarks_of_a_researcher() => Assert.All(Descriptions(), text =>
        Assert.DoesNotMatch("(?i)à confirmer|\\(à vérifier\\)|non vérifié|source_seen|factcheck|la feuille|le relevé", text));

    [Fact]
    public void No_address_leads_to_a_dead_platform() => Assert.All(Addresses(), address =>
        Assert.DoesNotContain(DeadHosts, host => address.Contains(host, StringComparison.Ordinal)));

    [Fact]
    public void Landing_pages_and_files_are_https() => Assert.All(
        Content.Datasets.Select(dataset => dataset.LandingPage)
            .Concat(Distributions().SelectMany(distribution => new[] { distribution.AccessUrl, distribution.DownloadUrl }))
            .OfType<string>(),
        address => Assert.StartsWith("https://", address, StringComparison.Ordinal));

    [Fact]
    public void A_distribution_is_not_the_landing_page()
    {
        var same = Content.Datasets
            .Where(dataset => dataset.Distributions.Any(distribution => distribution.Url == dataset.LandingPage))
            .Select(dataset => dataset.Id);
        Assert.Empty(same);
    }

    [Fact]
    public void Every_source_can_be_looked_up() => Assert.All(
        Curated().SelectMany(record => record.Provenance.Sources),
        evidence => Assert.DoesNotMatch("^(curation|reference|shared|stored copy)", evidence.Source));

    [Fact]
    public void Each_competence_is_there_with_its_legal_reference()
    {
        var competences = CompetenceCoverage.Of(Content);
        Assert.Equal(67, competences.Count);
        Assert.All(competences, row =>
        {
            Assert.NotNull(row.Competence.Competence);
            Assert.NotEmpty(row.Competence.Competence.LegalReference ?? "");
            Assert.NotEmpty(row.Competence.Competence.LegalReferenceStatus ?? "");
        });
    }

    [Fact]
    public void Every_core_competence_has_an_entry() =>
        Assert.Empty(CompetenceCoverage.Of(Content).Where(row => row.IsGap).Select(row => row.Competence.Code));

    [Fact]
    public void There_are_twenty_models_and_more_each_with_a_competence()
    {
        Assert.True(Content.Models.Count >= 20);
        Assert.All(Content.Models, model => Assert.NotEmpty(model.Competences));
        Assert.All(Content.Models.Where(model => model.Obligation.Type is "none"), model => Assert.Empty(model.Obligation.LegalBases));
    }

    /// <summary>
    /// The schema of low-emission zones says itself that they must be published, by which law (CRPA L312-1-1); no rule names the model.
    /// </summary>
    [Fact]
    public void A_model_with_an_obligation_has_a_rule_that_names_it()
    {
        var named = Content.Rules.SelectMany(rule => rule.Models).ToHashSet(StringComparer.Ordinal);
        var alone = Content.Models.Where(model => model.Obligation.Type is not "none" && !named.Contains(model.Id));
        Assert.Equal(["zones-faibles-emissions"], alone.Select(model => model.Id));
        Assert.All(
            Content.Rules.Where(rule => rule.Act is "publish" or "transmit"),
            rule => Assert.All(rule.Models.Where(id => id is not "catalogue"), id => Assert.True(
                Content.Models.Single(model => model.Id == id).Obligation.Type is not "none", $"{rule.Id} asks for {id}")));
    }

    [Fact]
    public void Ten_address_templates_and_more_say_where_the_parameter_was_read()
    {
        var templates = Distributions()
            .Where(distribution => distribution.Template is not null)
            .Select(distribution => distribution.Template!.Address)
            .ToList();
        Assert.True(templates.Count >= 10);
        Assert.Equal(templates.Count, templates.Distinct(StringComparer.Ordinal).Count());
        var rows = File.ReadAllLines(Repository.PathOf("seed-data", "distributions.csv"))
            .Where(line => line.Contains('{', StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Contains("[url_template]", row, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_restricted_dataset_says_where_or_why()
    {
        var restricted = Content.Datasets.Where(dataset => dataset.Access.Regime is not ("open" or "open-with-account")).ToList();
        Assert.NotEmpty(restricted);
        Assert.All(restricted, dataset => Assert.True(
            dataset.Access.RequestUrl is not null || dataset.Access.RestrictionReasons.Count > 0 || dataset.LandingPage is not null,
            dataset.Id));
    }

    [Fact]
    public void All_territories_of_2026_are_there()
    {
        var counts = Content.Territories.CountBy(territory => territory.Kind).ToDictionary(StringComparer.Ordinal);
        Assert.Equal(34_969, counts["commune"]);
        Assert.Equal(1_255, counts["epci"]);
        Assert.Equal(101, counts["departement"]);
        Assert.Equal(18, counts["region"]);
        Assert.Equal(11, counts["ept"]);
        Assert.Equal(45, counts["arrondissement-municipal"]);
        Assert.Equal(8, counts["collectivite"]);
        Assert.Equal(1, counts["country"]);
        Assert.Equal(4, counts["country-subset"]);
        Assert.True(counts["former-commune"] > 4_000);
    }

    [Theory]
    [InlineData("commune:35238", "Rennes", "epci:243500139", "departement:35")]
    [InlineData("commune:2A004", "Ajaccio", "departement:2A")]
    [InlineData("commune:85113", "L'Île-d'Yeu", "departement:85")]
    [InlineData("commune:97411", "Saint-Denis", "departement:974")]
    [InlineData("arrondissement-municipal:75101", "Paris 1er Arrondissement", "commune:75056")]
    [InlineData("former-commune:01018", "Arlod", "commune:01033")]
    [InlineData("region:44", "Grand Est", "country-subset:metro", "country-subset:metro-drom")]
    [InlineData("region:04", "La Réunion", "country-subset:drom", "country-subset:metro-drom")]
    [InlineData("collectivite:988", "Nouvelle-Calédonie", "country-subset:com")]
    [InlineData("country-subset:metro", "France métropolitaine", "country:FRA")]
    public void A_territory_lies_where_it_should(string id, string name, params string[] parents)
    {
        var territory = Content.Territories.Single(candidate => candidate.Id == id);
        Assert.Equal(name, territory.Name);
        Assert.All(parents, parent => Assert.Contains(parent, territory.Parents));
    }

    [Fact]
    public void Each_former_commune_has_a_name() =>
        Assert.DoesNotContain(Content.Territories, territory => territory.Name.StartsWith("Ancien code", StringComparison.Ordinal));

    [Fact]
    public void The_territories_are_small_enough_to_live_in_git() => Assert.InRange(
        Directory.EnumerateFiles(Repository.PathOf("seed-data", "territories")).Sum(file => new FileInfo(file).Length), 1, 8_000_000);

    [Fact]
    public void The_figures_of_the_documentation_are_those_of_the_seed()
    {
        const string Begin = "<!-- stats -->\n";
        var path = Repository.PathOf("docs", "content.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var head = text[..(text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)];
        Repository.AssertGenerated(head + "\n" + StatisticsReport.Write(Content), "docs", "content.md");
    }

    [Fact]
    public void Every_researched_row_is_accounted_for()
    {
        var ids = new HashSet<string>(
            [
                .. Content.Datasets.Select(record => record.Id),
                .. Content.Services.Select(record => record.Id),
                .. Content.Series.Select(record => record.Id),
                .. Content.Models.Select(record => record.Id),
            ],
            StringComparer.Ordinal);
        var rows = File.ReadAllLines(Repository.PathOf("docs", "content.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();

        Assert.Equal(307, rows.Select(row => row[1]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(rows, row =>
        {
            Assert.Contains(row[2], (string[])["dataset", "service", "series", "model", "merged", "left out"]);
            if (row[2] is "left out")
            {
                Assert.NotEmpty(row[4]);
            }
            else
            {
                Assert.Contains(row[3].Trim('`'), ids);
            }
        });
    }

    private static IEnumerable<ICuratedRecord> Curated() =>
        [.. Content.Datasets, .. Content.Services, .. Content.Series, .. Content.Models];

    private static IEnumerable<Distribution> Distributions() => Content.Datasets.SelectMany(dataset => dataset.Distributions);

    private static IEnumerable<string> Descriptions() =>
        Content.Datasets.Select(dataset => dataset.Description["fr"]!)
            .Concat(Content.Services.Select(service => service.Description["fr"]!))
            .Concat(Content.Series.Select(series => series.Description["fr"]!))
            .Concat(Content.Models.Select(model => model.Description["fr"]!));

    private static IEnumerable<string> Addresses() => Content.Datasets.Select(dataset => dataset.LandingPage)
        .Concat(Distributions()
            .SelectMany(distribution => new[] { distribution.AccessUrl, distribution.DownloadUrl, distribution.Template?.Address }))
        .Concat(Content.Services
            .SelectMany(service => new[] { service.EndpointUrl, service.EndpointDescription, service.LandingPage, service.Documentation }))
        .Concat(Content.Agents.SelectMany(agent => new[] { agent.Homepage, agent.Contact?.Url }))
        .OfType<string>();

    private static void AssertDistinct(IEnumerable<string> values) =>
        Assert.Empty(values.GroupBy(value => value, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key));

    /// <summary>Without accents, case and punctuation.</summary>
    private static string Fold(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
