namespace DataCatalog.Rdf;

/// <summary>
/// Statements about one subject: all that a graph makes (<see cref="Graph.Nodes"/>), or one description of it. A graph may describe a
/// subject several times, in full and in the short form that another description shows of it. JSON-LD writes each where it was said to
/// stand; the other syntaxes write all statements about a subject in one place.
/// </summary>
public sealed class Node
{
    private readonly Node? _whole;
    private readonly List<Property> _properties = [];
    private Node? _owner;
    private int _places;

    /// <summary>Begins a node without statements.</summary>
    /// <param name="id">The subject.</param>
    /// <param name="whole">Where the graph gathers what is said of it; null for that itself.</param>
    internal Node(Resource id, Node? whole) => (Id, _whole) = (id, whole);

    public Resource Id { get; }

    /// <summary>The properties in the order of their first value: the mapping decides how documents read.</summary>
    public IReadOnlyList<Property> Properties => _properties;

    /// <summary>The objects of one predicate; empty when there is none.</summary>
    public IReadOnlyList<Term> this[Iri predicate] => Find(predicate)?.Objects ?? [];

    /// <summary>Whether it stands inside no other description.</summary>
    internal bool IsApart => _places == 0;

    /// <summary>States a triple; stating it twice is stating it once. Null is nothing to say.</summary>
    public Node Add(Iri predicate, Term? value)
    {
        if (value is not null)
        {
            Describe(predicate).Add(value);
            _whole?.Add(predicate, value);
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

    /// <summary>States a triple whose object is described in place of its mention. Null is nothing to say.</summary>
    public Node Add(Iri predicate, Node? node)
    {
        if (node is not null)
        {
            Describe(predicate).Add(node, this);
            _whole?.Add(predicate, node.Id);
        }

        return this;
    }

    public Node Add(Iri predicate, IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
        {
            Add(predicate, node);
        }

        return this;
    }

    /// <summary>The same for a list that is known to be whole: JSON-LD shows it also when it is empty.</summary>
    public Node AddList(Iri predicate, IEnumerable<Node> nodes)
    {
        Describe(predicate);
        return Add(predicate, nodes);
    }

    public Node OfType(Iri type) => Add(RdfTerms.Type, type);

    internal void StandsIn(Node owner) => (_owner, _places) = (owner, _places + 1);

    /// <summary>Whether a document has it once: it stands at the top, or inside one description that does so.</summary>
    internal bool IsWrittenOnce(Func<Node, bool> isAtTop) =>
        isAtTop(this) ? IsApart : _places == 1 && _owner!.IsWrittenOnce(isAtTop);

    /// <summary>Says what another description of the same subject says, which then has its place here.</summary>
    internal void Absorb(Node other)
    {
        if (ReferenceEquals(this, other))
        {
            return;
        }

        other.StandsIn(this);
        foreach (var property in other.Properties)
        {
            foreach (var value in property.Objects)
            {
                Absorb(property, value);
            }
        }
    }

    private void Absorb(Property property, Term value)
    {
        if (value is Resource resource && property.Inside(resource) is { } node)
        {
            Add(property.Predicate, node);
        }
        else
        {
            Add(property.Predicate, value);
        }
    }

    private Property Describe(Iri predicate)
    {
        if (Find(predicate) is { } known)
        {
            return known;
        }

        var property = new Property(predicate);
        _properties.Add(property);
        return property;
    }

    private Property? Find(Iri predicate) => _properties.Find(property => property.Predicate == predicate);
}
