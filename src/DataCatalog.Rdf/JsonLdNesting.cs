namespace DataCatalog.Rdf;

/// <summary>
/// Where each node of a JSON-LD document stands. Roots stand at the top. A small node (nothing below it but leaves) is repeated at every
/// mention, so that a reader finds the publisher's name in each dataset. Any other node stands at its first mention; what no root leads
/// to stands at the top, after the roots.
/// </summary>
internal sealed class JsonLdNesting
{
    /// <summary>Nodes, not JSON levels: with arrays it is twice that, well below the 64 levels where many JSON parsers stop.</summary>
    private const int MaxLevels = 20;

    /// <summary>A node with more described nodes below it is not repeated: documents would grow with the square of their input.</summary>
    private const int MaxRepeated = 20;

    private readonly Graph _graph;
    private readonly Func<Iri, bool> _isLink;
    private readonly Mentions _mentions;
    private readonly List<Node> _top = [];
    private readonly HashSet<Resource> _topIds = [];
    private readonly HashSet<Resource> _below = [];
    private readonly HashSet<Resource> _tall = [];
    private readonly Dictionary<Resource, (Resource Subject, Iri Predicate)> _firstMentions = [];

    /// <summary>Places the nodes of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="isLink">Whether a predicate never nests what it mentions.</param>
    public JsonLdNesting(Graph graph, Func<Iri, bool> isLink)
    {
        _graph = graph;
        _isLink = isLink;
        _mentions = new Mentions(graph);
        Node[] nodes = [.. graph.Nodes.Where(IsDescribed)];
        foreach (var root in graph.Roots.Count > 0 ? graph.Roots.Select(graph.Describe) : nodes)
        {
            AddTop(root);
        }

        Measure(nodes);
        PlaceRoots();
        PlaceRest(nodes);
    }

    /// <summary>The nodes at the top of the document, roots first.</summary>
    public IReadOnlyList<Node> Top => _top;

    /// <summary>The node to write in place of a mention; null when its identifier is enough.</summary>
    public Node? Embedded(Resource subject, Iri predicate, Resource mentioned) =>
        !_topIds.Contains(mentioned)
        && !_isLink(predicate)
        && _graph.Find(mentioned) is { } node && IsDescribed(node)
        && (!_tall.Contains(mentioned) || _firstMentions.GetValueOrDefault(mentioned) == (subject, predicate))
            ? node
            : null;

    /// <summary>Whether anything but its own place needs the label of a blank node: another mention, or a copy of that place.</summary>
    public bool NeedsLabel(BlankNode blank) => _mentions.Count(blank) switch
    {
        0 => false,
        1 => _topIds.Contains(blank) || !IsWrittenOnce(_mentions.Only(blank)!.Id),
        _ => true,
    };

    private static bool IsDescribed(Node node) => node.Properties.Count > 0;

    private bool IsWrittenOnce(Resource node) =>
        _topIds.Contains(node) || _tall.Contains(node) || (_mentions.Only(node) is { } parent && IsWrittenOnce(parent.Id));

    /// <summary>The described nodes that may stand below a node: all its objects but roots and what is written under <c>type</c>.</summary>
    private IEnumerable<(Iri Predicate, Node Node)> Children(Node node) =>
        from property in node.Properties
        where !_isLink(property.Predicate)
        from value in property.Objects
        let resource = value as Resource
        where resource is not null && !(property.Predicate == RdfTerms.Type && resource is Iri)
        let child = _graph.Find(resource)
        where child is not null && IsDescribed(child) && !_topIds.Contains(resource)
        select (property.Predicate, child);

    private void Measure(Node[] nodes)
    {
        var children = nodes.ToDictionary(node => node.Id, node => Children(node).Select(child => child.Node.Id).ToArray());
        _below.UnionWith(children.Values.SelectMany(ids => ids));
        _tall.UnionWith(nodes.Select(node => node.Id).Where(id => IsTall(children[id])));

        bool IsTall(Resource[] ids) => ids.Length > MaxRepeated || Array.Exists(ids, id => children[id].Length > 0);
    }

    private void PlaceRoots()
    {
        foreach (var root in _top)
        {
            PlaceBelow(root, level: 1);
        }
    }

    private void PlaceRest(Node[] nodes)
    {
        foreach (var node in nodes.Where(node => !_below.Contains(node.Id)).Concat(nodes.Where(node => _tall.Contains(node.Id))))
        {
            if (!_firstMentions.ContainsKey(node.Id) && AddTop(node))
            {
                PlaceBelow(node, level: 1);
            }
        }
    }

    private bool AddTop(Node node)
    {
        var isNew = _topIds.Add(node.Id);
        if (isNew)
        {
            _top.Add(node);
        }

        return isNew;
    }

    private void PlaceBelow(Node node, int level)
    {
        foreach (var (predicate, child) in Children(node).Where(child => level < MaxLevels && _tall.Contains(child.Node.Id)))
        {
            if (_firstMentions.TryAdd(child.Id, (node.Id, predicate)))
            {
                PlaceBelow(child, level + 1);
            }
        }
    }
}
