namespace DataCatalog.Rdf;

/// <summary>One RDF statement.</summary>
public sealed record Triple(Resource Subject, Iri Predicate, Term Object);

/// <summary>One predicate of a node with its objects, in the order they were added, none twice.</summary>
public sealed record Property(Iri Predicate, IReadOnlyList<Term> Objects);

/// <summary>All statements about one subject.</summary>
public sealed class Node
{
    /// <summary>From here on a set finds what was already said: a catalogue has as many links as it has datasets.</summary>
    private const int FewObjects = 16;

    private readonly List<Property> _properties = [];
    private readonly Dictionary<Iri, List<Term>> _objects = [];
    private Dictionary<Iri, HashSet<Term>>? _known;

    internal Node(Resource id) => Id = id;

    public Resource Id { get; }

    /// <summary>The properties in the order of their first value: the mapping decides how documents read.</summary>
    public IReadOnlyList<Property> Properties => _properties;

    /// <summary>The objects of one predicate; empty when there is none.</summary>
    public IReadOnlyList<Term> this[Iri predicate] => _objects.TryGetValue(predicate, out var objects) ? objects : [];

    /// <summary>States a triple; stating it twice is stating it once. Null is nothing to say.</summary>
    public Node Add(Iri predicate, Term? value)
    {
        if (value is null)
        {
            return this;
        }

        if (!_objects.TryGetValue(predicate, out var objects))
        {
            _objects.Add(predicate, objects = []);
            _properties.Add(new Property(predicate, objects));
        }

        if (IsNew(predicate, objects, value))
        {
            objects.Add(value);
        }

        return this;
    }

    public Node Add(Iri predicate, IEnumerable<Term> values)
    {
        foreach (var value in values)
        {
            Add(predicate, value);
        }

        return this;
    }

    public Node OfType(Iri type) => Add(RdfTerms.Type, type);

    private bool IsNew(Iri predicate, List<Term> objects, Term value)
    {
        if (objects.Count < FewObjects)
        {
            return !objects.Contains(value);
        }

        _known ??= [];
        if (!_known.TryGetValue(predicate, out var known))
        {
            _known.Add(predicate, known = [.. objects]);
        }

        return known.Add(value);
    }
}

/// <summary>
/// A set of triples kept as nodes, in the order in which the mapping speaks of them. The order carries no meaning; it makes the
/// bytes of every syntax the same for the same input.
/// </summary>
public sealed class Graph
{
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<Resource, Node> _byId = [];
    private readonly List<Resource> _roots = [];
    private readonly HashSet<Resource> _rootIds = [];

    /// <summary>Every node that is the subject of at least one call, in order of first mention.</summary>
    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>What the document is about, in order. JSON-LD nests everything else below these.</summary>
    public IReadOnlyList<Resource> Roots => _roots;

    public IEnumerable<Triple> Triples =>
        from node in _nodes
        from property in node.Properties
        from value in property.Objects
        select new Triple(node.Id, property.Predicate, value);

    /// <summary>The node of a subject, created on first mention.</summary>
    public Node Describe(Resource id)
    {
        if (!_byId.TryGetValue(id, out var node))
        {
            node = new Node(id);
            _byId.Add(id, node);
            _nodes.Add(node);
        }

        return node;
    }

    /// <summary>The node of a subject, or null when nothing is said of it.</summary>
    public Node? Find(Resource id) => _byId.GetValueOrDefault(id);

    /// <summary>Describes a subject that the document is about.</summary>
    public Node DescribeRoot(Resource id)
    {
        if (_rootIds.Add(id))
        {
            _roots.Add(id);
        }

        return Describe(id);
    }
}
