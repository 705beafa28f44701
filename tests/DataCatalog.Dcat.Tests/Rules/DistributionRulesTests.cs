using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Tests.Rules;

public sealed class DistributionRulesTests
{
    [Fact]
    public void A_distribution_bears_the_name_of_its_dataset() =>
        Validation.Single(With(Valid.Distribution with { Id = "wine-1" }), "distributions[0].id", "begins with 'water-'");

    [Theory]
    [InlineData("water-")]
    [InlineData("water-0")]
    [InlineData("water-csv")]
    public void And_a_number(string id) =>
        Assert.Contains(With(Valid.Distribution with { Id = id }), failure => failure.PropertyName is "distributions[0].id");

    [Fact]
    public void No_two_distributions_have_one_id() =>
        Validation.Single(
            With(Valid.Distribution, Valid.Distribution with { AccessUrl = "https://example.org/2" }), "distributions[1].id", "no other");

    [Fact]
    public void No_two_distributions_have_one_access_address() =>
        Validation.Single(With(Valid.Distribution, Valid.Distribution with { Id = "water-2" }), "distributions[1].accessUrl", "no other");

    [Fact]
    public void A_download_address_counts_before_the_access_address()
    {
        var download = Valid.Distribution with { DownloadUrl = "https://example.org/water.csv" };
        Assert.Empty(With(download, Valid.Distribution with { Id = "water-2" }));
        Validation.Single(With(download, download with { Id = "water-2" }), "distributions[1].downloadUrl", "no other");
        Validation.Single(
            With(download, Valid.Distribution with { Id = "water-2", AccessUrl = "https://example.org/water.csv" }),
            "distributions[1].accessUrl",
            "no other");
    }

    [Theory]
    [InlineData(1L, true)]
    [InlineData(5_000_000_000L, true)]
    [InlineData(0L, false)]
    [InlineData(-1L, false)]
    public void A_size_is_positive(long size, bool valid) =>
        Assert.Equal(valid, With(Valid.Distribution with { ByteSize = size }).Count == 0);

    [Fact]
    public void A_distribution_has_a_French_title() =>
        Validation.Single(With(Valid.Distribution with { Title = LanguageMap.Of("", "File") }), "distributions[0].title.fr", "French");

    [Fact]
    public void A_distribution_alone_follows_the_same_rules() =>
        Validation.Single(Validation.Of(Valid.Distribution with { AccessUrl = "x" }), "accessUrl", "URL");

    [Fact]
    public void The_format_of_a_service_asks_for_the_service()
    {
        var failures = With(Valid.Distribution with { Format = "WFS_SRVC" });
        Assert.Contains(failures, failure =>
            failure.PropertyName == "distributions[0].service"
            && failure.ErrorMessage.Contains("the id of a service", StringComparison.Ordinal));
        Assert.DoesNotContain(
            With(Valid.Distribution with { Format = "WFS_SRVC", Service = "water-api" }),
            failure => failure.PropertyName == "distributions[0].service");
    }

    private static List<FluentValidation.Results.ValidationFailure> With(params Distribution[] distributions) =>
        Validation.Of(Valid.Dataset with { Distributions = distributions });

    [Theory]
    [InlineData("CSV", "application-zip", null)]
    [InlineData("ZIP", "application-zip", null)]
    [InlineData("CSV", null, "application-gzip")]
    [InlineData("GZIP", null, "application-gzip")]
    [InlineData("CSV", null, null)]
    [InlineData(null, null, null)]
    public void An_archive_says_so_and_what_is_inside_or_that_it_is_an_archive(string? format, string? package, string? compression) =>
        Assert.Empty(Validation.Of(Valid.Distribution with { Format = format, PackageFormat = package, CompressFormat = compression }));

    [Theory]
    [InlineData(null, "application-zip", null, "packageFormat", "a format beside it: that of the files inside, or ZIP")]
    [InlineData("CSV", "text-csv", null, "packageFormat", "'application-zip', or nothing")]
    [InlineData("CSV", "application-gzip", null, "packageFormat", "'application-zip', or nothing")]
    [InlineData("ZIP", null, null, "packageFormat", "'application-zip', because the format is ZIP")]
    [InlineData(null, null, "application-gzip", "compressFormat", "a format beside it: that of the files inside, or GZIP")]
    [InlineData("CSV", null, "application-zip", "compressFormat", "'application-gzip', or nothing")]
    [InlineData("GZIP", null, null, "compressFormat", "'application-gzip', because the format is GZIP")]
    public void An_archive_that_says_something_else_is_refused(
        string? format, string? package, string? compression, string path, string words) => Validation.Single(
        Validation.Of(Valid.Distribution with { Format = format, PackageFormat = package, CompressFormat = compression }), path, words);
}
