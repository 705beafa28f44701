using System.Globalization;
using CsvHelper;

namespace DataCatalog.Tests.Search;

/// <summary>
/// What people ask, and the entries that are a right answer to it (<c>questions.csv</c>): most from public logs and forums, written down
/// with their answers before anything was searched. <c>none</c> is right where the catalogue has no such data and says so.
/// </summary>
public sealed class QuestionTests(QuestionTests.WholeCatalogue whole) : IClassFixture<QuestionTests.WholeCatalogue>
{
    private const double WantedInFirst3 = 0.95;
    private const double WantedInFirst10 = 0.98;
    private const int PageSize = 10;

    [Fact]
    public async Task Questions_are_answered_by_the_first_entries()
    {
        var questions = Questions();
        var misses = new List<string>();
        var (first3, first10) = (0, 0);
        foreach (var question in questions)
        {
            var (saysNone, found) = await AskAsync(question.Text);
            var rank = saysNone && question.Expected.Contains("none", StringComparer.Ordinal) ? 1
                : found.FindIndex(entry => question.Expected.Contains(entry, StringComparer.Ordinal)) + 1;
            first3 += rank is >= 1 and <= 3 ? 1 : 0;
            first10 += rank >= 1 ? 1 : 0;
            if (rank is 0 or > 3)
            {
                misses.Add(string.Create(CultureInfo.InvariantCulture, $"{question.Text}: {rank} ({string.Join(", ", found.Take(3))})"));
            }
        }

        var report = string.Create(
            CultureInfo.InvariantCulture,
            $"{first3} in the first 3, {first10} in the first 10 of {questions.Count}\n{string.Join('\n', misses)}");
        TestContext.Current.AddAttachment("misses", report);
        Assert.True(questions.Count >= 300);
        Assert.True(first3 >= WantedInFirst3 * questions.Count, report);
        Assert.True(first10 >= WantedInFirst10 * questions.Count, report);
    }

    /// <summary>Returns the entries of the first page, best first, and whether the answer says that there is no such dataset.</summary>
    private async Task<(bool SaysNone, List<string> Found)> AskAsync(string text)
    {
        var page = await whole.App.JsonAsync($"/search?pageSize={PageSize}&q={Uri.EscapeDataString(text)}");
        var found = page.GetProperty("member").EnumerateArray()
            .Select(member => $"{member.GetProperty("kind").GetString()}:{member.GetProperty("identifier").GetString()}");
        return (page.TryGetProperty("nearest", out _), [.. found]);
    }

    private static List<(string Text, IReadOnlyList<string> Expected)> Questions()
    {
        using var csv = CsvReader.Create(File.ReadAllBytes(Repository.PathOf("tests", "DataCatalog.Tests", "Search", "questions.csv")));
        var questions = new List<(string Text, IReadOnlyList<string> Expected)>();
        while (csv.Read())
        {
            questions.Add((csv.GetString(0), csv.GetString(2).Split('|')));
        }

        return questions;
    }

    /// <summary>The service with all communes: questions name some that no dataset is about.</summary>
    public sealed class WholeCatalogue : IDisposable
    {
        internal CatalogApp App { get; } = new() { HasAllCommunes = true };

        public void Dispose() => App.Dispose();
    }
}
