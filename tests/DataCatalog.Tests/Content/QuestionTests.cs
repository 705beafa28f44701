using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Tests.Content;

/// <summary>What docs/questions.md says of each answer is so.</summary>
public sealed class QuestionTests(QuestionDay day) : IClassFixture<QuestionDay>
{
    private const string Sample = """
        {"totalItems": 12, "isCore": true, "title": {"fr": "Eau"}, "banaticCode": ["C1", "C2", "C2"],
         "member": [{"id": "http://localhost:5080/datasets/a", "identifier": "a",
          "frequency": {"id": "http://example.org/frequency/ANNUAL"}}]}
        """;

    public static TheoryData<string> Answered =>
        [.. QuestionDocument.Questions().Where(question => question.Request is not null).Select(question => question.Id)];

    [Fact]
    public void All_questions_are_there()
    {
        var questions = QuestionDocument.Questions();

        var ids = Enumerable.Range(1, 26).Select(number => string.Create(CultureInfo.InvariantCulture, $"Q{number:00}"));
        Assert.Equal(ids, questions.Select(question => question.Id));
        Assert.Equal("Q25", Assert.Single(questions, question => question.Request is null).Id);
        Assert.All(questions.Where(question => question.Request is not null), question => Assert.NotEmpty(question.Expectations));
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public async Task The_answer_says_what_the_document_says(string id)
    {
        var question = Of(id);
        var answer = await day.App.JsonAsync(question.Request!);

        Assert.DoesNotContain(question.Expectations, expectation => !expectation.Holds(answer));
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public async Task Each_line_of_the_document_could_fail(string id)
    {
        var question = Of(id);
        var answer = await day.App.JsonAsync(question.Request!);
        var values = question.Expectations.Where(expectation => expectation.Kind != ExpectationKind.Absent);

        Assert.DoesNotContain(values, expectation => (expectation with { Value = $"not {expectation.Value}" }).Holds(answer));
    }

    [Fact]
    public async Task The_addresses_in_the_text_answer()
    {
        foreach (var address in QuestionDocument.Addresses())
        {
            using var response = await day.App.GetAsync(address);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {response.StatusCode}");
        }
    }

    [Theory]
    [InlineData("totalItems = 12")]
    [InlineData("isCore = true")]
    [InlineData("title.fr = Eau")]
    [InlineData("member = a")]
    [InlineData("member contains a")]
    [InlineData("member[a].frequency = ANNUAL")]
    [InlineData("member.frequency contains 1 × ANNUAL")]
    [InlineData("banaticCode contains C1")]
    [InlineData("banaticCode contains 2 × C2")]
    [InlineData("member[a].license is absent")]
    public void What_is_so_holds(string line) => Assert.True(Holds(line));

    [Theory]
    [InlineData("totalItems = 13")]
    [InlineData("totalItem = 12")]
    [InlineData("title = Eau")]
    [InlineData("banaticCode = C1")]
    [InlineData("banaticCode = C2")]
    [InlineData("banaticCode contains 1 × C2")]
    [InlineData("banaticCode contains C")]
    [InlineData("member contains b")]
    [InlineData("member[b].frequency = ANNUAL")]
    [InlineData("member[b].license is absent")]
    [InlineData("member is absent")]
    public void What_is_not_so_does_not_hold(string line) => Assert.False(Holds(line));

    [Theory]
    [InlineData("totalItems")]
    [InlineData("totalItems > 1")]
    [InlineData("member contains 0 × a")]
    [InlineData("member[a].licence is absent")]
    public void A_line_that_could_not_fail_is_refused(string line) => Assert.Throws<FormatException>(() => Expectation.Parse(line));

    private static Question Of(string id) => QuestionDocument.Questions().Single(question => question.Id == id);

    private static bool Holds(string line)
    {
        using var answer = JsonDocument.Parse(Sample);
        return Expectation.Parse(line).Holds(answer.RootElement);
    }
}

/// <summary>The application on the day of the document: whether data are late depends on it.</summary>
public sealed class QuestionDay : IDisposable
{
    public CatalogApp App { get; } = new() { Time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero)) };

    public void Dispose() => App.Dispose();
}
