namespace DataCatalog.Rdf.Appending;

/// <summary>N-Triples documents one after the other are one.</summary>
public sealed class NTriplesAppender(Stream output) : IGraphAppender
{
    public void Write(Graph graph) => NTriplesWriter.Write(graph, output);

    public void Dispose()
    {
    }
}
