using System.Globalization;
using DataCatalog.Seeding.Reading;

namespace DataCatalog.Tests.Seeding.Reading;

public sealed class SeedFileTests : IDisposable
{
    private readonly SampleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_that_does_not_exist_is_an_error() =>
        Assert.Equal("/nowhere: expected a folder with seed files", SeedReader.Read("/nowhere", TimeProvider.System).Errors[0].ToString());

    [Theory]
    [InlineData("catalog.csv")]
    [InlineData("datasets.csv")]
    [InlineData("models.csv")]
    [InlineData("territories/epci.csv")]
    [InlineData("vocabularies/schemes.csv")]
    [InlineData("vocabularies/synonyms.csv")]
    public void A_missing_file_is_an_error(string file) =>
        Assert.Equal($"{file}: expected this file, which is missing", Assert.Single(_folder.Leave(file).Errors()));

    [Fact]
    public void A_file_of_another_name_is_an_error() =>
        Assert.Equal("dataset.csv: expected no file of this name", Assert.Single(_folder.Write("dataset.csv", "id\n").Errors()));

    [Fact]
    public void A_vocabulary_without_a_row_in_schemes_is_an_error() =>
        Assert.Equal(
            "vocabularies/colours.csv: expected a row for 'colours' in vocabularies/schemes.csv",
            Assert.Single(_folder
                .Write("vocabularies/colours.csv", string.Join(',', SampleFolder.Columns("vocabularies/themes.csv")) + "\n")
                .Errors()));

    [Fact]
    public void A_row_in_schemes_without_a_file_is_an_error() =>
        Assert.Equal(
            "vocabularies/schemes.csv:27: column scheme: 'colours' - expected a file vocabularies/colours.csv",
            Assert.Single(_folder.Add("vocabularies/schemes.csv", ("scheme", "colours")).Errors()));

    [Fact]
    public void A_term_has_its_synonyms_in_one_group() =>
        Assert.Equal(
            "vocabularies/synonyms.csv:3: column terms: 'aep' - expected a term that no other group has",
            Assert.Single(_folder.Add("vocabularies/synonyms.csv", ("terms", "adduction|aep")).Errors()));

    [Fact]
    public void A_group_has_at_least_two_terms() =>
        Assert.StartsWith(
            "vocabularies/synonyms.csv:3: column terms: 'eau' - expected",
            Assert.Single(_folder.Add("vocabularies/synonyms.csv", ("terms", "eau")).Errors()),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("agents.csv", "")]
    [InlineData("catalog.csv", "")]
    [InlineData("territories/communes.csv", "")]
    [InlineData("vocabularies/themes.csv", "\uFEFF\r\n\r\n")]
    [InlineData("datasets.csv", " \t\n")]
    [InlineData("vocabularies/schemes.csv", "")]
    public void An_empty_file_is_one_error(string file, string text)
    {
        var error = Assert.Single(_folder.Edit(file, _ => text).Errors());
        Assert.StartsWith($"{file}: expected a header and rows", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("territories/communes.csv", 8)]
    [InlineData("vocabularies/themes.csv", 3)]
    [InlineData("agents.csv", 5)]
    public void A_file_with_a_header_alone_is_one_error_when_others_point_into_it(string file, int references)
    {
        var error = Assert.Single(_folder.Edit(file, text => text[..(text.IndexOf('\n', StringComparison.Ordinal) + 1)]).Errors());
        Assert.Equal($"{file}: expected rows: there is only a header, and {references} references point into this file", error);
    }

    [Fact]
    public void A_file_with_a_header_alone_is_right_when_none_does() => Assert.Empty(
        _folder.Edit("rules.csv", text => text[..(text.IndexOf('\n', StringComparison.Ordinal) + 1)]).Errors());

    [Fact]
    public void The_catalogue_has_one_row()
    {
        Assert.Equal("catalog.csv: expected exactly one row, and there are 2", Assert.Single(_folder.Add("catalog.csv").Errors()));
        Assert.Equal(
            "catalog.csv: expected exactly one row, and there is none",
            Assert.Single(_folder.Edit("catalog.csv", text => text[..(text.IndexOf('\n', StringComparison.Ordinal) + 1)]).Errors()));
    }

    [Fact]
    public void A_row_of_the_catalogue_that_cannot_be_read_is_not_said_to_be_missing() => Assert.StartsWith(
        "catalog.csv:2: expected 9 fields as in the header, and there are ",
        Assert.Single(_folder.Edit("catalog.csv", text => text.Replace(",rennes,", ",rennes,too,", StringComparison.Ordinal)).Errors()),
        StringComparison.Ordinal);

    [Fact]
    public void A_missing_column_is_told_once() =>
        Assert.Equal(
            "models.csv:1: column title_fr: expected this column, which is missing",
            Assert.Single(_folder.Edit("models.csv", text => text.Replace("title_fr,", "", StringComparison.Ordinal)
                .Replace("Délibérations,", "", StringComparison.Ordinal)).Errors()));

    [Fact]
    public void An_unknown_column_is_told_with_those_that_exist()
    {
        var error = Assert.Single(_folder.Edit("models.csv", text => AddColumn(text, "colour")).Errors());
        Assert.StartsWith(
            "models.csv:1: column colour: 'colour' - expected one of the columns id, title_fr",
            error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("min_population")]
    [InlineData("min_staff")]
    [InlineData("deadline")]
    [InlineData("deadline_note")]
    [InlineData("destination")]
    [InlineData("destination_url")]
    [InlineData("rule_url")]
    [InlineData("rule_status")]
    public void What_a_rule_says_is_no_column_of_models(string column) => Assert.StartsWith(
        $"models.csv:1: column {column}: '{column}' - expected one of the columns id, title_fr",
        Assert.Single(_folder.Edit("models.csv", text => AddColumn(text, column)).Errors()),
        StringComparison.Ordinal);

    [Fact]
    public void A_column_given_twice_is_an_error() =>
        Assert.Equal(
            "models.csv:1: column id: 'id' - expected each column once",
            Assert.Single(_folder.Edit("models.csv", text => AddColumn(text, "id")).Errors()));

    [Fact]
    public void Columns_may_come_in_any_order() =>
        Assert.Empty(_folder.Edit("territories/countries.csv", text => SwapFirstTwo(text)).Errors());

    [Theory]
    [InlineData("short,row\n", "13 fields as in the header, and there are 2")]
    [InlineData("stray\"quote\n", "quotes only around whole fields, doubled inside them: there is one inside an unquoted field")]
    [InlineData("\"quoted\"text\n", "a separator or line end after a closing quote, and there is text")]
    [InlineData("\"open\n", "a closing quote for the field that this row opens")]
    public void A_malformed_row_is_told_with_its_line(string row, string expected)
    {
        var error = Assert.Single(_folder.Edit("models.csv", text => text + row).Read().Errors);
        Assert.Equal(("models.csv", 3, null), (error.File, error.Line, error.Column));
        Assert.Equal(expected, error.Expected);
    }

    [Fact]
    public void Reading_goes_on_after_a_malformed_row()
    {
        var errors = _folder
            .Set("models.csv", 0, "description_fr",
                "Une description française sur deux lignes,\nassez longue pour dire de quoi il est question.")
            .Add("models.csv",
                ("id", "other"),
                ("description_fr", "Une description française, assez longue pour dire de quoi il est question."),
                ("obligation", "soon"))
            .Edit("models.csv", text => InsertBeforeLast(text, "too,few"))
            .Errors();
        Assert.Equal(2, errors.Count);
        Assert.StartsWith("models.csv:4: expected", errors[0], StringComparison.Ordinal);
        Assert.StartsWith("models.csv:5: column obligation: 'soon'", errors[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_header_ends_its_file_only() =>
        Assert.Contains(
            "models.csv:1: expected quotes only",
            Assert.Single(_folder.Edit("models.csv", text => "i\"d" + text).Errors()),
            StringComparison.Ordinal);


    [Fact]
    [Trait("Speed", "Slow")]
    public void Forty_thousand_territories_are_read()
    {
        for (var code = 40_000; code < 80_000; code++)
        {
            _folder.Add(
                "territories/communes.csv",
                ("code", code.ToString(CultureInfo.InvariantCulture)), ("former_codes", ""), ("exact_match", ""));
        }

        var reading = _folder.Read();
        Assert.Empty(reading.Errors);
        Assert.Equal(40_010, reading.Content.Territories.Count);
    }

    private static string AddColumn(string text, string name)
    {
        var lines = text.Split('\n');
        return $"{lines[0]},{name}\n{lines[1]},value\n";
    }

    private static string SwapFirstTwo(string text) => string.Join('\n', text.Split('\n').Select(line =>
        line.Split(',') is [var first, var second, .. var rest]
            ? string.Join(',', [second, first, .. rest])
            : line));

    private static string InsertBeforeLast(string text, string line)
    {
        var end = text.TrimEnd('\n').LastIndexOf('\n') + 1;
        return $"{text[..end]}{line}\n{text[end..]}";
    }
}
