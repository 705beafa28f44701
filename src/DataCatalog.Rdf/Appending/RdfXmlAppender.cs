using System.Xml;

namespace DataCatalog.Rdf.Appending;

/// <summary>One <c>rdf:RDF</c> element around the nodes of all graphs.</summary>
public sealed class RdfXmlAppender : IGraphAppender
{
    private readonly XmlWriter _xml;
    private readonly XmlNames _names;

    /// <summary>Begins the document.</summary>
    /// <param name="prefixes">Declared on the root; a name outside them declares its own where it stands.</param>
    /// <param name="output">Stays open.</param>
    public RdfXmlAppender(IReadOnlyList<Namespace> prefixes, Stream output)
    {
        _names = new XmlNames(prefixes);
        foreach (var space in prefixes)
        {
            _names.Find(space["x"]);
        }

        _xml = XmlWriter.Create(output, RdfXmlWriter.Settings);
        _xml.WriteStartDocument();
        RdfXmlWriter.WriteRoot(_xml, _names);
    }

    public void Write(Graph graph)
    {
        Node[] nodes = [.. graph.Nodes.Where(node => node.Properties.Count > 0)];
        foreach (var node in nodes)
        {
            RdfXmlWriter.NameAll(node, _names);
        }

        new RdfXmlBody(_xml, _names).Write(nodes);
        _xml.Flush();
    }

    public void Dispose()
    {
        _xml.WriteEndElement();
        _xml.WriteWhitespace("\n");
        _xml.WriteEndDocument();
        _xml.Dispose();
    }
}
