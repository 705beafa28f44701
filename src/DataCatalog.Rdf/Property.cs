namespace DataCatalog.Rdf;

/// <summary>One predicate of a node with its objects, in the order they were added, none twice.</summary>
public sealed class Property
{
    /// <summary>
    /// The number of objects from which a set finds repetitions, and no longer the list: a catalogue has as many links as it has datasets.
    /// </summary>
    private const int FewObjects = 16;

    private readonly List<Term> _objects = [];
    private HashSet<Term>? _known;
    private Dictionary<Resource, Node>? _inside;

    internal Property(Iri predicate) => Predicate = predicate;

    public Iri Predicate { get; }

    /// <summary>The objects. Empty only for a list that is known to be empty (<see cref="Node.AddList"/>).</summary>
    public IReadOnlyList<Term> Objects => _objects;

    public void Deconstruct(out Iri predicate, out IReadOnlyList<Term> objects) => (predicate, objects) = (Predicate, Objects);

    /// <summary>Returns the description of a mentioned resource that stands here; null where only its identifier does.</summary>
    internal Node? Inside(Resource mentioned) => _inside?.GetValueOrDefault(mentioned);

    internal void Add(Term value)
    {
        if (IsNew(value))
        {
            _objects.Add(value);
        }
    }

    /// <summary>Adds a mention of a resource with its description. A second description of the same resource adds to the first.</summary>
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
