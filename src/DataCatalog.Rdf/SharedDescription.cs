namespace DataCatalog.Rdf;

/// <summary>
/// A description that never changes and that many graphs have, such as that of a term of a vocabulary. It is made once; a graph includes
/// it without a copy (<see cref="Graph.Include"/>). It has no blank nodes: their labels would mean one node in several graphs.
/// </summary>
public sealed class SharedDescription
{
    /// <summary>Makes a description.</summary>
    /// <param name="describe">Describes the subject, and all that stands inside, in an empty graph; returns the description.</param>
    /// <exception cref="ArgumentException">The description has a blank node.</exception>
    public SharedDescription(Func<Graph, Node> describe)
    {
        var graph = new Graph();
        Node = describe(graph);
        Wholes = [.. graph.Nodes];
        Inside = [.. graph.Descriptions, .. graph.Included.SelectMany(shared => shared.Inside)];
        Size = graph.DescriptionCount;
        if (Wholes.Any(whole => whole.Id is BlankNode || whole.Properties.SelectMany(property => property.Objects).Any(IsBlank)))
        {
            throw new ArgumentException("A shared description has no blank nodes.", nameof(describe));
        }

        foreach (var node in Wholes.Concat(Inside))
        {
            node.Share();
        }
    }

    /// <summary>The description.</summary>
    internal Node Node { get; }

    /// <summary>The description itself and all that stand inside it.</summary>
    internal IReadOnlyList<Node> Inside { get; }

    /// <summary>One node per subject, with all that is stated about it, in order of first mention.</summary>
    internal IReadOnlyList<Node> Wholes { get; }

    /// <summary>The number of descriptions, counted at each place where one stands.</summary>
    internal int Size { get; }

    private static bool IsBlank(Term value) => value is BlankNode;
}
