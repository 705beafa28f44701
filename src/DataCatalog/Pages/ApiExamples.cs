using System.Reflection;
using System.Text.RegularExpressions;
using DataCatalog.Dcat;

namespace DataCatalog.Pages;

/// <summary>
/// The first worked example of the documentation, for the page of developers: a test runs every example there. Its addresses begin with
/// the base URL of this catalogue.
/// </summary>
internal sealed partial class ApiExamples(CatalogIris iris)
{
    private const string Written = "http://localhost:5080";

    /// <summary>The name of each language, with the code.</summary>
    public IReadOnlyList<(string Language, string Code)> All { get; } =
    [
        .. Blocks.Matches(Read()).DistinctBy(block => block.Groups["language"].Value, StringComparer.Ordinal).Select(block =>
            (NameOf(block.Groups["language"].Value), block.Groups["code"].Value.Replace(Written, iris.BaseUrl, StringComparison.Ordinal))),
    ];

    private static string NameOf(string language) => language switch
    {
        "bash" => "curl",
        "python" => "Python",
        "javascript" => "JavaScript",
        _ => "C#",
    };

    private static string Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("docs/api.md")
            ?? throw new InvalidOperationException("The worked examples are missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(
        "```(?<language>bash|python|javascript|csharp)\n(?<code>.*?)\n```",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Blocks { get; }
}
