using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;
using FluentValidation.Results;

namespace DataCatalog.Dcat.Tests.Rules;

/// <summary>What records must be together.</summary>
public sealed class CatalogRulesTests
{
    private static readonly Dataset First = Valid.Dataset with { LandingPage = "https://example.org/water" };

    private static readonly Dataset Second = Valid.Dataset with
    {
        Id = "wine",
        Title = LanguageMap.Of("Caves"),
        LandingPage = "https://example.org/wine",
    };

    [Fact]
    public void Different_records_have_no_fault() => Assert.Empty(Of(First, Second));

    [Theory]
    [InlineData("Qualité de l'eau")]
    [InlineData("QUALITÉ  de l'eau")]
    public void No_publisher_has_two_datasets_with_one_title(string title)
    {
        var twin = Second with { Title = LanguageMap.Of(title) };
        Validation.Single(Of(First, twin), "datasets[1].title.fr", "and 'water' has it");
        Assert.Empty(Of(First, twin with { Publisher = "vannes" }));
    }

    [Theory]
    [InlineData("https://example.org/water")]
    [InlineData("http://EXAMPLE.org/water/")]
    public void No_two_datasets_have_one_page(string page) =>
        Validation.Single(Of(First, Second with { LandingPage = page }), "datasets[1].landingPage", "and 'water' has it");

    [Theory]
    [InlineData("https://example.org/water?year=2025")]
    [InlineData("https://example.org/water#2025")]
    [InlineData("https://example.org/Water")]
    public void Addresses_that_differ_in_their_path_query_or_fragment_are_different(string page) =>
        Assert.Empty(Of(First, Second with { LandingPage = page }));

    [Fact]
    public void What_one_dataset_has_twice_is_the_concern_of_its_own_rules() => Assert.Empty(Of(First with
    {
        Distributions = [Valid.Distribution, Valid.Distribution],
        OtherIdentifiers = [new("data.gouv.fr", "x"), new("data.gouv.fr", "x")],
    }));

    [Fact]
    public void Editions_of_a_series_share_its_file()
    {
        var file = Valid.Distribution with { DownloadUrl = "https://example.org/all.csv" };
        Assert.Empty(Of(
            First with { Series = "water-series", Distributions = [file] },
            Second with { Series = "water-series", Distributions = [file with { Id = "wine-1" }] }));
    }

    [Fact]
    public void An_address_without_a_file_is_told_where_it_stands() => Validation.Single(
        Of(
            First with { Distributions = [Valid.Distribution] },
            Second with { Distributions = [Valid.Distribution with { Id = "wine-1" }] }),
        "datasets[1].distributions[0].accessUrl",
        "an address that no distribution of another dataset has, and 'water' has it");

    [Fact]
    public void Two_platforms_may_give_one_identifier() => Assert.Empty(Of(
        First with { OtherIdentifiers = [new("data.gouv.fr", "x")] }, Second with { OtherIdentifiers = [new("data.europa.eu", "x")] }));

    [Fact]
    public void Editions_of_a_series_share_its_page() => Assert.Empty(Of(
        First with { Series = "water-series" }, Second with { Series = "water-series", LandingPage = First.LandingPage }));

    [Fact]
    public void The_home_page_of_a_site_is_shared_on_purpose() =>
        Assert.Empty(Of(First with { LandingPage = "https://example.org" }, Second with { LandingPage = "https://example.org/" }));

    [Fact]
    public void No_two_datasets_have_one_file()
    {
        var file = Valid.Distribution with { DownloadUrl = "https://example.org/file.csv" };
        Validation.Single(
            Of(
                First with { Distributions = [file] },
                Second with { Distributions = [file with { Id = "wine-1", AccessUrl = "https://example.org/2" }] }),
            "datasets[1].distributions[0].downloadUrl",
            "and 'water' has it");
    }

    [Fact]
    public void Files_may_share_an_access_page_and_datasets_a_service()
    {
        var file = Valid.Distribution with { DownloadUrl = "https://example.org/1.csv" };
        var other = file with { Id = "water-2", DownloadUrl = "https://example.org/2.csv" };
        Assert.Empty(Of(First with { Distributions = [file, other] }, Second));
        var service = Valid.Distribution with { Service = "water-api" };
        Assert.Empty(Of(First with { Distributions = [service] }, Second with { Distributions = [service with { Id = "wine-1" }] }));
    }

    [Fact]
    public void No_two_distributions_have_one_id_whatever_their_datasets() => Validation.Single(
        Of(
            First with { Distributions = [Valid.Distribution with { Id = "water-2-1" }] },
            Second with
            {
                Id = "water-2",
                Distributions = [Valid.Distribution with { Id = "water-2-1", AccessUrl = "https://example.org/2" }],
            }),
        "datasets[1].distributions[0].id",
        "one of the dataset 'water' has it");

    [Fact]
    public void No_two_datasets_and_no_two_services_have_one_identifier_elsewhere()
    {
        OtherIdentifier[] same = [new("data.gouv.fr", "x")];
        Validation.Single(
            Of(First with { OtherIdentifiers = same }, Second with { OtherIdentifiers = same }),
            "datasets[1].otherIdentifiers[0]", "and 'water' has it");
        Validation.Single(
            Of(new CatalogRecords
            {
                Services =
                [
                    Valid.Service with { OtherIdentifiers = same },
                    Valid.Service with { Id = "wine-api", OtherIdentifiers = same },
                ],
            }),
            "services[1].otherIdentifiers[0]",
            "and 'water-api' has it");
        Assert.Empty(Of(new CatalogRecords
        {
            Datasets = [First with { OtherIdentifiers = same }],
            Services = [Valid.Service with { OtherIdentifiers = same }],
        }));
    }

    [Fact]
    public void Datasets_services_and_series_share_one_space_of_ids()
    {
        Validation.Single(
            Of(new CatalogRecords { Datasets = [First], Services = [Valid.Service with { Id = "water" }] }),
            "services[0].id", "a dataset has it");
        Validation.Single(
            Of(new CatalogRecords { Datasets = [First], Series = [Valid.Series with { Id = "water" }] }),
            "series[0].id", "a dataset has it");
        Validation.Single(
            Of(new CatalogRecords { Services = [Valid.Service], Series = [Valid.Series with { Id = "water-api" }] }),
            "series[0].id", "a service has it");
    }

    [Fact]
    public void No_two_records_of_a_kind_have_one_id()
    {
        Validation.Single(Of(First, First), "datasets[1].id", "a dataset has it");
        Validation.Single(Of(new CatalogRecords { Agents = [Valid.Agent, Valid.Agent] }), "agents[1].id", "no other");
        Validation.Single(Of(new CatalogRecords { Concepts = [Valid.Concept, Valid.Concept] }), "concepts[1].code", "no other");
        Validation.Single(Of(new CatalogRecords { Territories = [Valid.Territory, Valid.Territory] }), "territories[1].code", "no other");
        Validation.Single(Of(new CatalogRecords { Models = [Valid.Model, Valid.Model] }), "models[1].id", "no other");
        Validation.Single(Of(new CatalogRecords { Schemes = [Valid.Scheme, Valid.Scheme] }), "schemes[1].id", "no other");
    }

    [Fact]
    public void No_two_agents_have_one_siren()
    {
        var agent = Valid.Agent with { Siren = "213502388" };
        Validation.Single(
            Of(new CatalogRecords { Agents = [agent, agent with { Id = "ville-de-rennes" }] }), "agents[1].siren", "and 'rennes' has it");
    }

    [Fact]
    public void Broader_terms_make_no_circle()
    {
        var air = Valid.Concept with { Code = "AIR", Broader = "ENVI" };
        Validation.Single(
            Of(new CatalogRecords { Concepts = [Valid.Concept with { Broader = "AIR" }, air] }),
            "concepts[0].broader", "there is ENVI -> AIR -> ENVI");
        Assert.Empty(Of(new CatalogRecords { Concepts = [Valid.Concept, air] }));
    }

    [Fact]
    public void Every_circle_is_told_once_and_without_the_terms_that_lead_into_it()
    {
        Concept[] concepts = [Term("a", "b"), Term("b", "c"), Term("c", "b"), Term("d", "e"), Term("e", "d")];
        var failures = Of(new CatalogRecords { Concepts = concepts });
        Assert.Equal(
            [
                ("concepts[1].broader", "no circle of broader terms, and there is b -> c -> b"),
                ("concepts[3].broader", "no circle of broader terms, and there is d -> e -> d"),
            ],
            failures.Select(failure => (failure.PropertyName, failure.ErrorMessage)));
    }

    [Fact]
    public void A_term_above_itself_is_the_concern_of_its_own_rules() =>
        Assert.Empty(Of(new CatalogRecords { Concepts = [Term("a", "a")] }));

    private static Concept Term(string code, string broader) => Valid.Concept with { Code = code, Broader = broader };

    private static List<ValidationFailure> Of(params Dataset[] datasets) => Of(new CatalogRecords { Datasets = datasets });

    private static List<ValidationFailure> Of(CatalogRecords records) => new CatalogValidator().Validate(records).Errors;
}
