namespace DataCatalog.Rdf;

/// <summary>Counts the triples that have a resource as their object.</summary>
internal sealed class Mentions
{
    private readonly Dictionary<Resource, Mention> _mentions = [];

    public Mentions(Graph graph)
    {
        foreach (var node in graph.Nodes)
        {
            foreach (var resource in node.Properties.SelectMany(property => property.Objects).OfType<Resource>())
            {
                _mentions[resource] = new Mention(Count(resource) + 1, node);
            }
        }
    }

    public int Count(Resource resource) => _mentions.GetValueOrDefault(resource).Count;

    /// <summary>Returns the subject of the only triple that mentions the resource; null when there are none or several.</summary>
    public Node? OnlySubject(Resource resource) =>
        _mentions.TryGetValue(resource, out var mention) && mention.Count == 1 ? mention.Last : null;

    private readonly record struct Mention(int Count, Node Last);
}
