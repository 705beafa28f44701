namespace DataCatalog.Rdf;

/// <summary>One RDF statement.</summary>
public sealed record Triple(Resource Subject, Iri Predicate, Term Object);

/// <summary>
/// A set of triples, grouped by subject in the order in which they were added. The order has no meaning; it makes every syntax write the
/// same bytes for the same input.
/// </summary>
public sealed class Graph
{
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<Resource, Node> _byId = [];
    private readonly List<Node> _descriptions = [];
    private readonly Dictionary<Resource, Node> _mainById = [];
    private readonly List<Node> _roots = [];
    private readonly HashSet<Node> _knownRoots = [];

    /// <summary>One node per subject, with all that the graph states about it, in order of first mention.</summary>
    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>All descriptions, in order of first mention. A subject may have several.</summary>
    public IReadOnlyList<Node> Descriptions => _descriptions;

    /// <summary>The descriptions that the document is about, in order.</summary>
    public IReadOnlyList<Node> Roots => _roots;

    public IEnumerable<Triple> Triples =>
        from node in _nodes
        from property in node.Properties
        from value in property.Objects
        select new Triple(node.Id, property.Predicate, value);

    /// <summary>Returns the main description of a subject, and creates it when there is none yet.</summary>
    public Node Describe(Resource id)
    {
        if (!_mainById.TryGetValue(id, out var node))
        {
            _mainById.Add(id, node = DescribeInside(id));
        }

        return node;
    }

    /// <summary>
    /// Creates a further description of a subject, to stand inside another one (<see cref="Node.Add(Iri, Node)"/>). It shows what is added
    /// to it, and nothing of what the graph states about the subject elsewhere.
    /// </summary>
    public Node DescribeInside(Resource id)
    {
        var node = new Node(id, Gather(id));
        _descriptions.Add(node);
        return node;
    }

    /// <summary>Returns all that is stated about a subject; null when nothing is.</summary>
    public Node? Find(Resource id) => _byId.GetValueOrDefault(id);

    /// <summary>Returns the main description of a subject, as one that the document is about.</summary>
    public Node DescribeRoot(Resource id) => AddRoot(Describe(id));

    /// <summary>Makes a description one that the document is about: it stands at the top, after those added before.</summary>
    public Node AddRoot(Node description)
    {
        if (_knownRoots.Add(description))
        {
            _roots.Add(description);
        }

        return description;
    }

    /// <summary>Copies the graph, its descriptions in the same places and all in the same order.</summary>
    /// <param name="keeps">Tells whether the copy has a literal, given the subject and the predicate. It has everything else.</param>
    internal Graph Copy(Func<Resource, Iri, Literal, bool> keeps)
    {
        var copy = new Graph();
        foreach (var node in _nodes)
        {
            copy.Gather(node.Id).CopyFrom(node, keeps, copyOf: null);
        }

        var copies = _descriptions.ToDictionary(node => node, node => copy.DescribeInside(node.Id));
        _descriptions.ForEach(node => copies[node].CopyFrom(node, keeps, inside => copies[inside]));
        _descriptions.ForEach(node => copies[node].StandLike(node, owner => copies[owner]));
        _mainById.ToList().ForEach(main => copy._mainById.Add(main.Key, copies[main.Value]));
        _roots.ForEach(root => copy.AddRoot(copies[root]));
        return copy;
    }

    /// <summary>Returns the node that gathers all statements about a subject, and creates it when there is none yet.</summary>
    private Node Gather(Resource id)
    {
        if (!_byId.TryGetValue(id, out var whole))
        {
            _byId.Add(id, whole = new Node(id, whole: null));
            _nodes.Add(whole);
        }

        return whole;
    }
}
