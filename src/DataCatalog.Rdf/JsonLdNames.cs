namespace DataCatalog.Rdf;

/// <summary>
/// The keys, class names and prefixes of one JSON-LD document. A name is left out when an IRI in the document has it as its scheme:
/// readers would take <c>cat:x</c> for a compact IRI (JSON-LD 1.1 API, section 5.2.2), unless <c>//</c> follows the colon.
/// </summary>
internal sealed class JsonLdNames
{
    private const string GenericDelimiters = ":/?#[]@";

    private readonly ILookup<Iri, JsonLdTerm> _terms;
    private readonly Dictionary<Iri, string> _types;
    private readonly NamespaceIndex _prefixes;
    private readonly HashSet<string> _reserved;

    public JsonLdNames(JsonLdContext context, Graph graph)
    {
        Context = context;
        var schemes = Schemes(graph);
        (Id, Type) = (Alias("id", schemes), Alias("type", schemes));
        var taken = new HashSet<string>(schemes.Append("id").Append("type"), StringComparer.Ordinal);
        _terms = context.Terms.Where(term => Claim(term.Name, taken)).ToLookup(term => term.Predicate);
        _types = context.Types.Where(type => Claim(type.Key, taken))
            .DistinctBy(type => type.Value).ToDictionary(type => type.Value, type => type.Key);
        _prefixes = new NamespaceIndex(
            context.Prefixes.Where(space => IsPrefix(space) && Claim(space.Prefix, taken)), NamespaceIndex.IsPlain);
        _reserved = taken;
        _reserved.ExceptWith(schemes);
    }

    /// <summary>The vocabulary that the names are taken from.</summary>
    public JsonLdContext Context { get; }

    /// <summary>The key <c>id</c>, or <c>@id</c> in a document that has IRIs with the scheme <c>id</c>.</summary>
    public string Id { get; }

    public string Type { get; }

    /// <summary>
    /// Groups the values of a property of a node by key, other than the classes that stand under <c>type</c>. A key for one value gets
    /// one; further values are written in expanded form, without a key (null).
    /// </summary>
    public IEnumerable<(JsonLdTerm? Term, Term[] Values)> KeysOf(Node node, Property property)
    {
        var (predicate, objects) = property;
        var terms = _terms[predicate].Where(term => IsFor(node, term)).ToList();
        if (objects.Count == 0)
        {
            return terms.Where(term => term.Many).Take(1).Select(term => ((JsonLdTerm?)term, (Term[])[]));
        }

        var taken = new HashSet<(JsonLdTerm, string?)>();
        return objects
            .Where(value => predicate != RdfTerms.Type || value is not Iri)
            .GroupBy(value => terms.Find(term => Holds(term, value)) is { } term && HasRoom(term, value) ? term : null)
            .Select(values => (values.Key, values.ToArray()));

        bool HasRoom(JsonLdTerm term, Term value) => term.Many || taken.Add((term, (value as Literal)?.Language));
    }

    /// <summary>Tells whether this document has the key.</summary>
    public bool Has(JsonLdTerm term) => _terms[term.Predicate].Contains(term);

    /// <summary>Tells whether a further graph can be written with these names: none of its IRIs has one of them as its scheme.</summary>
    public bool Allow(Graph graph) => Schemes(graph).All(scheme => !_reserved.Contains(scheme));

    /// <summary>Finds the name of a class; null when it has none.</summary>
    public string? ClassName(Iri type) => _types.GetValueOrDefault(type);

    /// <summary>Shortens an IRI where a prefix fits. Not for identifiers of nodes: those are written in full.</summary>
    public string Compact(Iri iri) => Prefixed(iri)?.ToString() ?? iri.Value;

    public PrefixedName? Prefixed(Iri iri) => _prefixes.Find(iri);

    private static bool IsFor(Node node, JsonLdTerm term) =>
        term.Classes is null || node.Classes.Any(type => type is Iri iri && term.Classes.Contains(iri));

    /// <summary>
    /// Tells whether readers get the value back from under the key. Indonesian (<c>id</c>) stays out of language maps: some readers
    /// (jsonld-streaming-parser) take that key for our alias of <c>@id</c>.
    /// </summary>
    private static bool Holds(JsonLdTerm term, Term value) => (term.Value, value) switch
    {
        (JsonLdValue.Node, Resource) => true,
        (JsonLdValue.LanguageMap, Literal { Language: { } language }) => language is not ("id" or "type"),
        (JsonLdValue.Plain, Literal { Language: null } literal) => IsPlain(literal),
        (JsonLdValue.Typed, Literal { Language: null } literal) => literal.Datatype == term.Datatype,
        _ => false,
    };

    private static bool IsPlain(Literal literal) =>
        literal.Datatype == Xsd.String
        || JsonScalar.IsBoolean(literal)
        || (literal.Datatype == Xsd.Integer && JsonScalar.IsInteger(literal, out _));

    /// <summary>Reserves a name, unless it is taken. One with a colon or a slash is refused: readers would take it for an IRI.</summary>
    private static bool Claim(string name, HashSet<string> taken) => NamespaceIndex.IsPlain(name) && taken.Add(name);

    /// <summary>Tells whether a plain string is enough to define the prefix of a namespace (JSON-LD 1.1, section 4.1.5).</summary>
    private static bool IsPrefix(Namespace space) => GenericDelimiters.Contains(space.Base[^1], StringComparison.Ordinal);

    private static string Alias(string name, HashSet<string> schemes) => schemes.Contains(name) ? $"@{name}" : name;

    private HashSet<string> Schemes(Graph graph) =>
        graph.Nodes.Select(node => node.Id).OfType<Iri>()
            .Concat(graph.Triples.SelectMany(Iris)).Select(iri => iri.Value)
            .Concat(Context.Prefixes.Select(space => space.Base))
            .Select(SchemeLikePrefix).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<Iri> Iris(Triple triple)
    {
        yield return triple.Predicate;
        if ((triple.Object as Iri ?? (triple.Object as Literal)?.Datatype) is { } iri)
        {
            yield return iri;
        }
    }

    /// <summary>Returns the scheme of an IRI; null where <c>//</c> follows, since no reader takes that for a compact IRI.</summary>
    private static string? SchemeLikePrefix(string iri)
    {
        var colon = iri.IndexOf(':', StringComparison.Ordinal);
        return iri.AsSpan(colon + 1).StartsWith("//", StringComparison.Ordinal) ? null : iri[..colon];
    }
}
