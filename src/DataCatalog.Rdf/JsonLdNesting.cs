namespace DataCatalog.Rdf;

/// <summary>
/// Decides where the descriptions of a graph stand in a JSON-LD document: roots at the top, descriptions made inside others within those,
/// and the rest at the top after the roots. So the shape of a document follows from the mapping alone: a mention is an object where the
/// mapping describes it and a string elsewhere, whatever else is in the document.
/// </summary>
internal sealed class JsonLdNesting
{
    private readonly Mentions _mentions;
    private readonly HashSet<Node> _top;
    private readonly HashSet<Resource> _describedTwice;

    public JsonLdNesting(Graph graph)
    {
        _mentions = new Mentions(graph);
        _describedTwice =
        [
            .. graph.Descriptions.Where(node => node.Id is BlankNode)
                .CountBy(node => node.Id).Where(count => count.Value > 1).Select(count => count.Key),
        ];
        Top = [.. graph.Roots.Concat(graph.Descriptions.Where(node => node.IsApart && node.Statements.Count > 0)).Distinct()];
        _top = [.. Top];
    }

    /// <summary>The nodes at the top of the document, roots first.</summary>
    public IReadOnlyList<Node> Top { get; }

    /// <summary>
    /// Tells whether a blank node needs its label: it is described or mentioned elsewhere, or its place is written more than once.
    /// </summary>
    public bool NeedsLabel(BlankNode label, Node node) => _describedTwice.Contains(label) || _mentions.Count(label) switch
    {
        0 => false,
        1 => _top.Contains(node) || !node.IsWrittenOnce(_top.Contains),
        _ => true,
    };
}
