namespace DataCatalog.Rdf;

/// <summary>
/// Writes a document graph by graph, so that the whole need not fit into memory. The document states the union of the graphs; a node that
/// several graphs describe appears several times. Blank node labels must differ between graphs: a label means one node in the whole
/// document. Disposing ends the document and leaves the output open.
/// </summary>
public interface IGraphWriter : IDisposable
{
    /// <summary>Writes a graph after those already written.</summary>
    /// <exception cref="ArgumentException">The syntax cannot hold the graph. The document is then unusable.</exception>
    void Write(Graph graph);
}
