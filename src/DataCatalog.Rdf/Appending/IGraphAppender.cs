namespace DataCatalog.Rdf.Appending;

/// <summary>
/// A document that is written graph by graph, for what does not fit into memory as one graph. The document says the union of the graphs;
/// a node that several of them describe stands in it several times. Blank node labels must differ between graphs, for they all mean
/// the same document. Disposing ends the document and leaves the output open.
/// </summary>
public interface IGraphAppender : IDisposable
{
    /// <summary>Appends a graph.</summary>
    /// <exception cref="ArgumentException">The syntax cannot hold it; the document is spoilt.</exception>
    void Write(Graph graph);
}
