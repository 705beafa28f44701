using System.Text.RegularExpressions;

namespace DataCatalog.Tests.Fuzz;

/// <summary>Judges the headers of an answer.</summary>
internal static partial class HeaderJudge
{
    private const int Longest = 2048;

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept-Ranges", "Access-Control-Allow-Headers", "Access-Control-Allow-Methods", "Access-Control-Allow-Origin",
        "Access-Control-Expose-Headers", "Allow", "Cache-Control", "Catalog-Sequence", "Connection", "Content-Disposition",
        "Content-Encoding", "Content-Language", "Content-Length", "Content-Location", "Content-Range", "Content-Security-Policy",
        "Content-Type", "Date", "ETag", "Expires", "Last-Modified", "Link", "Location", "Pragma", "Referrer-Policy", "Repr-Digest",
        "Retry-After", "Transfer-Encoding", "Vary", "X-Content-Type-Options",
    };

    public static IEnumerable<Fault> Judge(RawAnswer answer)
    {
        if (answer.HeadLength > Longest)
        {
            var longest = answer.Headers.GroupBy(header => header.Name).MaxBy(group => group.Sum(header => header.Value.Length))!;
            yield return new Fault(
                Check.HeadersAreShort,
                $"headers of more than 2 KB, most of it {longest.Key}",
                $"{answer.Status}: {answer.HeadLength} bytes, {longest.Count()} of {longest.Key}");
        }

        foreach (var (name, value) in answer.Headers)
        {
            if (!Known.Contains(name))
            {
                yield return new Fault(Check.HeadersAreClean, $"unexpected header {name}", $"{name}: {value}");
            }
            else if (value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            {
                yield return new Fault(Check.HeadersAreClean, $"{name} is not printable ASCII", $"{name}: {value}");
            }
            else if (IrisOf(name, value) is { } iris && (iris.Count == 0 || !iris.All(IsOurs)))
            {
                yield return new Fault(Check.HeadersAreClean, $"{name} holds what is no IRI of ours", $"{name}: {value}");
            }
        }
    }

    /// <summary>The IRIs of a header that has some; none where it cannot be read.</summary>
    private static IReadOnlyList<string>? IrisOf(string name, string value) => name.ToUpperInvariant() switch
    {
        "LINK" => Links.Match(value) is { Success: true } links ? [.. links.Groups["iri"].Captures.Select(capture => capture.Value)] : [],
        "CONTENT-LOCATION" => [value],
        _ => null,
    };

    private static bool IsOurs(string iri) => iri.StartsWith(CatalogApp.BaseUrl + "/", StringComparison.Ordinal) && Iri.IsMatch(iri);

    [GeneratedRegex(
        """^(<(?<iri>[^<>]*)>(\s*;\s*[a-z]+="[^"]*")+(,\s*|$))+$""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Links { get; }

    /// <summary>RFC 3986 appendix A, as far as characters go.</summary>
    [GeneratedRegex(
        @"^https?:([A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Iri { get; }
}
