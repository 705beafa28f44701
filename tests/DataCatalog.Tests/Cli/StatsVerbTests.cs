namespace DataCatalog.Tests.Cli;

public sealed class StatsVerbTests : IDisposable
{
    private readonly CliFixture _cli = new();

    [Fact]
    public void The_counts_of_a_folder_are_Markdown_tables()
    {
        var before = _cli.Run("stats", _cli.Seed);
        _cli.Edit("agents.csv", text => text + "nouvelle-agence,Nouvelle agence,,association,,,,,,2026-11-23,https://example.org\n");
        var after = _cli.Run("stats", _cli.Seed);

        Assert.Equal((0, ""), (before.Status, before.Error));
        Assert.Equal(Agents(before.Output) + 1, Agents(after.Output));
        Assert.Contains("| licence (on the dataset, or on every distribution) |", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Faulty_content_is_not_counted()
    {
        _cli.Edit("territories/communes.csv", text => text + "99999,,many,,,departement:35,,,,,,,,\n");
        var run = _cli.Run("stats", _cli.Seed);

        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.Contains("column population: 'many'", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _cli.Dispose();

    private static int Agents(string report) => int.Parse(
        report.Split('\n').Single(line => line.StartsWith("| agents |", StringComparison.Ordinal)).Split('|')[2],
        System.Globalization.CultureInfo.InvariantCulture);
}
