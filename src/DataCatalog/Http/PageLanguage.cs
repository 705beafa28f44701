using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Http;

/// <summary>
/// The language of a page: <c>ui</c> in the address, else the one that <c>Accept-Language</c> prefers, else French. There is no cookie.
/// Only pages have a language: all other syntaxes have every language at once.
/// </summary>
internal static class PageLanguage
{
    /// <summary>The parameter that names the language.</summary>
    public const string Parameter = "ui";

    public const string French = "fr";

    /// <summary>The languages of pages; the first one is the usual one.</summary>
    public static readonly IReadOnlyList<string> All = [French, "en"];

    private static readonly Memo<string> Known = new(Preferred);

    /// <summary>Returns the language of the page that a request asks for.</summary>
    public static string Of(HttpRequest request) => Asked(request) ?? OfHeader(request);

    /// <summary>Returns the language that the header alone asks for.</summary>
    public static string OfHeader(HttpRequest request) =>
        request.Headers.AcceptLanguage.Count == 0 ? French : Known.Of(request.Headers.AcceptLanguage.ToString());

    /// <summary>Returns the language in the address; null when it names none.</summary>
    public static string? Asked(HttpRequest request) =>
        request.Query[Parameter].ToString() is { Length: > 0 } asked && All.Contains(asked, StringComparer.Ordinal) ? asked : null;

    /// <summary>Refuses other languages in the address.</summary>
    public static ProblemHttpResult? FaultOf(StringValues values) => All.Contains(values.ToString(), StringComparer.Ordinal) ? null
        : Problems.BadQuery(Parameter, $"'{Parameter}' is '{Shown.Of(values.ToString())}'; pages are in {string.Join(" and ", All)}.");

    private static string Preferred(string header)
    {
        var ranges = StringWithQualityHeaderValue.TryParseList([header], out var parsed) ? parsed : [];
        return All.MaxBy(language => ranges
            .Where(range => Speaks(range.Value.ToString(), language))
            .Select(range => range.Quality ?? 1).DefaultIfEmpty(0).Max())!;
    }

    /// <summary>Whether a range (RFC 4647 section 2.1) is a language or one of its regions: <c>en</c>, <c>en-GB</c>.</summary>
    private static bool Speaks(string range, string language) =>
        range.StartsWith(language, StringComparison.OrdinalIgnoreCase)
        && (range.Length == language.Length || range[language.Length] is '-');
}
