using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace DataCatalog.Dcat.Records;

/// <summary>
/// Reads and writes the stored form of records: camelCase JSON, without keys for unknown facts, with accents unescaped. Equal records give
/// equal text, so documents can be compared as text.
/// </summary>
public static class RecordJson
{
    private static readonly JsonSerializerOptions Options = new(RecordJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = RecordJsonContext.Default.WithAddedModifier(OmitEmptyAreas),
    };

    public static string Write<T>(T record)
        where T : IRecord => JsonSerializer.Serialize(record, TypeInfo<T>());

    /// <summary>Reads a stored document.</summary>
    /// <exception cref="JsonException">The document is not of the record's shape, or has the shape of a newer program.</exception>
    public static T Read<T>(string document)
        where T : IRecord => Checked(JsonSerializer.Deserialize(document, TypeInfo<T>()));

    /// <summary>Reads a stored document from its UTF-8.</summary>
    /// <exception cref="JsonException">The document is not of the record's shape, or has the shape of a newer program.</exception>
    public static T Read<T>(ReadOnlySpan<byte> document)
        where T : IRecord => Checked(JsonSerializer.Deserialize(document, TypeInfo<T>()));

    private static T Checked<T>(T? read)
        where T : IRecord
    {
        var record = read ?? throw new JsonException("A stored document is 'null'.");
        if (record.SchemaVersion > IRecord.NewestSchema)
        {
            throw new JsonException(string.Create(CultureInfo.InvariantCulture,
                $"The stored document of '{record.Id}' has schema version {record.SchemaVersion}; this program reads up to ")
                + string.Create(CultureInfo.InvariantCulture, $"{IRecord.NewestSchema}. Use the newer program that wrote it."));
        }

        return record;
    }

    /// <summary>
    /// Leaves out the lists that older documents lack where they are empty: the document of a dataset that has not changed stays the same.
    /// </summary>
    private static void OmitEmptyAreas(JsonTypeInfo type)
    {
        foreach (var property in type.Type == typeof(Dataset) ? type.Properties : [])
        {
            if (property.Name is "territoriesExcept" or "territoriesUnknown")
            {
                property.ShouldSerialize = (_, value) => value is IReadOnlyList<string> { Count: > 0 };
            }
        }
    }

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Agent))]
[JsonSerializable(typeof(Catalog))]
[JsonSerializable(typeof(Concept))]
[JsonSerializable(typeof(ConceptScheme))]
[JsonSerializable(typeof(DataService))]
[JsonSerializable(typeof(Dataset))]
[JsonSerializable(typeof(DatasetSeries))]
[JsonSerializable(typeof(LegalRule))]
[JsonSerializable(typeof(Model))]
[JsonSerializable(typeof(Territory))]
internal sealed partial class RecordJsonContext : JsonSerializerContext;
