using System.Text;

namespace DataCatalog.Tests.Seeding.Reading;

/// <summary>Files as people have them: out of spreadsheets, in the encodings and with the separators of their country.</summary>
public sealed class DialectTests : IDisposable
{
    private readonly SampleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Plain_files_are_read_without_a_word() => Assert.Empty(_folder.Read().Notes);

    [Theory]
    [InlineData(";", "", "UTF-8, separated by semicolons")]
    [InlineData("\t", "", "UTF-8, separated by tabs")]
    [InlineData(";", "sep=;\n", "UTF-8, separated by semicolons (as its first line says)")]
    [InlineData(",", "sep=,\n", "UTF-8, separated by commas (as its first line says)")]
    [InlineData(";", "SEP=;\n", "UTF-8, separated by semicolons (as its first line says)")]
    [InlineData(";", "\"sep=;\"\n", "UTF-8, separated by semicolons (as its first line says)")]
    [InlineData(";", "sep=;\r\n", "UTF-8, separated by semicolons (as its first line says), lines ended by CR LF")]
    [InlineData(";", "\uFEFFsep=;\n", "UTF-8 with a byte order mark, separated by semicolons (as its first line says)")]
    [InlineData(";", "\uFEFF", "UTF-8 with a byte order mark, separated by semicolons")]
    public void The_separator_is_recognised_and_said(string separator, string before, string note)
    {
        var reading = _folder.Edit("datasets.csv", text => before + Separated(text, separator)).Read();
        Assert.Empty(reading.Errors);
        Assert.Equal("Qualité de l'eau", Assert.Single(reading.Content.Datasets).Title["fr"]);
        Assert.Equal($"datasets.csv: read as {note}", Assert.Single(reading.Notes).ToString());
    }

    [Fact]
    public void A_French_spreadsheet_is_read_as_it_is()
    {
        var reading = _folder
            .Edit("datasets.csv", text => "\uFEFF" + Separated(text, ";").Replace("\n", "\r\n", StringComparison.Ordinal))
            .Read();
        Assert.Empty(reading.Errors);
        Assert.Equal(
            "datasets.csv: read as UTF-8 with a byte order mark, separated by semicolons, lines ended by CR LF",
            Assert.Single(reading.Notes).ToString());
    }

    [Theory]
    [InlineData("windows-1252", "windows-1252")]
    [InlineData("utf-16", "UTF-16")]
    [InlineData("utf-16BE", "UTF-16")]
    [InlineData("utf-32", "UTF-32")]
    public void The_encoding_is_recognised_and_said(string name, string note)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        var reading = _folder.Set("datasets.csv", 0, "title_fr", "Qualité de l’eau – 10 €")
            .EditBytes("datasets.csv", bytes => [.. encoding.GetPreamble(), .. encoding.GetBytes(Encoding.UTF8.GetString(bytes))]).Read();
        Assert.Empty(reading.Errors);
        Assert.Equal("Qualité de l’eau – 10 €", Assert.Single(reading.Content.Datasets).Title["fr"]);
        Assert.Equal($"datasets.csv: read as {note}, separated by commas", Assert.Single(reading.Notes).ToString());
    }

    [Theory]
    [InlineData(850)]
    [InlineData(10000)]
    public void An_encoding_that_cannot_be_told_is_one_error(int codePage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var error = Assert.Single(_folder
            .EditBytes("datasets.csv", bytes => Encoding.GetEncoding(codePage).GetBytes(Encoding.UTF8.GetString(bytes)))
            .Errors());
        Assert.StartsWith("datasets.csv:2: expected text in UTF-8 or windows-1252, and with the byte 0x", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_partly_UTF_8_is_one_error()
    {
        var error = Assert.Single(_folder.EditBytes("datasets.csv", bytes => [.. bytes, 0xE9, (byte)'\n']).Errors());
        Assert.Equal("datasets.csv:3: expected text in UTF-8 or windows-1252, and with the byte 0xE9 it is neither", error);
    }

    [Fact]
    public void A_workbook_is_one_error() => Assert.StartsWith(
        "datasets.csv: expected a CSV file, and this is a workbook",
        Assert.Single(_folder.EditBytes("datasets.csv", _ => [.. "PK\u0003\u0004"u8, 0, 1, 2]).Errors()),
        StringComparison.Ordinal);

    [Fact]
    public void Null_bytes_are_one_error() => Assert.Equal(
        "datasets.csv:2: expected text without null bytes, in UTF-8 or windows-1252",
        Assert.Single(_folder.Edit("datasets.csv", text => text.Replace("water", "wa\0ter", StringComparison.Ordinal)).Errors()));

    [Theory]
    [InlineData("|")]
    [InlineData(":")]
    public void A_separator_that_cannot_be_told_is_one_error(string separator) => Assert.StartsWith(
        "datasets.csv:1: 'id",
        Assert.Single(_folder.Edit("datasets.csv", text => text.Replace(",", separator, StringComparison.Ordinal)).Errors()),
        StringComparison.Ordinal);

    [Fact]
    public void A_separator_that_is_none_of_ours_is_one_error_even_where_the_first_line_names_it() => Assert.StartsWith(
        "datasets.csv:1: 'sep=|' - expected a header with the columns ",
        Assert.Single(_folder.Edit("datasets.csv", text => "sep=|\n" + Separated(text, "|")).Errors()),
        StringComparison.Ordinal);

    [Fact]
    public void Names_of_columns_may_be_quoted() => Assert.Empty(_folder.Edit("series.csv", QuoteHeader).Errors());

    [Fact]
    public void Text_that_is_not_what_its_mark_says_is_one_error() => Assert.Equal(
        "datasets.csv: expected text in UTF-16, as its byte order mark says",
        Assert.Single(_folder.EditBytes(
            "datasets.csv", bytes => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes)), 0x00, 0xD8]).Errors()));

    [Theory]
    [InlineData("sep=|\n")]
    [InlineData("sep=;\n")]
    [InlineData("Catalogue de la ville\n")]
    public void A_first_line_that_does_not_fit_is_one_error(string line) =>
        Assert.StartsWith(
            "datasets.csv:1: '",
            Assert.Single(_folder.Edit("datasets.csv", text => line + text).Errors()),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("datasets.csv")]
    [InlineData("agents.csv")]
    [InlineData("territories/communes.csv")]
    public void The_header_of_another_file_is_one_error(string file)
    {
        var error = Assert.Single(_folder.Edit(file, text => "colour,shape,size\n1,2,3\n" + text[..0]).Errors());
        Assert.StartsWith($"{file}:1: 'colour,shape,size' - expected a header with the columns ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_shares_one_column_is_another_files_too() => Assert.StartsWith(
        "datasets.csv:1: 'id,colour,shape' - expected a header with the columns ",
        Assert.Single(_folder.Edit("datasets.csv", _ => "id,colour,shape\n1,2,3\n").Errors()),
        StringComparison.Ordinal);

    [Fact]
    public void Rows_of_separators_alone_are_skipped()
    {
        var commas = new string(',', SampleFolder.Columns("datasets.csv").Count - 1);
        Assert.Empty(_folder.Edit("datasets.csv", text => $"{text}{commas}\n\n,,\n").Errors());
    }

    [Fact]
    public void Columns_without_a_name_behind_the_others_are_passed_over()
    {
        Assert.Empty(_folder.Edit("models.csv", text => text.Replace("\n", ",,\n", StringComparison.Ordinal)).Errors());
        var error = Assert.Single(_folder
            .Edit("models.csv", text => text.Replace("\n", ",,\n", StringComparison.Ordinal).TrimEnd('\n') + "remarque\n")
            .Errors());
        Assert.Equal("models.csv:2: 'remarque' - expected no value in a column without a name", error);
    }

    [Fact]
    public void Lines_are_counted_as_they_are_in_the_file()
    {
        var error = Assert.Single(_folder
            .Set("datasets.csv", 0, "licence", "xyz")
            .Edit("datasets.csv", text => "sep=;\n" + Separated(text, ";"))
            .Errors());
        Assert.StartsWith("datasets.csv:3: column licence: 'xyz'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void So_are_those_that_cannot_be_read()
    {
        var row = Assert.Single(_folder.Edit("models.csv", text => "sep=,\n" + text + "stray\"quote\n").Errors());
        Assert.StartsWith("models.csv:4: expected quotes only", row, StringComparison.Ordinal);
        var header = Assert.Single(_folder
            .Edit("models.csv", text => "sep=,\n" + text.Replace("\n", ",value\n", StringComparison.Ordinal))
            .Errors());
        Assert.StartsWith("models.csv:2: column value: 'value' - expected one of the columns", header, StringComparison.Ordinal);
    }

    private static string QuoteHeader(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return $"{string.Join(',', text[..end].Split(',').Select(name => $"\"{name}\""))}{text[end..]}";
    }

    /// <summary>No cell of the sample has a comma or a semicolon.</summary>
    private static string Separated(string text, string separator) => text.Replace(",", separator, StringComparison.Ordinal);
}
