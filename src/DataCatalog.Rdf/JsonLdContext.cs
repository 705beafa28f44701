namespace DataCatalog.Rdf;

/// <summary>The kind of value that a JSON key holds.</summary>
public enum JsonLdValue
{
    /// <summary>IRIs and nodes (<c>"@type": "@id"</c>): an object where the node is described here, otherwise a string.</summary>
    Node,

    /// <summary>Texts by language (<c>"@container": "@language"</c>).</summary>
    LanguageMap,

    /// <summary>Plain strings; xsd:integer and xsd:boolean as JSON numbers and booleans.</summary>
    Plain,

    /// <summary>Literals of the term's datatype (<c>"@type": datatype</c>), as strings; canonical integers as JSON numbers.</summary>
    Typed,
}

/// <summary>
/// A JSON key: the predicate it stands for and the kind of value it holds. One predicate may have several keys, one per kind of value
/// (<c>issued</c> for a date, <c>issuedAt</c> for an instant), so that no value needs the expanded form, or one per class of node. The
/// first key that fits is used.
/// </summary>
/// <param name="Name">The key.</param>
/// <param name="Predicate">The RDF property.</param>
/// <param name="Value">What the key holds.</param>
/// <param name="Datatype">Only for <see cref="JsonLdValue.Typed"/>.</param>
/// <param name="Many">
/// Whether the key always holds an array, even for a single value (<c>"@container": "@set"</c>; in a language map each language does).
/// Otherwise it never holds one.
/// </param>
/// <param name="Classes">The classes whose nodes have the key; null when nodes of every class do.</param>
public sealed record JsonLdTerm(
    string Name, Iri Predicate, JsonLdValue Value, Iri? Datatype = null, bool Many = false, IReadOnlyList<Iri>? Classes = null);

/// <summary>
/// The vocabulary of a JSON-LD document: prefixes, keys and class names. It uses features of JSON-LD 1.0 only, for old harvesters.
/// </summary>
public sealed class JsonLdContext(
    IReadOnlyList<Namespace> prefixes, IReadOnlyList<JsonLdTerm> terms, IReadOnlyDictionary<string, Iri> types)
{
    private JsonLdVocabulary? _vocabulary;

    public IReadOnlyList<Namespace> Prefixes { get; } = prefixes;

    public IReadOnlyList<JsonLdTerm> Terms { get; } = terms;

    /// <summary>The classes by their names under <c>type</c>.</summary>
    public IReadOnlyDictionary<string, Iri> Types { get; } = types;

    /// <summary>The names of documents whose IRIs allow all of them: nearly all documents.</summary>
    internal JsonLdVocabulary Vocabulary => _vocabulary ??= new JsonLdVocabulary(this, []);
}
