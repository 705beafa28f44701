using System.Text.Json;
using System.Text.RegularExpressions;

namespace DataCatalog.Seeding.Reading;

/// <summary>
/// The part of a Table Schema that is checked here: header, types, constraints and primary key. Foreign keys are checked by the record
/// rules, which see all files.
/// </summary>
internal sealed record TableSchema(IReadOnlyList<TableField> Fields, IReadOnlyList<string> PrimaryKey)
{
    private static readonly string[] Types = ["string", "integer", "number", "date", "any"];

    /// <summary>Reads <c>schema/{name}.schema.json</c>, which is embedded in this assembly.</summary>
    public static TableSchema Load(string name)
    {
        var resource = $"schema/{name}.schema.json";
        using var stream = typeof(TableSchema).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"This assembly has no resource {resource}.");
        using var document = JsonDocument.Parse(stream);
        return Read(document.RootElement);
    }

    public static TableSchema Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    public bool Has(string column) => Fields.Any(field => string.Equals(field.Name, column, StringComparison.Ordinal));

    private static TableSchema Read(JsonElement root) =>
        new([.. root.GetProperty("fields").EnumerateArray().Select(ReadField)], ReadKey(root));

    private static string[] ReadKey(JsonElement root) =>
        !root.TryGetProperty("primaryKey", out var key) ? []
        : key.ValueKind == JsonValueKind.Array ? [.. key.EnumerateArray().Select(name => name.GetString()!)]
        : [key.GetString()!];

    private static TableField ReadField(JsonElement field)
    {
        var constraints = field.TryGetProperty("constraints", out var found) ? found : default;
        return new TableField(Text(field, "name")!, ReadType(field))
        {
            Format = Text(field, "format"),
            Separator = Text(field, "separator"),
            Required = Flag(constraints, "required"),
            Unique = Flag(constraints, "unique"),
            Pattern = Text(constraints, "pattern") is { } pattern ? Whole(pattern) : null,
            Enum = Property(constraints, "enum") is { } values ? [.. values.EnumerateArray().Select(value => value.ToString())] : [],
            Minimum = Property(constraints, "minimum")?.ToString(),
            Maximum = Property(constraints, "maximum")?.ToString(),
            MinimumLength = Property(constraints, "minLength")?.GetInt32() ?? 0,
            MaximumLength = Property(constraints, "maxLength")?.GetInt32() ?? int.MaxValue,
        };
    }

    private static string ReadType(JsonElement field) =>
        Text(field, "type") is { } type && Types.Contains(type, StringComparer.Ordinal)
            ? type
            : throw new InvalidOperationException($"The field {Text(field, "name")} has a type that this reader does not know.");

    private static Regex Whole(string pattern) =>
        new(Anchored(pattern), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));

    /// <summary>Anchors a pattern; an anchored one stays as it is, so that messages show what the schema says.</summary>
    private static string Anchored(string pattern) =>
        pattern.StartsWith('^') && pattern.EndsWith('$') ? pattern : $"^(?:{pattern})$";

    private static bool Flag(JsonElement element, string name) => Property(element, name)?.GetBoolean() ?? false;

    private static string? Text(JsonElement element, string name) => Property(element, name)?.GetString();

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
