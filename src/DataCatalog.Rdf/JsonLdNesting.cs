namespace DataCatalog.Rdf;

/// <summary>
/// Where the descriptions of a JSON-LD document stand: roots at the top, whatever was described inside another one there, and the rest at
/// the top after the roots. So the shape of a document follows from the mapping alone: a mention is an object where the mapping describes
/// it, a string elsewhere, whatever else the document has.
/// </summary>
internal sealed class JsonLdNesting
{
    private readonly Mentions _mentions;
    private readonly HashSet<Node> _top;
    private readonly HashSet<Resource> _describedTwice;

    public JsonLdNesting(Graph graph)
    {
        _mentions = new Mentions(graph);
        _describedTwice = [.. graph.Descriptions.Where(node => node.Id is BlankNode).CountBy(node => node.Id).Where(count => count.Value > 1).Select(count => count.Key)];
        Top = [.. graph.Roots.Concat(graph.Descriptions.Where(node => node.IsApart && node.Properties.Count > 0)).Distinct()];
        _top = [.. Top];
    }

    /// <summary>The nodes at the top of the document, roots first.</summary>
    public IReadOnlyList<Node> Top { get; }

    /// <summary>Whether anything but its own place needs the label of a blank node: another mention, or a copy of that place.</summary>
    public bool NeedsLabel(Node node) => _describedTwice.Contains(node.Id) || _mentions.Count(node.Id) switch
    {
        0 => false,
        1 => _top.Contains(node) || !node.IsWrittenOnce(_top.Contains),
        _ => true,
    };
}
