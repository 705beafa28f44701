namespace DataCatalog.Rdf;

/// <summary>What values a JSON key stands for.</summary>
public enum JsonLdValue
{
    /// <summary>IRIs and nodes (<c>"@type": "@id"</c>): an object where the mention is described in its place, else a string.</summary>
    Node,

    /// <summary>Texts by language (<c>"@container": "@language"</c>).</summary>
    LanguageMap,

    /// <summary>Plain strings, and xsd:integer and xsd:boolean as JSON numbers and booleans.</summary>
    Plain,

    /// <summary>Literals of the term's datatype (<c>"@type": datatype</c>), written as strings; canonical integers as JSON numbers.</summary>
    Typed,
}

/// <summary>
/// A JSON key: the predicate it stands for and the kind of value it holds. One predicate may have several keys, one per kind of value
/// (<c>issued</c> for a date, <c>issuedAt</c> for an instant), so that no value needs the expanded form.
/// </summary>
/// <param name="Name">The key.</param>
/// <param name="Predicate">The RDF property.</param>
/// <param name="Value">What the key holds.</param>
/// <param name="Datatype">Only for <see cref="JsonLdValue.Typed"/>.</param>
/// <param name="Many">Always an array, also for one value (<c>"@container": "@set"</c>); for a language map, arrays inside it. Else never one.</param>
public sealed record JsonLdTerm(string Name, Iri Predicate, JsonLdValue Value, Iri? Datatype = null, bool Many = false);

/// <summary>The vocabulary of a JSON-LD document: prefixes, keys and class names. JSON-LD 1.0 features only: old harvesters read them.</summary>
public sealed class JsonLdContext(
    IReadOnlyList<Namespace> prefixes, IReadOnlyList<JsonLdTerm> terms, IReadOnlyDictionary<string, Iri> types)
{
    public IReadOnlyList<Namespace> Prefixes { get; } = prefixes;

    public IReadOnlyList<JsonLdTerm> Terms { get; } = terms;

    /// <summary>Class names as they stand under <c>type</c>.</summary>
    public IReadOnlyDictionary<string, Iri> Types { get; } = types;
}
