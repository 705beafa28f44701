namespace DataCatalog.Rdf;

/// <summary>One predicate of a node with its objects, in the order they were added, none twice.</summary>
public sealed class Property
{
    /// <summary>
    /// The number of objects from which a set finds repetitions, and no longer the list: a catalogue has as many links as it has datasets.
    /// </summary>
    private const int FewObjects = 16;

    private Term[] _objects = [];
    private int _count;
    private HashSet<Term>? _known;
    private Node? _first;
    private Dictionary<Resource, Node>? _others;

    internal Property(Iri predicate) => Predicate = predicate;

    public Iri Predicate { get; }

    /// <summary>The objects. Empty only for a list that is known to be empty (<see cref="Node.AddList"/>).</summary>
    public IReadOnlyList<Term> Objects => new ArraySegment<Term>(_objects, 0, _count);

    /// <summary>The objects, for loops that must cost nothing.</summary>
    internal ReadOnlySpan<Term> Values => _objects.AsSpan(0, _count);

    public void Deconstruct(out Iri predicate, out IReadOnlyList<Term> objects) => (predicate, objects) = (Predicate, Objects);

    /// <summary>Returns the description of a mentioned resource that stands here; null where only its identifier does.</summary>
    internal Node? Inside(Resource mentioned) =>
        _first is null ? null : _first.Id.Equals(mentioned) ? _first : _others?.GetValueOrDefault(mentioned);

    internal void Add(Term value)
    {
        if (IsNew(value))
        {
            // Nearly every property has one object.
            if (_count == _objects.Length)
            {
                Array.Resize(ref _objects, Math.Max(1, 2 * _count));
            }

            _objects[_count++] = value;
        }
    }

    /// <summary>Adds a mention of a resource with its description. A second description of the same resource adds to the first.</summary>
    internal void Add(Node node, Node owner)
    {
        Add(node.Id);
        var known = Inside(node.Id);
        if (known is null)
        {
            Stand(node);
            node.StandsIn(owner);
        }
        else if (!ReferenceEquals(known, node))
        {
            OwnOf(known, owner).Absorb(node);
        }
    }

    /// <summary>Returns a description that stands here and may be added to: a copy where other graphs share it.</summary>
    private Node OwnOf(Node known, Node owner)
    {
        if (!known.IsShared)
        {
            return known;
        }

        var copy = owner.CopyOf(known);
        Stand(copy);
        copy.StandsIn(owner);
        return copy;
    }

    private void Stand(Node node)
    {
        if (_first is null || _first.Id.Equals(node.Id))
        {
            _first = node;
        }
        else
        {
            (_others ??= [])[node.Id] = node;
        }
    }

    private bool IsNew(Term value)
    {
        if (_count < FewObjects)
        {
            return !Values.Contains(value);
        }

        _known ??= [.. Values];
        return _known.Add(value);
    }
}
