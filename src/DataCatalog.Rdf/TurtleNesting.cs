namespace DataCatalog.Rdf;

/// <summary>
/// Decides which blank nodes are written in brackets where they are mentioned: those mentioned once, outside cycles. Every sixteenth node
/// of a chain gets a label instead, so that neither this writer nor a recursive parser runs out of stack on a long list.
/// </summary>
internal sealed class TurtleNesting(Graph graph)
{
    private const int MaxDepth = 15;
    private const int Climbing = -1;

    private readonly Mentions _mentions = new(graph);
    private readonly Dictionary<Resource, int> _depths = [];

    public bool IsNested(Resource resource) => resource is BlankNode && Depth(resource) > 0;

    private int Depth(Resource resource)
    {
        var path = new Stack<Resource>();
        var top = resource;
        while (!_depths.ContainsKey(top) && Parent(top) is { } parent)
        {
            _depths.Add(top, Climbing);
            path.Push(top);
            top = parent;
        }

        var depth = _depths.GetValueOrDefault(top);
        if (depth == Climbing)
        {
            depth = 0;
            LabelCycle(path, top);
        }

        foreach (var below in path)
        {
            depth = _depths[below] = depth == MaxDepth ? 0 : depth + 1;
        }

        return depth;
    }

    private Resource? Parent(Resource resource) => resource is BlankNode blank ? _mentions.OnlySubject(blank)?.Id : null;

    private void LabelCycle(Stack<Resource> path, Resource closing)
    {
        Resource member;
        do
        {
            member = path.Pop();
            _depths[member] = 0;
        }
        while (member != closing);
    }
}
