using System.Globalization;
using DataCatalog.Dcat.Rules;
using DataCatalog.Rdf;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Http;

/// <summary>
/// Reads the query parameters of a request one by one, for every list, and keeps them for the links of the answer. A value that means
/// nothing is refused: ignoring it would give a wrong answer that looks right.
/// </summary>
internal sealed class ParameterReader
{
    /// <summary>The most values that one parameter may have.</summary>
    public const int MaxValues = 100;

    /// <summary>The most allowed values that an error lists.</summary>
    private const int MostListed = 60;

    private readonly List<(string Name, string Value)> _read = [];

    /// <summary>The parameters that were read, in the order of reading.</summary>
    public IReadOnlyList<(string Name, string Value)> Read => _read;

    /// <summary>The parameters that were read, as a query for links; empty when there are none.</summary>
    public string Query => string.Join('&', _read.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));

    /// <summary>Reads a parameter that may be given several times.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="values">Its values; null when it was not given.</param>
    /// <param name="expected">Returns what was expected instead of a value, in words; null for a valid value.</param>
    /// <returns>The first fault, or null.</returns>
    public ProblemHttpResult? Values(string name, IReadOnlyList<string>? values, Func<string, string?> expected)
    {
        if (TooMany(name, values) is { } fault)
        {
            return fault;
        }

        foreach (var value in (values ?? []).Distinct(StringComparer.Ordinal))
        {
            _read.Add((name, value));
            if (expected(value) is { } sentence)
            {
                return Wrong(name, value, sentence);
            }
        }

        return null;
    }

    /// <summary>Reads a parameter that is given once.</summary>
    public ProblemHttpResult? Value(string name, string? value, Func<string, string?> expected) =>
        Values(name, value is null ? null : [value], expected);

    /// <summary>Reads a text of limited length.</summary>
    public ProblemHttpResult? Text(string name, string? text, int longest)
    {
        if (text?.Length > longest)
        {
            return Problems.BadQuery(
                name, string.Create(CultureInfo.InvariantCulture, $"'{name}' has {text.Length} characters; expected at most {longest}."));
        }

        return Value(name, text, _ => null);
    }

    /// <summary>Reads words to search for; blanks alone are no words, and the answer may repeat the words that it reads.</summary>
    public ProblemHttpResult? Words(string name, string? text, int longest, out string? words)
    {
        words = string.IsNullOrWhiteSpace(text) ? null : XmlText.WithoutInvalid(text);
        return words is null ? null : Text(name, text, longest);
    }

    /// <summary>Reads values of a closed set.</summary>
    public ProblemHttpResult? Choices(string name, IReadOnlyList<string>? values, IReadOnlyList<string> allowed) => Values(
        name,
        values,
        value => allowed.Contains(value, StringComparer.Ordinal)
            ? null
            : $"{(allowed.Count == 1 ? "" : "one of ")}{string.Join(", ", allowed)}{Nearest(value, allowed)}");

    /// <summary>Reads one value of a closed set.</summary>
    public ProblemHttpResult? Choice(string name, string? value, IReadOnlyList<string> allowed) =>
        Choices(name, value is null ? null : [value], allowed);

    /// <summary>
    /// Reads codes of a vocabulary. What answers publish for a term, such as its IRI or its notation, stands for its code, also in links to
    /// other pages.
    /// </summary>
    /// <param name="name">The parameter.</param>
    /// <param name="values">Its values; null when it was not given.</param>
    /// <param name="scheme">The vocabulary.</param>
    /// <param name="known">The current vocabularies.</param>
    /// <param name="codes">The codes, each once; only valid when there is no fault.</param>
    /// <param name="others">Words that are allowed beside the codes.</param>
    public ProblemHttpResult? Codes(
        string name,
        IReadOnlyList<string>? values,
        string scheme,
        ReferenceSnapshot known,
        out IReadOnlyList<string> codes,
        params IReadOnlyList<string> others) => Meant(
        name,
        values,
        value => others.Contains(value, StringComparer.Ordinal) ? [value] : known.CodesMeant(scheme, value),
        value => ExpectedCode(value, scheme, known, others),
        out codes);

    /// <summary>Reads identifiers of publishers. The address of a publisher stands for its identifier, also in links.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="values">Its values; null when it was not given.</param>
    /// <param name="known">The current agents.</param>
    /// <param name="publishers">Returns the publishers from which a mistyped identifier is corrected.</param>
    /// <param name="ids">The identifiers, each once; only valid when there is no fault.</param>
    public ProblemHttpResult? Publishers(
        string name,
        IReadOnlyList<string>? values,
        ReferenceSnapshot known,
        Func<IReadOnlyList<string>> publishers,
        out IReadOnlyList<string> ids) => Meant(
        name,
        values,
        value => known.AgentMeant(value) is { } id ? [id] : [],
        value => $"an identifier or an address of '/agents'{Nearest(value, publishers())}",
        out ids);

    /// <summary>Reads values that stand for codes, and keeps the codes for the links.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="values">Its values; null when it was not given.</param>
    /// <param name="codesOf">Lists the codes that a value stands for: one where it is clear.</param>
    /// <param name="expected">Says what was expected instead of a value without a meaning.</param>
    /// <param name="codes">The codes, each once; only valid when there is no fault.</param>
    public ProblemHttpResult? Meant(
        string name,
        IReadOnlyList<string>? values,
        Func<string, IReadOnlyList<string>> codesOf,
        Func<string, string> expected,
        out IReadOnlyList<string> codes)
    {
        codes = [];
        if (TooMany(name, values) is { } fault)
        {
            return fault;
        }

        var found = new List<string>();
        foreach (var value in values ?? [])
        {
            switch (codesOf(value))
            {
                case [var code]:
                    found.Add(code);
                    break;
                case []:
                    return Wrong(name, value, expected(value));
                case var several:
                    return Wrong(name, value, $"one of those that it may stand for: {string.Join(", ", several.Take(MostListed))}");
            }
        }

        codes = [.. found.Distinct(StringComparer.Ordinal)];
        return Values(name, codes, _ => null);
    }

    /// <summary>Reads <c>true</c> or <c>false</c>, and applies it.</summary>
    public ProblemHttpResult? Flag(string name, bool? value, Action<bool> apply)
    {
        if (value is { } wanted)
        {
            _read.Add((name, wanted ? "true" : "false"));
            apply(wanted);
        }

        return null;
    }

    /// <summary>Reads a whole number from 0.</summary>
    public ProblemHttpResult? Number(string name, int? value, int most) => Value(
        name,
        value?.ToString(CultureInfo.InvariantCulture),
        _ => value <= most ? null : string.Create(CultureInfo.InvariantCulture, $"a whole number from 0 to {most}"));

    /// <summary>Reads an instant, and applies it. Links have the plus sign that a query turned into a blank.</summary>
    public ProblemHttpResult? Instant(string name, string? text, Action<DateTimeOffset> apply) =>
        Value(name, text is null ? null : QueryInstant.WithPlus(text), value =>
        {
            if (!QueryInstant.TryParse(value, out var instant))
            {
                return QueryInstant.Expected(value);
            }

            apply(instant);
            return null;
        });

    /// <summary>Reads a number between limits. The caller adds it to the links.</summary>
    public static ProblemHttpResult? Count(string name, int? value, CountLimits limits, out int count)
    {
        count = value ?? limits.Usual;
        return count < 1 || count > limits.Most
            ? Problems.BadQuery(name, string.Create(CultureInfo.InvariantCulture, $"'{name}' is {count}; expected 1 to {limits.Most}."))
            : null;
    }

    /// <summary>Returns the allowed values nearest to a mistyped one, as the end of a sentence; empty when none is near.</summary>
    public static string Nearest(string value, IEnumerable<string> allowed) => EditDistance.Meant(value, allowed, 3) switch
    {
        [] => "",
        [var only] => $"; the nearest is {only}",
        var several => $"; the nearest are {string.Join(", ", several)}",
    };

    /// <summary>Says that a code was expected: which there are, the nearest, and what an address of another vocabulary names.</summary>
    private static string ExpectedCode(string value, string scheme, ReferenceSnapshot known, IReadOnlyList<string> others)
    {
        string[] allowed = [.. known.CodesOf(scheme), .. others];
        var what = string.Concat(others.Select((other, index) => index == others.Count - 1 ? $"{other} or " : $"{other}, "));
        var elsewhere = known.FindByAddress(value) is { } term ? $"; it names '{term.Code}' of '/vocabularies/{term.Scheme}'" : "";
        return $"{what}a code of '/vocabularies/{scheme}', its IRI or its notation{Listed(allowed)}{elsewhere}{Nearest(value, allowed)}";
    }

    private static string Listed(string[] allowed) => allowed.Length <= MostListed ? $" ({string.Join(", ", allowed)})" : "";

    private static ProblemHttpResult? TooMany(string name, IReadOnlyList<string>? values) => values is { Count: > MaxValues }
        ? Problems.BadQuery(name, string.Create(
            CultureInfo.InvariantCulture, $"'{name}' is given {values.Count} times; expected at most {MaxValues} values."))
        : null;

    private static ProblemHttpResult Wrong(string name, string value, string expected) =>
        Problems.BadQuery(name, $"'{name}' is '{Shown.Of(value)}'; expected {expected}.");
}

/// <summary>The limits of a number in a request.</summary>
/// <param name="Usual">The default.</param>
/// <param name="Most">The largest allowed number; the smallest is 1.</param>
internal sealed record CountLimits(int Usual, int Most);
