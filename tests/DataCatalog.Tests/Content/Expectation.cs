using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;

namespace DataCatalog.Tests.Content;

/// <summary>
/// A line of docs/questions.md on an answer: <c>path = value</c>, <c>path contains [n ×] value</c> or <c>path is absent</c>.
/// </summary>
/// <param name="Path">Keys with dots between; <c>key[name]</c> takes the nodes of that name only.</param>
/// <param name="Kind">What must be so.</param>
/// <param name="Value">A text, a number, or a name of a node; empty for what is absent.</param>
/// <param name="Times">How often the value must be there; null for at least once.</param>
internal sealed partial record Expectation(string Path, ExpectationKind Kind, string Value, int? Times = null)
{
    private static readonly HashSet<string> Keys =
        [.. CatalogContext.For(new CatalogIris(CatalogApp.BaseUrl)).Terms.Select(term => term.Name)];

    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">It is none of the three forms, or says absent what no document has.</exception>
    public static Expectation Parse(string line)
    {
        var match = Form.Match(line);
        if (!match.Success)
        {
            throw new FormatException($"'{line}' says nothing that can be checked.");
        }

        var path = match.Groups["path"].Value;
        if (match.Groups["absent"].Success)
        {
            return Keys.Contains(path.Split('.')[^1])
                ? new Expectation(path, ExpectationKind.Absent, "")
                : throw new FormatException($"'{line}' is true of every document: there is no such key.");
        }

        var times = match.Groups["times"];
        return new Expectation(
            path,
            match.Groups["equals"].Success ? ExpectationKind.Only : ExpectationKind.Among,
            match.Groups["value"].Value,
            times.Success ? int.Parse(times.Value, CultureInfo.InvariantCulture) : null);
    }

    public bool Holds(JsonElement answer)
    {
        string[] steps = [.. Step.Matches(Path).Select(step => step.Value)];
        var parents = steps[..^1].Aggregate((IReadOnlyList<JsonElement>)[answer], Follow);
        var values = Follow(parents, steps[^1]);
        var found = values.Count(IsValue);
        return Kind switch
        {
            ExpectationKind.Only => values.Count == 1 && found == 1,
            ExpectationKind.Among => Times is { } times ? found == times : found > 0,
            _ => parents.Count > 0 && values.Count == 0,
        };
    }

    private static IReadOnlyList<JsonElement> Follow(IReadOnlyList<JsonElement> nodes, string step)
    {
        var match = Step.Match(step);
        var values = nodes
            .Where(node => node.ValueKind == JsonValueKind.Object)
            .SelectMany(node => node.TryGetProperty(match.Groups["key"].Value, out var value) ? Items(value) : []);
        return [.. match.Groups["name"] is { Success: true } name ? values.Where(value => Names(value).Contains(name.Value)) : values];
    }

    private bool IsValue(JsonElement value) => Names(value).Contains(Value);

    private static JsonElement[] Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    /// <summary>
    /// The names of a value: the value itself, or the identifier, notation, type or address of a node, or the end of one of these.
    /// </summary>
    private static IEnumerable<string> Names(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => from key in (string[])["identifier", "notation", "type", "id"]
                                where value.TryGetProperty(key, out _)
                                from name in Items(value.GetProperty(key)).Select(item => item.GetString()!)
                                from part in (string[])[name, name[(name.LastIndexOf('/') + 1)..], name[(name.LastIndexOf('#') + 1)..]]
                                select part,
        JsonValueKind.String => [value.GetString()!],
        _ => [value.GetRawText()],
    };

    [GeneratedRegex(
        @"^(?<path>\S+) (?:(?<equals>=) (?<value>.+)|contains (?:(?<times>[1-9][0-9]*) × )?(?<value>(?![0-9]+ ×).+)|(?<absent>is absent))$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Form { get; }

    [GeneratedRegex(@"(?<key>@?\w+)(\[(?<name>[^\]]+)\])?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Step { get; }
}

internal enum ExpectationKind
{
    /// <summary>There is one value, and it is this.</summary>
    Only,

    /// <summary>The value is there, or is there so many times.</summary>
    Among,

    /// <summary>Nothing is said.</summary>
    Absent,
}
