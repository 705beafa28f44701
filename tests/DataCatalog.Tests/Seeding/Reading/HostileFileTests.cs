using System.Diagnostics;

namespace DataCatalog.Tests.Seeding.Reading;

/// <summary>Files that are none, or too much.</summary>
public sealed class HostileFileTests : IDisposable
{
    private const int LongestMessage = 1200;

    private readonly SampleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_pipe_is_refused_and_never_read()
    {
        _folder.Leave("agents.csv").Read();
        using (var made = Process.Start("mkfifo", Path.Combine(_folder.Path, "agents.csv")))
        {
            made.WaitForExit();
        }

        Assert.Equal(
            "agents.csv: expected a header and rows: this file is empty, or it is a pipe or a device, which are not read",
            Assert.Single(_folder.Errors()));
    }

    [Fact]
    public void A_pipe_among_the_vocabularies_is_refused_too()
    {
        _folder.Leave("vocabularies/themes.csv").Read();
        using (var made = Process.Start("mkfifo", Path.Combine(_folder.Path, "vocabularies/themes.csv")))
        {
            made.WaitForExit();
        }

        Assert.StartsWith("vocabularies/themes.csv: expected a header and rows", Assert.Single(_folder.Errors()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    public void A_device_is_refused_and_never_read(string device)
    {
        _folder.Leave("agents.csv").Read();
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "agents.csv"), device);
        Assert.StartsWith(
            "agents.csv: expected a header and rows: this file is empty, or it is a pipe or a device",
            Assert.Single(_folder.Errors()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_a_file_is_read()
    {
        _folder.Read();
        var (link, target) = (Path.Combine(_folder.Path, "agents.csv"), Path.Combine(_folder.Path, "agents.txt"));
        File.Move(link, target);
        File.CreateSymbolicLink(link, target);
        Assert.Empty(_folder.Leave("agents.csv").Errors());
    }

    [Theory]
    [InlineData("agents.csv")]
    [InlineData("vocabularies/themes.csv")]
    public void A_folder_in_the_place_of_a_file_is_one_error(string file)
    {
        _folder.Leave(file).Read();
        Directory.CreateDirectory(Path.Combine(_folder.Path, file));
        Assert.Equal($"{file}: expected a file, and this is a folder", Assert.Single(_folder.Errors()));
    }

    [Fact]
    public void A_cell_of_50_MB_is_one_error_of_its_file() => Assert.Equal(
        "datasets.csv: expected at most 33,554,432 bytes, and there are 50,000,000",
        Assert.Single(_folder
            .EditBytes("datasets.csv", bytes => [.. bytes, .. Enumerable.Repeat((byte)'a', 50_000_000 - bytes.Length)])
            .Errors()));

    [Theory]
    [InlineData(32_768)]
    [InlineData(20_000_000)]
    public void A_cell_is_no_longer_than_that_of_a_spreadsheet(int length)
    {
        var error = Assert.Single(_folder.Set("datasets.csv", 0, "title_fr", new string('a', length)).Errors());
        Assert.StartsWith(
            $"datasets.csv:2: column title_fr: '{new string('a', 160)}… ({length:N0} characters)' - "
            + "expected at most 32,767 characters in a cell",
            error, StringComparison.Ordinal);
        Assert.InRange(error.Length, 1, LongestMessage);
    }

    [Fact]
    public void A_long_value_is_cut_and_its_controls_are_escaped()
    {
        var error = Assert.Single(_folder.Set("datasets.csv", 0, "title_fr", "\u001B[31m\u0007\u202E" + new string('b', 5000)).Errors());
        Assert.Contains("\\u001B[31m\\u0007\\u202Ebbb", error, StringComparison.Ordinal);
        Assert.Contains("(5,007 characters)", error, StringComparison.Ordinal);
        Assert.InRange(error.Length, 1, LongestMessage);
        Assert.DoesNotContain(error, char.IsControl);
    }

    [Theory]
    [InlineData("datasets.csv", "id")]
    [InlineData("datasets.csv", "frequency")]
    [InlineData("datasets.csv", "territories")]
    [InlineData("vocabularies/schemes.csv", "scheme")]
    [InlineData("vocabularies/themes.csv", "broader")]
    public void Whatever_cell_is_long_no_message_is(string file, string column) => Assert.All(
        _folder.Set(file, 0, column, new string('a', 32_000)).Errors(), error => Assert.InRange(error.Length, 1, LongestMessage));

    [Fact]
    public void A_long_header_is_cut() => Assert.All(
        _folder.Edit("models.csv", text => text.Replace("contract_clauses", new string('a', 100_000), StringComparison.Ordinal)).Errors(),
        error => Assert.InRange(error.Length, 1, LongestMessage));

    [Fact]
    public void A_cell_with_thousands_of_bad_items_is_told_ten_times() =>
        Assert.Equal(10, _folder.Set("datasets.csv", 0, "keywords", new string('|', 30_000)).Errors().Count);

    [Fact]
    public void A_file_with_millions_of_bad_rows_is_told_a_thousand_times()
    {
        var errors = _folder.Edit("models.csv", text => text + string.Concat(Enumerable.Repeat("a,b\n", 100_000))).Errors();
        Assert.Equal(1001, errors.Count);
        Assert.Equal("models.csv: expected fewer errors: this file has 100,000, of which at most 1,000 are shown", errors[0]);
    }
}
