namespace DataCatalog.Rdf;

/// <summary>One predicate of a node with its objects, in the order they were added, none twice.</summary>
public sealed class Property
{
    /// <summary>From here on a set finds what was already said: a catalogue has as many links as it has datasets.</summary>
    private const int FewObjects = 16;

    private readonly List<Term> _objects = [];
    private HashSet<Term>? _known;
    private Dictionary<Resource, Node>? _inside;

    internal Property(Iri predicate) => Predicate = predicate;

    public Iri Predicate { get; }

    /// <summary>Empty only where a list was said to be empty (<see cref="Node.AddList"/>).</summary>
    public IReadOnlyList<Term> Objects => _objects;

    public void Deconstruct(out Iri predicate, out IReadOnlyList<Term> objects) => (predicate, objects) = (Predicate, Objects);

    /// <summary>The description that stands in place of this mention; null where its identifier is enough.</summary>
    internal Node? Inside(Resource mentioned) => _inside?.GetValueOrDefault(mentioned);

    internal void Add(Term value)
    {
        if (IsNew(value))
        {
            _objects.Add(value);
        }
    }

    /// <summary>Mentions a resource with its description. A second description of the same mention adds to the first.</summary>
    internal void Add(Node node, Node owner)
    {
        Add(node.Id);
        _inside ??= [];
        if (_inside.TryAdd(node.Id, node))
        {
            node.StandsIn(owner);
        }
        else
        {
            _inside[node.Id].Absorb(node);
        }
    }

    private bool IsNew(Term value)
    {
        if (_objects.Count < FewObjects)
        {
            return !_objects.Contains(value);
        }

        _known ??= [.. _objects];
        return _known.Add(value);
    }
}
