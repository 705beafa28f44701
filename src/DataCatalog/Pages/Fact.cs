using System.Globalization;
using System.Text.Json;
using DataCatalog.Http;

namespace DataCatalog.Pages;

/// <summary>
/// A value in the JSON of an answer, or nothing. Pages show what apps read: the keys are those of the API description. A fact that is not
/// known is left out there, so a page asks for it and shows it only where it is.
/// </summary>
public readonly record struct Fact
{
    /// <summary>The keys that have the name of a thing, the best first.</summary>
    private static readonly string[] Names = ["title", "prefLabel", "name", "labels", "label", "fn"];

    private readonly JsonElement _json;

    /// <summary>Wraps a value.</summary>
    public Fact(JsonElement json) => _json = json;

    /// <summary>Whether there is a value.</summary>
    public bool IsKnown => _json.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>Whether the value has parts of its own.</summary>
    public bool IsNode => _json.ValueKind is JsonValueKind.Object && !IsText;

    public bool IsList => _json.ValueKind is JsonValueKind.Array;

    /// <summary>Whether this is a text in several languages.</summary>
    public bool IsText => _json.ValueKind is JsonValueKind.Object && _json.TryGetProperty(PageLanguage.French, out _);

    /// <summary>The values of a list, the value itself of anything else, and none of nothing.</summary>
    public IEnumerable<Fact> All => IsList ? _json.EnumerateArray().Select(item => new Fact(item)) : IsKnown ? [this] : [];

    /// <summary>The parts of a node with their keys, in the order of the answer.</summary>
    public IEnumerable<(string Key, Fact Value)> Parts =>
        IsNode ? _json.EnumerateObject().Select(part => (part.Name, new Fact(part.Value))) : [];

    /// <summary>The number; 0 for anything else.</summary>
    public int Number => _json.ValueKind is JsonValueKind.Number && _json.TryGetInt32(out var number) ? number : 0;

    /// <summary>The IRI of a node; empty for anything else.</summary>
    public string Id => this["id"].Plain;

    /// <summary>The code of a term.</summary>
    public string Code => this["code"].Plain;

    /// <summary>What a thing is called; nothing when it has no name.</summary>
    public Fact Name => Array.Find(Names, Has) is { } key ? this[key] : default;

    /// <summary>The text of a value that has one form only; empty for anything else.</summary>
    public string Plain => _json.ValueKind switch
    {
        JsonValueKind.String => _json.GetString()!,
        JsonValueKind.Number => _json.GetRawText(),
        _ => "",
    };

    /// <summary>The text in the language of the reader, or else in French; texts in several languages may hold several words.</summary>
    public string Text => IsText ? InLanguage is { IsList: true } words ? string.Join(", ", words.All.Select(word => word.Plain))
        : InLanguage.Plain
        : Plain;

    /// <summary>The language of the text, where it is not the reader's.</summary>
    public string? OtherLanguage => IsText && !Has(Reader) ? PageLanguage.French : null;

    /// <summary>Whether the text that the reader sees is the French one.</summary>
    public bool IsFrench => Reader is PageLanguage.French || OtherLanguage is PageLanguage.French;

    private static string Reader => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private Fact InLanguage => this[Reader] is { IsKnown: true } own ? own : this[PageLanguage.French];

    /// <summary>A part of a node.</summary>
    public Fact this[string key] =>
        _json.ValueKind is JsonValueKind.Object && _json.TryGetProperty(key, out var part) ? new(part) : default;

    /// <summary>What an answer says under a key about one of its entries.</summary>
    public Fact Said(string key, Fact entry) =>
        this[key].All.FirstOrDefault(said => string.Equals(said["primaryTopic"].Plain, entry.Id, StringComparison.Ordinal));

    /// <summary>Whether a node has a part.</summary>
    public bool Has(string key) => this[key].IsKnown;

    /// <summary>Whether the value is a text.</summary>
    public bool Is(string text) => string.Equals(Plain, text, StringComparison.Ordinal);
}
