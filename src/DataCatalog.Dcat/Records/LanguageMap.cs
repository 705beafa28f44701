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
    public LanguageMap(IEnumerable<KeyValuePair<string, string>> texts)
    {
        _texts = [.. texts.Where(text => text.Value.Length > 0)];
        if (!IsInOrder(_texts))
        {
            _texts = [.. _texts.OrderBy(text => text.Key, Comparer<string>.Create(Compare))];
        }
    }

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

    /// <summary>Tells whether the texts need not be sorted: stored ones are in order.</summary>
    private static bool IsInOrder(KeyValuePair<string, string>[] texts)
    {
        for (var index = 1; index < texts.Length; index++)
        {
            if (Compare(texts[index - 1].Key, texts[index].Key) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int Compare(string one, string other) =>
        (IsFrench(one), IsFrench(other)) switch
        {
            (true, false) => -1,
            (false, true) => 1,
            _ => string.CompareOrdinal(one, other),
        };

    private static bool IsFrench(string language) => string.Equals(language, "fr", StringComparison.Ordinal);

    public override int GetHashCode() => _texts.Aggregate(0, (hash, text) => HashCode.Combine(hash, text.Key, text.Value));
}

/// <summary>Reads and writes a language map as a JSON object.</summary>
public sealed class LanguageMapConverter : JsonConverter<LanguageMap>
{
    public override LanguageMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Texts by language are an object.");
        }

        var texts = new List<KeyValuePair<string, string>>(2);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var language = LanguageOf(ref reader);
            reader.Read();
            texts.Add(new(language, reader.GetString() ?? ""));
        }

        return new LanguageMap(texts);
    }

    /// <summary>Reads a key; the two languages of nearly all texts are no new strings.</summary>
    private static string LanguageOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("fr"u8) ? "fr" : reader.ValueTextEquals("en"u8) ? "en" : reader.GetString()!;

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
