using System.Globalization;
using System.Text.Json;
using DataCatalog.Dcat;

namespace DataCatalog.Storage;

/// <summary>
/// Finds entries by what identifies them: their identifier or address here, an identifier on another platform, the address of their page
/// there, or that of their own page.
/// </summary>
internal sealed class IdentifierQuery
{
    /// <summary>The maximal length of an identifier or address, in characters.</summary>
    public const int MaxLength = 500;

    /// <summary>
    /// Where the national access point for transport data has its pages: their names are those of the same datasets on data.gouv.fr.
    /// </summary>
    private const string TransportPages = "transport.data.gouv.fr/datasets/";

    private static readonly Dictionary<string, string[]> Pages = new(StringComparer.Ordinal)
    {
        [Kinds.Dataset] = ["landingPage"],
        [Kinds.Service] = ["landingPage", "documentation", "endpointUrl"],
    };

    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        [Kinds.Dataset] = "datasets",
        [Kinds.Service] = "services",
        [Kinds.Model] = "models",
        [Kinds.Series] = "series",
    };

    private readonly CatalogIris _iris;
    private readonly IReadOnlyList<string> _texts;

    /// <summary>Creates the query.</summary>
    /// <param name="texts">Identifiers and addresses: an entry is found by any of them.</param>
    /// <param name="iris">The addresses of this catalogue.</param>
    public IdentifierQuery(IEnumerable<string> texts, CatalogIris iris)
    {
        _iris = iris;
        _texts = [.. texts.Select(text => text.Trim())];
    }

    /// <summary>Says what was expected instead of a text that no entry can have; null for one that an entry may have.</summary>
    public static string? Expected(string text) =>
        text.Length > MaxLength
            ? string.Create(CultureInfo.InvariantCulture, $"at most {MaxLength} characters; this has {text.Length}")
        : text.Trim() is { Length: > 0 } trimmed && !trimmed.Any(character => char.IsWhiteSpace(character) || char.IsControl(character))
            ? null
        : "an identifier (qualite-eau-robinet) or an address (https://www.data.gouv.fr/datasets/…), without blanks";

    /// <summary>Selects the entries of a kind.</summary>
    public Selection Of(string kind)
    {
        var parameters = new Dictionary<string, object>(StringComparer.Ordinal);
        return new Selection(Condition(kind, "t.id", parameters), parameters);
    }

    /// <summary>Returns the condition on an id, in SQL, and adds its parameters.</summary>
    /// <param name="kind">The kind of the entry.</param>
    /// <param name="id">The column that has the id.</param>
    /// <param name="parameters">Gets the values of the parameters.</param>
    public string Condition(string kind, string id, Dictionary<string, object> parameters)
    {
        parameters[$"{kind}Ids"] = JsonSerializer.Serialize(_texts.Select(text => IdHere(kind, text)));
        var found = $"select value from json_each(@{kind}Ids)";
        if (Pages.TryGetValue(kind, out var pages))
        {
            parameters[$"{kind}Records"] = JsonSerializer.Serialize(_texts.SelectMany(text => RecordsOf(kind, text)));
            parameters[$"{kind}Pages"] = JsonSerializer.Serialize(_texts.Where(AddressKey.IsAddress).SelectMany(AddressKey.WaysToWrite));
            found += $" union select l.{kind}_id from json_each(@{kind}Records) r join {kind}_identifier l"
                + " on l.identifier = r.value ->> 1 and (l.platform = r.value ->> 0 or r.value ->> 0 = '')"
                + string.Concat(pages.Select(page =>
                    $" union select id from {kind} where document ->> '$.{page}' in (select value from json_each(@{kind}Pages))"));
        }

        return $"{id} in ({found})";
    }

    /// <summary>Returns the identifier in an address of an entry here; a text that is no such address unchanged.</summary>
    private string IdHere(string kind, string text)
    {
        var start = AddressKey.Of(_iris.At($"{Paths[kind]}/x").Value)![..^1];
        return AddressKey.Of(text) is { } key && key.StartsWith(start, StringComparison.Ordinal)
            ? key[start.Length..].Split('?', '#')[0].Split('.')[0]
            : text;
    }

    /// <summary>Lists the records on other platforms that a text may name, as platform and identifier; no platform means any.</summary>
    private static IEnumerable<string[]> RecordsOf(string kind, string text)
    {
        if (AddressKey.Of(text) is not { } key)
        {
            return [["", text]];
        }

        var transport = key.StartsWith(TransportPages, StringComparison.Ordinal) ? key[TransportPages.Length..] : "";
        return Platforms.RecordAt(text, isService: kind is Kinds.Service) is { } record ? [[record.Platform, record.Identifier]]
            : transport.Length > 0 ? [["data.gouv.fr", transport]]
            : [];
    }
}
