using DataCatalog.Tests.Cli;

namespace DataCatalog.Tests.Seeding.Reading;

/// <summary>What the command line says of mistakes in the real entries.</summary>
public sealed class RealHintTests : IDisposable
{
    private readonly CliFixture _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("commune:1001", "the nearest: commune:01001 (L'Abergement-Clémenciat)")]
    [InlineData("commune:01018", "the nearest: commune:01033 (Valserhône), to which the old code belongs now")]
    public void A_territory_that_is_none_is_answered_as_on_the_web(string territory, string hint) =>
        Assert.Contains(hint, Validate("series.csv", "territories", territory), StringComparison.Ordinal);

    [Theory]
    [InlineData("quotidienne", "the nearest: 'DAILY'")]
    [InlineData("http://publications.europa.eu/resource/authority/frequency/DAILY", "the nearest: 'DAILY'")]
    public void A_frequency_is_known_by_its_label_and_its_address(string frequency, string hint) =>
        Assert.EndsWith(hint, Validate("series.csv", "frequency", frequency), StringComparison.Ordinal);

    [Fact]
    public void A_licence_is_known_by_its_other_name() => Assert.EndsWith(
        "the nearest: 'lov1'", Validate("services.csv", "licence", "fr-lo"), StringComparison.Ordinal);

    /// <summary>Sets a cell in the first row and gives the only error that is said.</summary>
    private string Validate(string file, string column, string value)
    {
        _cli.Edit(file, text =>
        {
            var rows = SheetRows.Read(text);
            rows[1][Array.IndexOf(rows[0], column)] = value;
            return SheetRows.Write(rows);
        });
        var run = _cli.Run("validate", _cli.Seed);
        return Assert.Single(
            run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => line.Contains($"column {column}:", StringComparison.Ordinal));
    }
}
