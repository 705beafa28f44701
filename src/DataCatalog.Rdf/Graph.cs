namespace DataCatalog.Rdf;

/// <summary>One RDF statement.</summary>
public sealed record Triple(Resource Subject, Iri Predicate, Term Object);

/// <summary>
/// A set of triples, grouped by subject in the order in which they were added. The order has no meaning; it makes every syntax write the
/// same bytes for the same input.
/// </summary>
public sealed class Graph
{
    private readonly List<Subject> _subjects = [];
    private readonly Dictionary<Resource, Subject> _byId = [];
    private readonly List<Node> _descriptions = [];
    private readonly HashSet<SharedDescription> _included = [];
    private readonly Dictionary<Resource, Node> _mainById = [];
    private readonly List<Node> _roots = [];
    private readonly HashSet<Node> _knownRoots = [];

    /// <summary>One node per subject, with all that the graph states about it, in order of first mention.</summary>
    public IEnumerable<Node> Nodes => _subjects.Select(subject => subject.Whole);

    /// <summary>The number of descriptions, counted at each place where one stands. A subject may have several.</summary>
    public int DescriptionCount { get; private set; }

    /// <summary>The descriptions that the document is about, in order.</summary>
    public IReadOnlyList<Node> Roots => _roots;

    public IEnumerable<Triple> Triples =>
        from node in Nodes
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
        DescriptionCount++;
        return DescribeAgain(id);
    }

    /// <summary>
    /// Includes a description that other graphs have too, to stand inside another one. Nothing can be added to it. It costs next to nothing
    /// when the graph has it already.
    /// </summary>
    public Node Include(SharedDescription shared)
    {
        DescriptionCount += shared.Size;
        if (_included.Add(shared))
        {
            foreach (var whole in shared.Wholes)
            {
                SubjectOf(whole.Id).Include(whole);
            }
        }

        return shared.Node;
    }

    /// <summary>Returns all that is stated about a subject; null when nothing is.</summary>
    public Node? Find(Resource id) => _byId.GetValueOrDefault(id)?.Whole;

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

    /// <summary>The descriptions of this graph alone, in order of first mention.</summary>
    internal IReadOnlyList<Node> Descriptions => _descriptions;

    /// <summary>The descriptions that this graph shares with others.</summary>
    internal IEnumerable<SharedDescription> Included => _included;

    /// <summary>The subjects, in order of first mention, for loops that must cost nothing.</summary>
    internal List<Subject> Subjects => _subjects;

    /// <summary>Creates a description that takes the place of a shared one.</summary>
    internal Node DescribeAgain(Resource id)
    {
        var node = SubjectOf(id).Describe();
        _descriptions.Add(node);
        return node;
    }

    /// <summary>Copies the graph, its descriptions in the same places and all in the same order.</summary>
    /// <param name="keeps">Tells whether the copy has a literal, given the subject and the predicate. It has everything else.</param>
    internal Graph Copy(Func<Resource, Iri, Literal, bool> keeps)
    {
        var copy = new Graph();
        foreach (var node in Nodes)
        {
            copy.SubjectOf(node.Id).Gather().CopyFrom(node, keeps, copyOf: null);
        }

        IReadOnlyList<Node> descriptions = [.. _descriptions.Concat(_included.SelectMany(shared => shared.Inside)).Distinct()];
        var copies = descriptions.ToDictionary(node => node, node => copy.DescribeInside(node.Id));
        foreach (var node in descriptions)
        {
            copies[node].CopyFrom(node, keeps, inside => copies[inside]);
        }

        foreach (var node in descriptions)
        {
            copies[node].StandLike(node, owner => copies[owner]);
        }

        _mainById.ToList().ForEach(main => copy._mainById.Add(main.Key, copies[main.Value]));
        _roots.ForEach(root => copy.AddRoot(copies[root]));
        return copy;
    }

    /// <summary>Returns what the graph states about a subject, which may be nothing yet.</summary>
    private Subject SubjectOf(Resource id)
    {
        if (!_byId.TryGetValue(id, out var subject))
        {
            _byId.Add(id, subject = new Subject(this, id));
            _subjects.Add(subject);
        }

        return subject;
    }
}
