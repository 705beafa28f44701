using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataCatalog.Rdf;

/// <summary>A key that documents may use, with all that its definition in a context says.</summary>
/// <param name="term">What the key stands for.</param>
/// <param name="number">Its number among the keys.</param>
/// <param name="prefixed">Finds the prefix of an IRI.</param>
internal sealed class JsonLdKey(JsonLdTerm term, int number, Func<Iri, PrefixedName?> prefixed)
{
    public JsonLdTerm Term => term;

    public int Number => number;

    public JsonEncodedText Name { get; } = JsonLdVocabulary.Encode(term.Name);

    /// <summary>The predicate as the definition has it.</summary>
    public string Predicate { get; } = prefixed(term.Predicate)?.ToString() ?? term.Predicate.Value;

    /// <summary>The type of the values as the definition has it; null when it has none.</summary>
    public string? Coercion { get; } = term.Value switch
    {
        JsonLdValue.Node => "@id",
        JsonLdValue.Typed => prefixed(term.Datatype!)?.ToString() ?? term.Datatype!.Value,
        _ => null,
    };

    /// <summary>The namespaces that the definition needs.</summary>
    public IReadOnlyList<Namespace> Prefixes { get; } =
    [
        .. new[] { term.Predicate, term.Value == JsonLdValue.Typed ? term.Datatype : null }
            .OfType<Iri>().Select(prefixed).OfType<PrefixedName>().Select(name => name.Namespace),
    ];
}

/// <summary>
/// The keys, class names and prefixes that documents may use. A name is left out when an IRI in the document has it as its scheme: readers
/// would take <c>cat:x</c> for a compact IRI (JSON-LD 1.1 API, section 5.2.2), unless <c>//</c> follows the colon.
/// </summary>
internal sealed class JsonLdVocabulary
{
    private const string GenericDelimiters = ":/?#[]@";

    private readonly Dictionary<Iri, JsonLdKey[]> _keys;
    private readonly Dictionary<Iri, (string Name, JsonEncodedText Encoded)> _types;
    private readonly NamespaceIndex _prefixes;
    private readonly HashSet<string> _reserved;

    /// <summary>Takes from a context the names that no IRI in the document has as its scheme.</summary>
    public JsonLdVocabulary(JsonLdContext context, IEnumerable<string> schemesInDocument)
    {
        Context = context;
        var schemes = schemesInDocument.Concat(context.Prefixes.Select(space => new Iri(space.Base).ShortScheme).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        (Id, Type) = (Alias("id", schemes), Alias("type", schemes));
        var taken = new HashSet<string>(schemes.Append("id").Append("type"), StringComparer.Ordinal);
        List<JsonLdTerm> terms = [.. context.Terms.Where(term => Claim(term.Name, taken))];
        _types = context.Types.Where(type => Claim(type.Key, taken))
            .DistinctBy(type => type.Value).ToDictionary(type => type.Value, type => (type.Key, Encode(type.Key)));
        _prefixes = new NamespaceIndex(
            context.Prefixes.Where(space => IsPrefix(space) && Claim(space.Prefix, taken)), NamespaceIndex.IsPlain);
        Keys = [.. terms.Select((term, number) => new JsonLdKey(term, number, Prefixed))];
        _keys = Keys.GroupBy(key => key.Term.Predicate).ToDictionary(keys => keys.Key, keys => keys.ToArray());
        _reserved = taken;
        _reserved.ExceptWith(schemes);
        (EncodedId, EncodedType) = (Encode(Id), Encode(Type));
    }

    public JsonLdContext Context { get; }

    /// <summary>All keys, in the order of the context.</summary>
    public IReadOnlyList<JsonLdKey> Keys { get; }

    /// <summary>The key <c>id</c>, or <c>@id</c> in a document that has IRIs with the scheme <c>id</c>.</summary>
    public string Id { get; }

    public string Type { get; }

    public JsonEncodedText EncodedId { get; }

    public JsonEncodedText EncodedType { get; }

    /// <summary>Prepares a key for the JSON writer of this project, which leaves <c>é</c> as it is.</summary>
    public static JsonEncodedText Encode(string name) => JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    /// <summary>The keys of a predicate; the first that fits a value is used.</summary>
    public JsonLdKey[] KeysOf(Iri predicate) => _keys.GetValueOrDefault(predicate) ?? [];

    /// <summary>Tells whether a document whose IRIs have this scheme can be written with these names.</summary>
    public bool Allows(string scheme) => !_reserved.Contains(scheme);

    /// <summary>Finds the name of a class; null when it has none.</summary>
    public (string Name, JsonEncodedText Encoded)? ClassName(Iri type) => _types.TryGetValue(type, out var name) ? name : null;

    public PrefixedName? Prefixed(Iri iri) => _prefixes.Split(iri.Value);

    /// <summary>Reserves a name, unless it is taken. One with a colon or a slash is refused: readers would take it for an IRI.</summary>
    private static bool Claim(string name, HashSet<string> taken) => NamespaceIndex.IsPlain(name) && taken.Add(name);

    /// <summary>Tells whether a plain string is enough to define the prefix of a namespace (JSON-LD 1.1, section 4.1.5).</summary>
    private static bool IsPrefix(Namespace space) => GenericDelimiters.Contains(space.Base[^1], StringComparison.Ordinal);

    private static string Alias(string name, HashSet<string> schemes) => schemes.Contains(name) ? $"@{name}" : name;
}
