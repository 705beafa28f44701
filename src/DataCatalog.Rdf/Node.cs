namespace DataCatalog.Rdf;

/// <summary>
/// Statements about one subject: all of a graph (<see cref="Graph.Nodes"/>), or one description. A graph may describe a subject several
/// times, for instance in full and in a short form inside another description. JSON-LD writes each description where it stands; the other
/// syntaxes write all statements about a subject in one place.
/// </summary>
public sealed class Node
{
    private readonly Subject? _subject;
    private readonly List<Property> _properties = [];
    private Node? _owner;
    private int _places;

    /// <summary>Begins a node without statements.</summary>
    /// <param name="id">The subject.</param>
    /// <param name="subject">All statements about the subject; null for the node that gathers them.</param>
    internal Node(Resource id, Subject? subject) => (Id, _subject) = (id, subject);

    public Resource Id { get; }

    /// <summary>The properties in the order in which they were first added, which is also their order in documents.</summary>
    public IReadOnlyList<Property> Properties => _properties;

    /// <summary>The objects of a predicate; empty when it has none.</summary>
    public IReadOnlyList<Term> this[Iri predicate] => Find(predicate)?.Objects ?? [];

    /// <summary>The classes that the node states, for loops that must cost nothing.</summary>
    internal ReadOnlySpan<Term> Types => Find(RdfTerms.Type) is { } types ? types.Values : [];

    /// <summary>The properties, for loops that must cost nothing.</summary>
    internal List<Property> Statements => _properties;

    /// <summary>Whether the description stands inside no other.</summary>
    internal bool IsApart => _places == 0;

    /// <summary>Whether several graphs have the node: nothing may be added to it.</summary>
    internal bool IsShared { get; private set; }

    /// <summary>Adds a triple, unless the node has it already. Null adds nothing.</summary>
    public Node Add(Iri predicate, Term? value)
    {
        if (value is not null)
        {
            PropertyOf(predicate).Add(value);
            _subject?.Gathered?.Add(predicate, value);
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

    /// <summary>Adds a triple whose object is described where it is mentioned. Null adds nothing.</summary>
    public Node Add(Iri predicate, Node? node)
    {
        if (node is not null)
        {
            PropertyOf(predicate).Add(node, this);
            _subject?.Gathered?.Add(predicate, node.Id);
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

    /// <summary>Adds a list that is known to be complete: JSON-LD writes it even when it is empty.</summary>
    public Node AddList(Iri predicate, IEnumerable<Node> nodes)
    {
        // The list may be empty, which is no statement: the description is then more than the whole.
        _subject?.Gather();
        PropertyOf(predicate);
        return Add(predicate, nodes);
    }

    public Node OfType(Iri type) => Add(RdfTerms.Type, type);

    internal void StandsIn(Node owner)
    {
        if (!IsShared)
        {
            (_owner, _places) = (owner, _places + 1);
        }
    }

    /// <summary>Forbids further statements, so that several graphs may have the node. It stands inside others, in all of them.</summary>
    internal void Share() => (IsShared, _places) = (true, Math.Max(1, _places));

    /// <summary>Makes a description in this node's graph that states what a shared one does, and to which more may be added.</summary>
    internal Node CopyOf(Node shared)
    {
        var copy = _subject!.Graph.DescribeAgain(shared.Id);
        foreach (var property in shared._properties)
        {
            foreach (var value in property.Values)
            {
                copy.Absorb(property, value);
            }
        }

        return copy;
    }

    /// <summary>Adds what another node states, without the descriptions that stand in it.</summary>
    internal void AddAll(Node other)
    {
        foreach (var property in other._properties)
        {
            foreach (var value in property.Values)
            {
                PropertyOf(property.Predicate).Add(value);
            }
        }
    }

    /// <summary>Tells whether a document writes the description once: at the top, or inside one description that is written once.</summary>
    internal bool IsWrittenOnce(Func<Node, bool> isAtTop) =>
        isAtTop(this) ? IsApart : _places == 1 && _owner!.IsWrittenOnce(isAtTop);

    /// <summary>Adds what another description of the same subject states. That one then stands in this one.</summary>
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

    /// <summary>Adds what a node of another graph states.</summary>
    /// <param name="other">The node.</param>
    /// <param name="keeps">Tells whether to add a literal, given the subject and the predicate.</param>
    /// <param name="copyOf">Returns the copy of a description that stands inside the other node; null to add mentions only.</param>
    internal void CopyFrom(Node other, Func<Resource, Iri, Literal, bool> keeps, Func<Node, Node>? copyOf)
    {
        foreach (var property in other.Properties)
        {
            if (property.Objects.Count == 0)
            {
                PropertyOf(property.Predicate);
            }

            foreach (var value in property.Objects.Where(value => value is not Literal text || keeps(Id, property.Predicate, text)))
            {
                Copy(property, value, copyOf);
            }
        }
    }

    private void Copy(Property property, Term value, Func<Node, Node>? copyOf)
    {
        if (copyOf is not null && value is Resource resource && property.Inside(resource) is { } inside)
        {
            Add(property.Predicate, copyOf(inside));
        }
        else
        {
            Add(property.Predicate, value);
        }
    }

    /// <summary>Takes the place that another description has in its own graph.</summary>
    /// <param name="other">The other description.</param>
    /// <param name="copyOf">Returns the copy of the description in which that one stands.</param>
    internal void StandLike(Node other, Func<Node, Node> copyOf) =>
        (_owner, _places) = (other._owner is { } owner ? copyOf(owner) : null, other._places);

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

    private Property PropertyOf(Iri predicate)
    {
        if (IsShared)
        {
            throw new InvalidOperationException($"Several graphs share the description of {Id}: nothing can be added to it.");
        }

        if (Find(predicate) is { } known)
        {
            return known;
        }

        var property = new Property(predicate);
        _properties.Add(property);
        return property;
    }

    private Property? Find(Iri predicate)
    {
        foreach (var property in _properties)
        {
            if (property.Predicate.Equals(predicate))
            {
                return property;
            }
        }

        return null;
    }
}
