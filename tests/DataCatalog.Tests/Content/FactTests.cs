using System.Text.RegularExpressions;
using DataCatalog.Dcat.Records;
using DataCatalog.Seeding.Reading;

namespace DataCatalog.Tests.Content;

/// <summary>The kinds of wrong fact that readers found in the seed, each looked for in all of it.</summary>
public sealed partial class FactTests
{
    /// <summary>The frequencies of data that no longer change.</summary>
    private static readonly string[] Ended = ["NEVER", "NOT_PLANNED"];

    private static SeedContent Content => ContentTests.Content;

    [Fact]
    public void At_most_sixty_datasets_have_no_distribution_and_at_least_120_a_direct_download()
    {
        Assert.InRange(Content.Datasets.Count(dataset => dataset.Distributions.Count == 0), 0, 60);
        Assert.InRange(
            Content.Datasets.Count(dataset => dataset.Distributions.Any(distribution => distribution.DownloadUrl is not null)),
            120,
            Content.Datasets.Count);
    }

    [Fact]
    public void A_dataset_of_the_whole_of_France_says_where_its_area_was_read() => AssertNone(
        Content.Datasets.Where(dataset => dataset.Territories.Contains("country:FRA", StringComparer.Ordinal)
            && !dataset.Provenance.Sources.Any(source => source.Fact is "territories")));

    /// <summary>Their networks end where the zones of other distributors begin: no overseas territory is theirs.</summary>
    [Theory]
    [InlineData("enedis")]
    [InlineData("grdf")]
    public void An_operator_of_metropolitan_networks_covers_no_overseas_territory(string operatorId)
    {
        var its = Content.Datasets.Where(dataset => dataset.Publisher == operatorId).ToList();
        Assert.NotEmpty(its);
        AssertNone(its.Where(dataset => dataset.Territories.Any(id => id is "country:FRA" or "country-subset:metro-drom"
            or "country-subset:drom" or "country-subset:com" || id.StartsWith("collectivite:", StringComparison.Ordinal))));
    }

    [Fact]
    public void Data_that_go_on_have_no_end() => AssertNone(Content.Datasets.Where(dataset =>
        dataset.Temporal?.End is not null
        && dataset.Frequency is { } frequency
        && !Ended.Contains(frequency, StringComparer.Ordinal)
        && !Year.IsMatch(dataset.Title["fr"]!)));

    [Fact]
    public void An_edition_offers_a_file_of_its_year() => AssertNone(Content.Datasets.Where(dataset =>
    {
        var years = YearsOf(dataset.Title["fr"]!).ToList();
        var offered = dataset.Distributions.SelectMany(distribution => YearsOf(distribution.Title["fr"]!)).ToList();
        return years.Count > 0 && offered.Count > 0 && !offered.Contains(years[^1], StringComparer.Ordinal);
    }));

    /// <summary>Only the second version of the API of Géorisques needs a token; its first one, which is named, is open.</summary>
    [Fact]
    public void What_needs_a_key_or_a_sign_in_is_not_called_open() => Assert.Empty(
        from service in Content.Services
        where service.Access.Regime is "open"
            && service.Id is not "georisques-api"
            && service.Provenance.Sources.Select(source => source.Source).Append(service.Description["fr"]!).Any(KeyNeeded.IsMatch)
        select service.Id);

    [Fact]
    public void Editions_of_one_series_have_the_same_high_value_categories() => Assert.All(
        Content.Datasets.Where(dataset => dataset.Series is not null).GroupBy(dataset => dataset.Series!, StringComparer.Ordinal),
        series => Assert.Single(
            series.Select(dataset => string.Join('|', dataset.HvdCategories)).Distinct(StringComparer.Ordinal)));

    [Fact]
    public void Counts_of_one_producer_about_the_same_people_keep_the_same_secret() => Assert.All(
        Content.Datasets
            .Where(dataset => dataset.PersonalData is "none" or "statistical-secret")
            .GroupBy(dataset => (dataset.Publisher, Family: dataset.Id.Split('-')[0]))
            .Where(family => family.Key.Family is "caf" or "filosofi"),
        family => Assert.Single(family.Select(dataset => dataset.PersonalData).Distinct(StringComparer.Ordinal)));

    [Fact]
    public void Schemas_of_the_national_register_have_one_kind_of_address()
    {
        const string Register = "https://schema.data.gouv.fr/";
        var standards = Content.Concepts
            .Where(concept => concept.Scheme is Schemes.Standards && concept.Iri?.StartsWith(Register, StringComparison.Ordinal) == true)
            .ToList();
        Assert.True(standards.Count > 25);
        Assert.All(standards, standard =>
        {
            var name = standard.Page![Register.Length..];
            Assert.Equal(2, name.Split('/').Length);
            Assert.StartsWith($"{Register}schemas/{name}/", standard.Iri, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_text_of_law_is_found_in_a_repository_of_code() => Assert.Empty(
        Content.Rules.Where(rule => rule.ArticleUrl?.Contains("github", StringComparison.Ordinal) == true).Select(rule => rule.Id));

    [Fact]
    public void A_size_in_bytes_is_that_of_a_file() => Assert.All(
        Content.Datasets.SelectMany(dataset => dataset.Distributions).Where(distribution => distribution.ByteSize is not null),
        distribution => Assert.InRange(distribution.ByteSize!.Value, 100, 1_000_000_000_000));

    private static IEnumerable<string> YearsOf(string text) => Year.Matches(text).Select(match => match.Value);

    private static void AssertNone(IEnumerable<Dataset> datasets) => Assert.Empty(datasets.Select(dataset => dataset.Id));

    [GeneratedRegex(@"\b(19|20)[0-9]{2}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Year { get; }

    [GeneratedRegex(
        @"X-[A-Za-z-]*(KEY|TOKEN)|api[ _-]?key|Authorization|\bjeton\b|\bclé d.(API|accès)|/api/connexion",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex KeyNeeded { get; }
}
