namespace DataCatalog.Rdf.Appending;

/// <summary>Turtle documents one after the other are one: a prefix may be declared again (RDF 1.1 Turtle, section 2.4).</summary>
public sealed class TurtleAppender(IReadOnlyList<Namespace> prefixes, Stream output) : IGraphAppender
{
    public void Write(Graph graph) => TurtleWriter.Write(graph, prefixes, output);

    public void Dispose()
    {
    }
}
