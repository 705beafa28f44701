using System.Text.RegularExpressions;

namespace DataCatalog.Tests.Content;

/// <summary>A question of docs/questions.md.</summary>
/// <param name="Id"><c>Q01</c></param>
/// <param name="Request">The address that answers it; null when none does yet.</param>
/// <param name="Expectations">What its answer says.</param>
internal sealed record Question(string Id, string? Request, IReadOnlyList<Expectation> Expectations);

/// <summary>Reads docs/questions.md.</summary>
internal static partial class QuestionDocument
{
    private static readonly Lazy<string> Text = new(() => File.ReadAllText(Repository.PathOf("docs", "questions.md")));

    /// <summary>The questions in the order of the document.</summary>
    /// <exception cref="FormatException">A block is not a request with what its answer says.</exception>
    public static IReadOnlyList<Question> Questions() => [.. Section.Matches(Text.Value).Select(Read)];

    /// <summary>The addresses that the text names beside the requests.</summary>
    public static IReadOnlyList<string> Addresses() =>
        [.. Address.Matches(Text.Value).Select(match => match.Groups["address"].Value).Distinct(StringComparer.Ordinal)];

    private static Question Read(Match section)
    {
        string[][] blocks =
        [
            .. Block.Matches(section.Value)
                .Select(block => block.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
        ];
        var id = section.Groups["id"].Value;
        return blocks switch
        {
            [] => new Question(id, Request: null, []),
            [[var request, .. var lines]] when request.StartsWith("GET /", StringComparison.Ordinal) =>
                new Question(id, request["GET ".Length..], [.. lines.Select(Expectation.Parse)]),
            _ => throw new FormatException($"{id} has more than one request, or one that is no GET."),
        };
    }

    [GeneratedRegex(
        @"^## (?<id>Q[0-9]{2})\..*?(?=^## |\z)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Section { get; }

    [GeneratedRegex(
        "^```http\n(?<lines>.*?)^```$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Block { get; }

    [GeneratedRegex("`(?<address>/[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Address { get; }
}
