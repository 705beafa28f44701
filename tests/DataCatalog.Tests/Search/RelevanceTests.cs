using System.Globalization;
using CsvHelper;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Search;

/// <summary>What clerks type, and the datasets that are a right answer to it (<c>relevance.csv</c>).</summary>
public sealed class RelevanceTests(CatalogApp app)
{
    private const double WantedInFirst3 = 0.85;
    private const double WantedInFirst10 = 0.95;

    [Fact]
    public void Questions_are_answered_by_the_first_results()
    {
        var ranks = Questions().Select(question => (question.Text, Rank: RankOf(app.Find(question.Text), question.Expected))).ToList();
        var misses = string.Join(Environment.NewLine, ranks.Where(question => question.Rank is null or > 3)
            .Select(question => (question.Text, Rank: question.Rank?.ToString(CultureInfo.InvariantCulture) ?? "not found"))
            .Select(miss => $"{miss.Text}: {miss.Rank}"));
        TestContext.Current.AddAttachment("misses", misses);

        Assert.True(ranks.Count >= 80);
        Assert.True(ranks.Count(question => question.Rank <= 3) >= WantedInFirst3 * ranks.Count, Report(3));
        Assert.True(ranks.Count(question => question.Rank <= 10) >= WantedInFirst10 * ranks.Count, Report(10));

        string Report(int first) => string.Create(
            CultureInfo.InvariantCulture,
            $"{ranks.Count(question => question.Rank <= first)} of {ranks.Count} in the first {first}{Environment.NewLine}{misses}");
    }

    [Fact]
    public void Every_expected_dataset_exists()
    {
        var ids = app.Services.GetRequiredService<RecordReader<Dataset>>().Ids().ToHashSet(StringComparer.Ordinal);
        Assert.All(Questions().SelectMany(question => question.Expected), id => Assert.Contains(id, ids));
    }

    private static int? RankOf(IReadOnlyList<string> found, IReadOnlyList<string> expected)
    {
        var index = found.Select((id, position) => (id, position))
            .Where(hit => expected.Contains(hit.id, StringComparer.Ordinal))
            .Select(hit => (int?)hit.position)
            .FirstOrDefault();
        return index + 1;
    }

    private static List<(string Text, IReadOnlyList<string> Expected)> Questions()
    {
        using var csv = CsvReader.Create(File.ReadAllBytes(Repository.PathOf("tests", "DataCatalog.Tests", "Search", "relevance.csv")));
        var questions = new List<(string Text, IReadOnlyList<string> Expected)>();
        while (csv.Read())
        {
            questions.Add((csv.GetString(0), csv.GetString(1).Split('|')));
        }

        return questions;
    }
}
