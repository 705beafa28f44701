namespace DataCatalog.Tests.Seeding.Reading;

/// <summary>The territories that a dataset may name, and what is said of those that are none.</summary>
public sealed class PlaceCellTests : IDisposable
{
    private readonly SampleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("country:FRA")]
    [InlineData("country-subset:metro")]
    [InlineData("region:53")]
    [InlineData("collectivite:975")]
    [InlineData("departement:35")]
    [InlineData("epci:243500139")]
    [InlineData("ept:200054781")]
    [InlineData("commune:35238")]
    [InlineData("arrondissement-municipal:35999")]
    [InlineData("former-commune:35239")]
    public void Every_kind_that_the_service_serves_is_taken(string territory)
    {
        var reading = _folder.Set("datasets.csv", 0, "territories", territory).Set("datasets.csv", 0, "reuse_territory", territory).Read();
        Assert.Empty(reading.Errors);
        Assert.Equal([territory], reading.Content.Datasets[0].Territories);
    }

    [Theory]
    [InlineData("commune:3523", "commune:35238 (Rennes)")]
    [InlineData("commune:35999", "arrondissement-municipal:35999 (Un arrondissement)")]
    [InlineData("commune:35239", "commune:35238 (Rennes), to which the old code belongs now")]
    [InlineData("ville:Rennes", "commune:35238 (Rennes)")]
    [InlineData("35238", "commune:35238 (Rennes)")]
    public void The_territory_that_was_meant_is_named(string written, string hint)
    {
        var error = Assert.Single(_folder.Set("datasets.csv", 0, "territories", written).Errors());
        Assert.StartsWith(
            $"datasets.csv:2: column territories: '{written}' - expected the typed code of a territory",
            error, StringComparison.Ordinal);
        Assert.Contains($"; the nearest: {hint}", error, StringComparison.Ordinal);
    }
}
