using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using DataCatalog.Dcat.Records;
using DataCatalog.Seeding.Reading;

namespace DataCatalog.Tests.Obligations;

/// <summary>
/// The oracle of duties (<c>Oracle/duties.csv</c>): what each of 36 duties asks of each of 14 territories, written from the texts by
/// somebody who wrote neither rules nor code. These tests keep it usable; the program does not judge rules yet.
/// </summary>
public sealed partial class OracleTests
{
    private static readonly string[] Columns =
        ["rule", "article", "territory", "name", "population", "expected", "because", "source"];

    private static readonly List<Dictionary<string, string>> Rows = Read();

    private static readonly SeedReading Seed = SeedReader.Read(Repository.PathOf("seed-data"), TimeProvider.System);

    [Fact]
    public void Each_duty_has_an_answer_for_each_territory()
    {
        var territories = Rows.Select(row => row["territory"]).Distinct(StringComparer.Ordinal).ToList();

        Assert.Equal(14, territories.Count);
        Assert.Equal(36, Rows.Select(row => row["rule"]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(
            Rows.GroupBy(row => row["rule"], StringComparer.Ordinal),
            rule => Assert.Equal(territories, rule.Select(row => row["territory"])));
    }

    [Fact]
    public void Each_duty_is_a_rule_of_the_seed_and_its_conditions_are_those_of_the_seed()
    {
        var rules = Seed.Content.Rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        var conditions = Seed.Content.Concepts.Where(concept => concept.Scheme is Schemes.Conditions).Select(concept => concept.Code)
            .Append("staff").ToHashSet(StringComparer.Ordinal);

        Assert.All(Rows, row =>
        {
            Assert.Contains(row["rule"], rules);
            Assert.Matches(Answer, row["expected"]);
            Assert.All(
                row["expected"] is ['o', ..] ? row["expected"].Split(':')[1].Split('+') : [], code => Assert.Contains(code, conditions));
            Assert.NotEmpty(row["article"]);
            Assert.NotEmpty(row["because"]);
            Assert.NotEmpty(row["source"]);
        });
    }

    [Fact]
    public void The_territories_are_those_of_the_seed_with_their_populations()
    {
        var territories = Seed.Content.Territories.ToDictionary(territory => territory.Id, StringComparer.Ordinal);

        Assert.All(Rows, row =>
        {
            var territory = territories[row["territory"]];
            Assert.Equal(territory.Name, row["name"]);
            Assert.Equal(territory.Population?.ToString(CultureInfo.InvariantCulture) ?? "", row["population"]);
        });
    }

    private static List<Dictionary<string, string>> Read()
    {
        using var csv = CsvReader.Create(
            File.ReadAllBytes(Repository.PathOf("tests", "DataCatalog.Tests", "Obligations", "Oracle", "duties.csv")));
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(Columns.Select((column, index) => (column, csv.GetString(index))).ToDictionary(StringComparer.Ordinal));
        }

        return [.. rows.SkipWhile(row => row["rule"] is "rule")];
    }

    [GeneratedRegex(
        "^(yes|no:(kind|population|in-force|competence|not-an-authority)|only-if:[a-z0-9+-]+"
        + "|undetermined:(population|competence|own-law))$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Answer { get; }
}
