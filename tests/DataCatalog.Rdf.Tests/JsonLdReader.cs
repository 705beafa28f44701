using System.Text.Json;

namespace DataCatalog.Rdf.Tests;

/// <summary>
/// Reads JSON-LD by its inline context, as strictly as JSON-LD 1.0 and 1.1 taken together: any name of the context may be a prefix
/// (1.0), only those that end in a delimiter are (1.1), and a key that means nothing is an error.
/// </summary>
internal sealed class JsonLdReader
{
    private readonly Dictionary<string, JsonElement> _context;
    private readonly List<Triple> _triples = [];
    private int _unlabelled;

    private JsonLdReader(JsonElement context) => _context = context.EnumerateObject().ToDictionary(
        entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);

    public static IReadOnlyList<Triple> Read(string text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
        var reader = new JsonLdReader(document.RootElement.GetProperty("@context"));
        if (document.RootElement.TryGetProperty("@graph", out var graph))
        {
            Assert.Equal(2, document.RootElement.GetPropertyCount());
            graph.EnumerateArray().ToList().ForEach(node => reader.ReadNode(node));
        }
        else
        {
            reader.ReadNode(document.RootElement);
        }

        return reader._triples;
    }

    private Resource ReadNode(JsonElement element)
    {
        var members = element.EnumerateObject().Where(member => member.Name is not "@context").ToList();
        var id = members.Where(member => IsKeyword(member.Name, "@id")).Select(member => member.Value.GetString()!).ToList();
        Resource subject = id is [var only] ? ReadId(only) : new BlankNode($"unlabelled{_unlabelled++}");
        foreach (var member in members.Where(member => !IsKeyword(member.Name, "@id")))
        {
            ReadMember(subject, member);
        }

        return subject;
    }

    private void ReadMember(Resource subject, JsonProperty member)
    {
        if (IsKeyword(member.Name, "@type"))
        {
            AddAll(subject, RdfTerms.Type, Many(member.Value).Select(type => (Term)new Iri(ExpandName(type.GetString()!))));
            return;
        }

        var (type, container) = (Setting(member.Name, "@type"), Setting(member.Name, "@container"));
        Assert.True(container is not "@set" || member.Value.ValueKind == JsonValueKind.Array, $"{member.Name} is not an array");
        AddAll(subject, new Iri(ExpandName(member.Name)), container is "@language"
            ? member.Value.EnumerateObject()
                .SelectMany(map => Many(map.Value).Select(text => Literal.InLanguage(text.GetString()!, map.Name)))
            : Many(member.Value).Select(value => ReadValue(value, type)));
    }

    private void AddAll(Resource subject, Iri predicate, IEnumerable<Term> values) =>
        _triples.AddRange(values.ToList().Select(value => new Triple(subject, predicate, value)));

    private Term ReadValue(JsonElement value, string? type) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty("@value", out var text) => ReadExpanded(value, text.GetString()!),
        JsonValueKind.Object => ReadNode(value),
        JsonValueKind.String when type is "@id" => ReadId(value.GetString()!),
        JsonValueKind.String => Literal.Of(value.GetString()!, type is null ? Xsd.String : new Iri(ExpandName(type))),
        JsonValueKind.Number => Literal.Of(value.GetRawText(), type is null ? Xsd.Integer : new Iri(ExpandName(type))),
        JsonValueKind.True or JsonValueKind.False when type is null => Literal.Of(value.GetBoolean()),
        _ => throw new InvalidDataException($"No value: {value.GetRawText()}"),
    };

    private Literal ReadExpanded(JsonElement value, string text) =>
        value.TryGetProperty("@language", out var language) ? Literal.InLanguage(text, language.GetString()!)
        : value.TryGetProperty("@type", out var type) ? Literal.Of(text, new Iri(ExpandName(type.GetString()!)))
        : Literal.Of(text);

    private Resource ReadId(string id) =>
        id.StartsWith("_:", StringComparison.Ordinal) ? new BlankNode(id[2..]) : new Iri(ExpandPrefix(id));

    private string ExpandName(string name) => _context.ContainsKey(name) ? ExpandPrefix(DefinitionOf(name)) : ExpandPrefix(name);

    /// <summary>IRI expansion (JSON-LD 1.1 API, section 5.2.2, step 6).</summary>
    private string ExpandPrefix(string iri)
    {
        var colon = iri.IndexOf(':', StringComparison.Ordinal);
        Assert.True(colon > 0, $"{iri} is not in the context");
        var (prefix, rest) = (iri[..colon], iri[(colon + 1)..]);
        if (rest.StartsWith("//", StringComparison.Ordinal) || !_context.ContainsKey(prefix))
        {
            return iri;
        }

        Assert.Contains(DefinitionOf(prefix)[^1], ":/?#[]@");
        return DefinitionOf(prefix) + rest;
    }

    private string DefinitionOf(string name) =>
        _context[name].ValueKind == JsonValueKind.String ? _context[name].GetString()! : Setting(name, "@id")!;

    private string? Setting(string name, string keyword) =>
        _context.TryGetValue(name, out var definition) && definition.ValueKind == JsonValueKind.Object
        && definition.TryGetProperty(keyword, out var setting) ? setting.GetString() : null;

    private bool IsKeyword(string name, string keyword) =>
        string.Equals(name, keyword, StringComparison.Ordinal)
        || (_context.TryGetValue(name, out var definition)
            && definition.ValueKind == JsonValueKind.String
            && definition.ValueEquals(keyword));

    private static JsonElement[] Many(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
}
