using System.Text.RegularExpressions;

namespace DataCatalog.Tests.Mapping;

/// <summary>One line of N-Triples, its terms as written.</summary>
internal sealed record Statement(string Subject, string Predicate, string Object);

/// <summary>The documents of every dataset, service and series as N-Triples.</summary>
internal static partial class Corpus
{
    public const string Dcat = "http://www.w3.org/ns/dcat#";
    public const string Dct = "http://purl.org/dc/terms/";
    public const string Type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<Statement>>> ReadAsync(CatalogApp app, params string[] lists)
    {
        var documents = new Dictionary<string, IReadOnlyList<Statement>>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            foreach (var member in await app.MembersAsync(list))
            {
                var iri = member.GetProperty("id").GetString()!;
                documents.Add(iri, await DocumentAsync(app, iri[CatalogApp.BaseUrl.Length..]));
            }
        }

        Assert.NotEmpty(documents);
        return documents;
    }

    public static async Task<IReadOnlyList<Statement>> DocumentAsync(CatalogApp app, string address)
    {
        using var response = await app.GetAsync(address + ".nt");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return Parse(text);
    }

    /// <summary>The statements of a document in N-Triples.</summary>
    public static IReadOnlyList<Statement> Parse(string document) =>
        [.. document.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ParseLine)];

    private static Statement ParseLine(string line)
    {
        var match = Line().Match(line);
        Assert.True(match.Success, line);
        return new Statement(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
    }

    [GeneratedRegex(@"^(?<1><[^>]*>|_:\w+) (?<2><[^>]*>) (?<3>.+) \.$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Line();
}
