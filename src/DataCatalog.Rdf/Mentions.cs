namespace DataCatalog.Rdf;

/// <summary>Counts the triples that have a blank node as their object.</summary>
internal sealed class Mentions
{
    private readonly Dictionary<BlankNode, Mention> _mentions = [];

    public Mentions(Graph graph)
    {
        foreach (var subject in graph.Subjects)
        {
            foreach (var property in subject.Whole.Statements)
            {
                Add(subject.Whole, property.Values);
            }
        }
    }

    public int Count(BlankNode node) => _mentions.GetValueOrDefault(node).Count;

    /// <summary>Returns the subject of the only triple that mentions the node; null when there are none or several.</summary>
    public Node? OnlySubject(BlankNode node) =>
        _mentions.TryGetValue(node, out var mention) && mention.Count == 1 ? mention.Last : null;

    private void Add(Node subject, ReadOnlySpan<Term> objects)
    {
        foreach (var value in objects)
        {
            if (value is BlankNode blank)
            {
                _mentions[blank] = new Mention(Count(blank) + 1, subject);
            }
        }
    }

    private readonly record struct Mention(int Count, Node Last);
}
