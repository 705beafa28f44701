using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Tests.Rules;

/// <summary>The rules on platforms with a default licence, and on the datasets that name them.</summary>
public sealed class DefaultLicenceRulesTests
{
    private static readonly Concept Portal = Valid.Concept with
    {
        Scheme = Schemes.Platforms,
        Code = "portal",
        Platform = new Platform(["example.org"], "lo-2.0"),
    };

    [Fact]
    public void A_platform_has_hosts_and_may_set_a_licence()
    {
        Assert.Empty(Validation.Of(Portal));
        Assert.Empty(Validation.Of(Portal with { Platform = new Platform(["data.example.org", "example.org"], null) }));
    }

    [Theory]
    [InlineData("https://example.org")]
    [InlineData("example")]
    [InlineData("127.0.0.1")]
    [InlineData("example.org/data")]
    [InlineData("")]
    public void What_is_no_host_is_refused(string host) => Assert.Equal(
        "platform.hosts[0]", Assert.Single(Validation.Of(Portal with { Platform = new Platform([host], null) })).PropertyName);

    [Fact]
    public void A_host_is_named_once_and_at_least_one_is_named()
    {
        Assert.NotEmpty(Validation.Of(Portal with { Platform = new Platform(["example.org", "EXAMPLE.org"], null) }));
        Assert.Equal("platform.hosts", Assert.Single(Validation.Of(Portal with { Platform = new Platform([], null) })).PropertyName);
    }

    [Fact]
    public void Only_a_platform_has_hosts_and_every_platform_has_them()
    {
        Assert.Equal("platform", Assert.Single(Validation.Of(Portal with { Platform = null })).PropertyName);
        Assert.Equal("platform", Assert.Single(Validation.Of(Valid.Concept with { Platform = Portal.Platform })).PropertyName);
    }

    [Fact]
    public void A_licence_that_does_not_exist_is_no_default() => Assert.Equal(
        "platform.defaultLicence",
        Assert.Single(Validation.Of(Portal with { Platform = new Platform(["example.org"], "lo") })).PropertyName);

    [Theory]
    [InlineData("https://example.org/water", null, null)]
    [InlineData(null, "https://EXAMPLE.org/water", null)]
    [InlineData(null, "https://elsewhere.org", "https://example.org/water.csv")]
    public void A_dataset_names_a_platform_on_which_it_has_an_address(string? page, string? access, string? download) =>
        Assert.Empty(Validation.Of(At(page, access, download)));

    [Theory]
    [InlineData("https://elsewhere.org/water", null, null)]
    [InlineData("https://example.org.elsewhere.org/water", "https://elsewhere.org/?example.org", null)]
    [InlineData(null, null, null)]
    public void Another_platform_is_refused(string? page, string? access, string? download)
    {
        var error = Assert.Single(Validation.Of(At(page, access, download)));
        Assert.Equal("platform", error.PropertyName);
        Assert.Equal("a platform on which the dataset has an address: example.org", error.ErrorMessage);
    }

    private static Dataset At(string? page, string? access, string? download) => Valid.Dataset with
    {
        Platform = "portal",
        LandingPage = page,
        Distributions = access is null ? [] : [Valid.Distribution with { AccessUrl = access, DownloadUrl = download }],
    };
}
