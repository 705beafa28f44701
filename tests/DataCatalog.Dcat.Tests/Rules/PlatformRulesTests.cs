using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Tests.Rules;

/// <summary>The addresses of an entry on other platforms and the identifiers that it names there.</summary>
public sealed class PlatformRulesTests
{
    [Theory]
    [InlineData("https://www.data.gouv.fr/datasets/eau")]
    [InlineData("https://www.data.gouv.fr/fr/datasets/eau/")]
    [InlineData("http://data.gouv.fr/datasets/eau#resources")]
    [InlineData("https://www.data.gouv.fr/datasets/eau?page=2")]
    [InlineData("https://www.data.gouv.fr/datasets/5d8341258b4c414709e809e9")]
    [InlineData("https://www.data.gouv.fr/datasets/")]
    [InlineData("https://www.data.gouv.fr/fr/datasets/r/17a6bc80-297a-4dc2-b98c-3edc12161bc0")]
    [InlineData("https://www.data.gouv.fr/datasets/search?q=eau")]
    [InlineData("https://www.data.gouv.fr/dataservices/autre")]
    [InlineData("https://www.data.gouv.fr/api/1/datasets/r/17a6bc80-297a-4dc2-b98c-3edc12161bc0")]
    [InlineData("https://example.org/datasets/autre")]
    public void The_page_of_the_record_that_a_dataset_names_is_right(string address) =>
        Assert.Empty(Validation.Of(Named("data.gouv.fr", "eau") with { LandingPage = address }));

    [Theory]
    [InlineData("https://www.data.gouv.fr/datasets/autre", "autre")]
    [InlineData("https://www.data.gouv.fr/fr/datasets/autre/", "autre")]
    [InlineData("https://data.gouv.fr/datasets/eau-potable", "eau-potable")]
    [InlineData("https://www.data.gouv.fr:443/fr/datasets/autre", "autre")]
    [InlineData("HTTPS://WWW.DATA.GOUV.FR/datasets/autre", "autre")]
    [InlineData("https://www.data.gouv.fr/datasets/qualit%C3%A9", "qualité")]
    public void The_page_of_another_record_is_refused(string address, string record) => Validation.Single(
        Validation.Of(Named("data.gouv.fr", "eau") with { LandingPage = address }),
        "landingPage", $"'data.gouv.fr={record}' among the other identifiers, because this is the page of that record");

    [Theory]
    [InlineData("api.gouv.fr")]
    [InlineData(null)]
    public void A_dataset_that_names_no_record_on_the_platform_of_its_page_is_refused(string? platform) => Validation.Single(
        Validation.Of((platform is null ? Valid.Dataset : Named(platform, "eau")) with
        {
            LandingPage = "https://www.data.gouv.fr/datasets/eau",
        }),
        "landingPage", "'data.gouv.fr=eau' among the other identifiers");

    [Fact]
    public void One_of_several_records_is_enough() => Assert.Empty(Validation.Of(Valid.Dataset with
    {
        OtherIdentifiers = [new OtherIdentifier("data.gouv.fr", "vin"), new OtherIdentifier("data.gouv.fr", "eau")],
        LandingPage = "https://www.data.gouv.fr/datasets/eau",
    }));

    [Fact]
    public void The_addresses_of_distributions_are_looked_at_too() => Assert.Equal(
        ["distributions[0].accessUrl", "distributions[0].downloadUrl"],
        Validation.Of(Named("data.gouv.fr", "eau") with
        {
            Distributions =
            [
                Valid.Distribution with
                {
                    AccessUrl = "https://www.data.gouv.fr/datasets/vin#resources", DownloadUrl = "https://www.data.gouv.fr/datasets/vin",
                },
            ],
        }).Select(failure => failure.PropertyName).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("https://www.data.gouv.fr/dataservices/autre", "data.gouv.fr=autre")]
    [InlineData("https://api.gouv.fr/les-api/autre", "api.gouv.fr=autre")]
    public void Each_address_of_a_service_is_looked_at(string address, string record)
    {
        var service = Valid.Service with { OtherIdentifiers = [new OtherIdentifier("data.gouv.fr", "api-eau")] };

        Validation.Single(Validation.Of(service with { LandingPage = address }), "landingPage", $"'{record}' among");
        Validation.Single(Validation.Of(service with { Documentation = address }), "documentation", $"'{record}' among");
        Validation.Single(Validation.Of(service with { EndpointDescription = address }), "endpointDescription", $"'{record}' among");
        Validation.Single(Validation.Of(service with { EndpointUrl = address }), "endpointUrl", $"'{record}' among");
    }

    [Theory]
    [InlineData("https://www.data.gouv.fr/dataservices/api-eau/")]
    [InlineData("https://www.data.gouv.fr/datasets/eau")]
    [InlineData("https://api.gouv.fr/documentation/autre")]
    public void A_service_may_point_to_its_own_record_and_to_pages_of_other_kinds(string address) => Assert.Empty(Validation.Of(
        Valid.Service with { OtherIdentifiers = [new OtherIdentifier("data.gouv.fr", "api-eau")], LandingPage = address }));

    [Theory]
    [InlineData("data.gouv.fr", false, "https://www.data.gouv.fr/datasets/eau")]
    [InlineData("data.gouv.fr", true, "https://www.data.gouv.fr/dataservices/eau")]
    [InlineData("api.gouv.fr", true, "https://api.gouv.fr/les-api/eau")]
    [InlineData("api.gouv.fr", false, null)]
    [InlineData("data.example.org", true, null)]
    public void A_record_has_a_page_where_the_form_of_addresses_is_known(string platform, bool isService, string? page) =>
        Assert.Equal(page, Platforms.PageOf(new OtherIdentifier(platform, "eau"), isService));

    private static Dataset Named(string platform, string identifier) =>
        Valid.Dataset with { OtherIdentifiers = [new OtherIdentifier(platform, identifier)] };
}
