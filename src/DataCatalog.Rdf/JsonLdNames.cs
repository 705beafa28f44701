using System.Text.Json;

namespace DataCatalog.Rdf;

/// <summary>Chooses the keys for the statements of one graph.</summary>
internal sealed class JsonLdNames
{
    private readonly Graph _graph;

    /// <summary>Names the statements of a document of one graph, with all names of the context that its IRIs allow.</summary>
    public JsonLdNames(JsonLdContext context, Graph graph)
    {
        var schemes = ShortSchemes(graph);
        _graph = graph;
        Vocabulary = schemes.All(context.Vocabulary.Allows) ? context.Vocabulary : new JsonLdVocabulary(context, schemes);
    }

    /// <summary>Names the statements of a further graph of a document.</summary>
    /// <exception cref="ArgumentException">An IRI of the graph has one of the names as its scheme.</exception>
    public JsonLdNames(JsonLdVocabulary vocabulary, Graph graph)
    {
        (_graph, Vocabulary) = (graph, vocabulary);
        if (!ShortSchemes(graph).All(vocabulary.Allows))
        {
            throw new ArgumentException("An IRI begins like a compact one: its scheme is also a name of the context.", nameof(graph));
        }
    }

    public JsonLdVocabulary Vocabulary { get; }

    /// <summary>
    /// Finds the one key under which all values of a property stand, null for the expanded form. Nearly every property has one.
    /// </summary>
    /// <returns>False when the values stand under several keys, or the property has no values.</returns>
    public bool HasOneKey(Node node, Property property, out JsonLdKey? key)
    {
        key = null;
        var values = property.Values;
        var keys = Vocabulary.KeysOf(property.Predicate);
        if (values.IsEmpty || property.Predicate == RdfTerms.Type)
        {
            return false;
        }

        key = FirstFor(node, keys, values[0]);
        for (var index = 1; index < values.Length; index++)
        {
            if (!ReferenceEquals(FirstFor(node, keys, values[index]), key) || !HasRoom(key, values, index))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Groups the values of a property of a node by key, other than the classes that stand under <c>type</c>. A key for one value gets
    /// one; further values are written in expanded form, without a key (null).
    /// </summary>
    public IEnumerable<(JsonLdKey? Key, Term[] Values)> KeysOf(Node node, Property property)
    {
        var keys = Vocabulary.KeysOf(property.Predicate);
        if (property.Values.IsEmpty)
        {
            return keys.Where(key => key.Term.Many && IsFor(node, key.Term)).Take(1).Select(key => ((JsonLdKey?)key, (Term[])[]));
        }

        var taken = new HashSet<(JsonLdKey, string?)>();
        return property.Objects
            .Where(value => property.Predicate != RdfTerms.Type || value is not Iri)
            .GroupBy(value => FirstFor(node, keys, value) is { } key && Takes(key, value) ? key : null)
            .Select(values => (values.Key, values.ToArray()));

        bool Takes(JsonLdKey key, Term value) => key.Term.Many || taken.Add((key, (value as Literal)?.Language));
    }

    /// <summary>Finds the name of a class; null when it has none.</summary>
    public JsonEncodedText? ClassName(Iri type) => Vocabulary.ClassName(type)?.Encoded;

    /// <summary>Shortens an IRI where a prefix fits. Not for identifiers of nodes: those are written in full.</summary>
    public string Compact(Iri iri) => Vocabulary.Prefixed(iri)?.ToString() ?? iri.Value;

    private JsonLdKey? FirstFor(Node node, JsonLdKey[] keys, Term value)
    {
        foreach (var key in keys)
        {
            if (IsFor(node, key.Term) && Holds(key.Term, value))
            {
                return key;
            }
        }

        return null;
    }

    private bool IsFor(Node node, JsonLdTerm term)
    {
        foreach (var type in term.Classes is null ? [] : (_graph.Find(node.Id) ?? node).Types)
        {
            if (type is Iri iri && term.Classes!.Contains(iri))
            {
                return true;
            }
        }

        return term.Classes is null;
    }

    /// <summary>Tells whether a key holds a value beside those before it: one for one value has one per language.</summary>
    private static bool HasRoom(JsonLdKey? key, ReadOnlySpan<Term> values, int index)
    {
        if (key is null || key.Term.Many)
        {
            return true;
        }

        var language = (values[index] as Literal)?.Language;
        for (var before = 0; before < index; before++)
        {
            if (string.Equals((values[before] as Literal)?.Language, language, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

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

    /// <summary>Lists the schemes of the IRIs of a graph that readers could take for prefixes.</summary>
    private static HashSet<string> ShortSchemes(Graph graph)
    {
        var schemes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var subject in graph.Subjects)
        {
            Add(subject.Whole.Id as Iri);
            foreach (var property in subject.Whole.Statements)
            {
                Add(property.Predicate);
                foreach (var value in property.Values)
                {
                    Add(value as Iri ?? (value as Literal)?.Datatype);
                }
            }
        }

        return schemes;

        void Add(Iri? iri)
        {
            if (iri?.ShortScheme is { } scheme)
            {
                schemes.Add(scheme);
            }
        }
    }
}
