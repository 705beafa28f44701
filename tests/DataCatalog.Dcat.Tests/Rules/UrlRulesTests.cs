using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Tests.Rules;

public sealed class UrlRulesTests
{
    [Theory]
    [InlineData("https://example.org")]
    [InlineData("http://example.org/a?b=c#d")]
    [InlineData("https://example.org/été")]
    [InlineData("https://example.org:8443/%20")]
    public void Absolute_web_addresses_are_taken(string url) => Assert.Empty(Validation.Of(Valid.Dataset with { LandingPage = url }));

    [Theory]
    [InlineData("")]
    [InlineData("example.org")]
    [InlineData("/datasets")]
    [InlineData("//example.org")]
    [InlineData("ftp://example.org/file")]
    [InlineData("mailto:a@example.org")]
    [InlineData("https://")]
    [InlineData("https://user:secret@example.org")]
    [InlineData("https://example.org/a b")]
    [InlineData("https://example.org/{id}")]
    [InlineData("https://example.org/<x>")]
    [InlineData("https://example.org:99999/")]
    [InlineData(" https://example.org")]
    [InlineData("https://a.example.fr/x?a[b]=1")]
    [InlineData("https://a.example.fr/%zz")]
    [InlineData("https://a.example.fr/100%")]
    [InlineData("https://a.example.fr/#/a#b")]
    [InlineData("https://a.example.fr/\u200Bx")]
    [InlineData("#N/A")]
    public void Other_addresses_are_refused(string url)
    {
        var failures = Validation.Of(Valid.Dataset with { LandingPage = url });
        Validation.Single(failures, "landingPage", "absolute http or https URL");
        Assert.Equal(url, failures[0].AttemptedValue);
    }

    [Fact]
    public void The_message_names_the_character_and_its_place() => Validation.Single(
        Validation.Of(Valid.Dataset with { LandingPage = "https://a.example.fr/x?a[b]=1" }),
            "landingPage", "'[' at character 25 must be percent-encoded (RFC 3987)");

    [Fact]
    public void Every_address_of_a_dataset_is_looked_at()
    {
        var dataset = Valid.Dataset with
        {
            LandingPage = "x",
            Access = new AccessConditions("open") { RequestUrl = "x" },
            ReuseExample = new ReuseExample(LanguageMap.Of("Exemple"), "x", null),
            Distributions = [Valid.Distribution with { AccessUrl = "x", DownloadUrl = "y" }],
        };
        var paths = Validation.Of(dataset).Select(failure => failure.PropertyName).Order(StringComparer.Ordinal);
        Assert.Equal(
            "access.requestUrl distributions[0].accessUrl distributions[0].downloadUrl landingPage reuseExample.url",
            string.Join(' ', paths));
    }

    [Fact]
    public void Every_address_of_a_service_is_looked_at()
    {
        var service = Valid.Service with { EndpointUrl = "x", EndpointDescription = "x", LandingPage = "x", Documentation = "x" };
        var paths = Validation.Of(service).Select(failure => failure.PropertyName).Order(StringComparer.Ordinal);
        Assert.Equal("documentation endpointDescription endpointUrl landingPage", string.Join(' ', paths));
    }

    [Theory]
    [InlineData("opendata@rennes.fr", true)]
    [InlineData("prenom.nom+data@sous.domaine.example.org", true)]
    [InlineData("opendata", false)]
    [InlineData("opendata@rennes", false)]
    [InlineData("open data@rennes.fr", false)]
    [InlineData("a@b@rennes.fr", false)]
    [InlineData("opendata@.fr", false)]
    [InlineData("opendata.@rennes.fr", false)]
    [InlineData("<opendata@rennes.fr>", false)]
    public void A_contact_has_an_address_that_can_be_written_to(string email, bool valid)
    {
        var failures = Validation.Of(Valid.Agent with { Contact = new Contact("Service données", email, null) });
        Assert.Equal(valid, failures.Count == 0);
        Assert.All(failures, failure => Assert.Equal("contact.email", failure.PropertyName));
    }

    [Fact]
    public void A_contact_without_any_address_is_refused() =>
        Validation.Single(
            Validation.Of(Valid.Agent with { Contact = new Contact("Service données", null, null) }), "contact.email", "or a URL");
}
