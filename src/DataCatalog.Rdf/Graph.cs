namespace DataCatalog.Rdf;

/// <summary>One RDF statement.</summary>
public sealed record Triple(Resource Subject, Iri Predicate, Term Object);

/// <summary>
/// A set of triples kept as nodes, in the order in which the mapping speaks of them. The order carries no meaning; it makes the
/// bytes of every syntax the same for the same input.
/// </summary>
public sealed class Graph
{
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<Resource, Node> _byId = [];
    private readonly List<Node> _descriptions = [];
    private readonly Dictionary<Resource, Node> _mainById = [];
    private readonly List<Node> _roots = [];
    private readonly HashSet<Node> _knownRoots = [];

    /// <summary>What is said of each subject altogether, in order of first mention.</summary>
    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>Every single description, in order of first mention.</summary>
    public IReadOnlyList<Node> Descriptions => _descriptions;

    /// <summary>What the document is about, in order.</summary>
    public IReadOnlyList<Node> Roots => _roots;

    public IEnumerable<Triple> Triples =>
        from node in _nodes
        from property in node.Properties
        from value in property.Objects
        select new Triple(node.Id, property.Predicate, value);

    /// <summary>The main description of a subject, created on first mention.</summary>
    public Node Describe(Resource id)
    {
        if (!_mainById.TryGetValue(id, out var node))
        {
            _mainById.Add(id, node = DescribeInside(id));
        }

        return node;
    }

    /// <summary>
    /// A further description of a subject, for one place inside another (<see cref="Node.Add(Iri, Node)"/>): what it shows there does not
    /// depend on what the graph says of the subject elsewhere.
    /// </summary>
    public Node DescribeInside(Resource id)
    {
        if (!_byId.TryGetValue(id, out var whole))
        {
            _byId.Add(id, whole = new Node(id, whole: null));
            _nodes.Add(whole);
        }

        var node = new Node(id, whole);
        _descriptions.Add(node);
        return node;
    }

    /// <summary>All that is said of a subject, or null when that is nothing.</summary>
    public Node? Find(Resource id) => _byId.GetValueOrDefault(id);

    /// <summary>Describes a subject that the document is about.</summary>
    public Node DescribeRoot(Resource id) => AddRoot(Describe(id));

    /// <summary>Says that the document is about a description: it stands at the top, in this order.</summary>
    public Node AddRoot(Node description)
    {
        if (_knownRoots.Add(description))
        {
            _roots.Add(description);
        }

        return description;
    }
}
