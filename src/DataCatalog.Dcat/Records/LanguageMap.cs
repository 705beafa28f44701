using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataCatalog.Dcat.Records;

/// <summary>
/// One text in several languages, keyed by lower-case BCP 47 tag. French comes first, the others in the order of their tags, so that
/// the same content always gives the same bytes.
/// </summary>
[JsonConverter(typeof(LanguageMapConverter))]
public sealed class LanguageMap : IReadOnlyCollection<KeyValuePair<string, string>>, IEquatable<LanguageMap>
{
    private readonly KeyValuePair<string, string>[] _texts;

    /// <summary>Creates a map of texts.</summary>
    /// <param name="texts">Texts by language tag; empty texts are left out.</param>
    public LanguageMap(IEnumerable<KeyValuePair<string, string>> texts) =>
        _texts = [.. texts
            .Where(text => text.Value.Length > 0)
            .OrderByDescending(text => string.Equals(text.Key, "fr", StringComparison.Ordinal))
            .ThenBy(text => text.Key, StringComparer.Ordinal)];

    public int Count => _texts.Length;

    /// <summary>The texts, French first.</summary>
    public IEnumerable<string> Values => _texts.Select(text => text.Value);

    /// <summary>The text in one language; null when there is none.</summary>
    public string? this[string language] =>
        _texts.FirstOrDefault(text => string.Equals(text.Key, language, StringComparison.Ordinal)).Value;

    /// <summary>Creates a map of a French text and, where there is one, an English text.</summary>
    public static LanguageMap Of(string french, string? english = null) =>
        new([new("fr", french), new("en", english ?? "")]);

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, string>>)_texts).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(LanguageMap? other) => other is not null && _texts.SequenceEqual(other._texts);

    public override bool Equals(object? obj) => Equals(obj as LanguageMap);

    public override int GetHashCode() => _texts.Aggregate(0, (hash, text) => HashCode.Combine(hash, text.Key, text.Value));
}

/// <summary>Reads and writes a language map as a JSON object.</summary>
public sealed class LanguageMapConverter : JsonConverter<LanguageMap>
{
    public override LanguageMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return new LanguageMap(document.RootElement.EnumerateObject()
            .Select(text => new KeyValuePair<string, string>(text.Name, text.Value.GetString() ?? "")));
    }

    public override void Write(Utf8JsonWriter writer, LanguageMap value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (language, text) in value)
        {
            writer.WriteString(language, text);
        }

        writer.WriteEndObject();
    }
}
