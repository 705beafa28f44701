namespace DataCatalog.Rdf;

/// <summary>
/// All that a graph states about one subject. As long as one description states all of it, that description is the whole: most subjects
/// have one, and their statements are kept once.
/// </summary>
/// <param name="graph">The graph.</param>
/// <param name="id">The subject.</param>
internal sealed class Subject(Graph graph, Resource id)
{
    private Node? _only;
    private Node? _gathered;

    public Graph Graph => graph;

    /// <summary>The node with all statements.</summary>
    public Node Whole => _gathered ?? _only!;

    /// <summary>The node to which a description must add its statements too; null while the description is the whole.</summary>
    public Node? Gathered => _gathered;

    /// <summary>Begins a description of the subject.</summary>
    public Node Describe()
    {
        var node = new Node(id, this);
        if (_only is null && _gathered is null)
        {
            _only = node;
        }
        else
        {
            Gather();
        }

        return node;
    }

    /// <summary>Adds the statements of a description that several graphs share.</summary>
    public void Include(Node shared)
    {
        if (_only is null && _gathered is null)
        {
            _only = shared;
        }
        else if (!ReferenceEquals(_only, shared))
        {
            Gather().AddAll(shared);
        }
    }

    /// <summary>Returns a node for all statements that is none of the descriptions.</summary>
    public Node Gather()
    {
        if (_gathered is null)
        {
            _gathered = new Node(id, subject: null);
            if (_only is not null)
            {
                _gathered.AddAll(_only);
                _only = null;
            }
        }

        return _gathered;
    }
}
