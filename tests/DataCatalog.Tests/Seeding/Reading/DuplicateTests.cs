namespace DataCatalog.Tests.Seeding.Reading;

/// <summary>What two rows may not share, in one file or in several. The rules themselves: <c>CatalogRulesTests</c>.</summary>
public sealed class DuplicateTests : IDisposable
{
    private readonly SampleFolder _folder = new();

    public DuplicateTests() => _folder.Add(
        "datasets.csv",
        ("id", "wine"),
        ("title_fr", "Caves"),
        ("title_en", "Cellars"),
        ("landing_page", "https://example.org/wine"),
        ("series", ""),
        ("other_identifiers", "data.gouv.fr=caves"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_different_datasets_are_right() => Assert.Empty(_folder.Errors());

    [Theory]
    [InlineData("title_fr", "qualité de l'eau", "a title of this publisher that no other dataset has, and 'water' has it")]
    [InlineData("landing_page", "https://example.org/water", "a page that no other dataset has, and 'water' has it")]
    [InlineData("other_identifiers", "data.gouv.fr=qualite-de-leau", "an identifier that no other dataset has, and 'water' has it")]
    [InlineData("id", "water-api", "")]
    public void A_second_dataset_with_a_fact_of_the_first_is_an_error(string column, string value, string expected)
    {
        var error = Assert.Single(_folder.Set("datasets.csv", 1, column, value).Errors());
        Assert.Equal(
            column is "id"
                ? "services.csv:2: column id: 'water-api' - expected an id that no other dataset, service or series has, "
                    + "and a dataset has it"
                : $"datasets.csv:3: column {column}: '{value}' - expected {expected}",
            error);
    }

    [Fact]
    public void Two_datasets_with_one_file_are_an_error() => Assert.Equal(
        "distributions.csv:3: column download_url: 'https://example.org/water.csv' - expected an address that no distribution "
        + "of another dataset has, and 'water' has it",
        Assert.Single(_folder
            .Set("distributions.csv", 0, "service", "")
            .Add("distributions.csv", ("id", "wine-1"), ("dataset", "wine"))
            .Errors()));

    [Fact]
    public void Two_agents_with_one_siren_are_an_error() => Assert.Equal(
        "agents.csv:3: column siren: '213502388' - expected a SIREN that no other agent has, and 'rennes' has it",
        Assert.Single(_folder.Add("agents.csv", ("id", "ville-de-rennes"), ("name_fr", "Rennes")).Errors()));

    [Fact]
    public void A_series_with_the_id_of_a_service_is_an_error() => Assert.StartsWith(
        "series.csv:3: column id: 'water-api' - expected an id that no other dataset, service or series has",
        Assert.Single(_folder.Add("series.csv", ("id", "water-api")).Errors()),
        StringComparison.Ordinal);

    [Fact]
    public void A_service_may_have_the_identifier_of_a_dataset_because_platforms_name_them_apart() => Assert.Empty(
        _folder.Set("services.csv", 0, "other_identifiers", "data.gouv.fr=caves").Errors());

    [Fact]
    public void A_service_with_the_identifier_of_another_service_is_an_error() => Assert.StartsWith(
        "services.csv:3: column other_identifiers: 'data.gouv.fr=caves' - expected an identifier that no other service has",
        Assert.Single(_folder
            .Set("services.csv", 0, "other_identifiers", "data.gouv.fr=caves")
            .Add("services.csv", ("id", "wine-api"), ("title_fr", "API des vins"), ("other_identifiers", "data.gouv.fr=caves"))
            .Errors()),
        StringComparison.Ordinal);
}
