using System.Xml;

namespace DataCatalog.Rdf;

/// <summary>Writes RDF 1.1 XML: one element per node, named by its first class; blank nodes by <c>rdf:nodeID</c>.</summary>
public static class RdfXmlWriter
{
    /// <summary>Entitize keeps <c>\r</c>: an XML parser turns a bare one into <c>\n</c> (XML 1.0, section 2.11).</summary>
    internal static readonly XmlWriterSettings Settings = new()
    {
        Encoding = QuotedText.Utf8,
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    /// <summary>Writes the whole graph.</summary>
    /// <param name="graph">What to write.</param>
    /// <param name="prefixes">Only those in use are declared; predicates outside them get generated ones.</param>
    /// <param name="output">Stays open.</param>
    /// <exception cref="ArgumentException">
    /// The graph has a predicate that XML has no name for, or a character that XML 1.0 has no place for.
    /// </exception>
    public static void Write(Graph graph, IReadOnlyList<Namespace> prefixes, Stream output)
    {
        Node[] nodes = [.. graph.Nodes.Where(node => node.Properties.Count > 0)];
        var names = new XmlNames(prefixes);
        foreach (var node in nodes)
        {
            NameAll(node, names);
        }

        using (var xml = XmlWriter.Create(output, Settings))
        {
            xml.WriteStartDocument();
            WriteRoot(xml, names);
            new RdfXmlBody(xml, names).Write(nodes);
            xml.WriteEndDocument();
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>Names everything before a byte is written: namespaces are declared on the root.</summary>
    internal static void NameAll(Node node, XmlNames names)
    {
        RdfXmlBody.ElementName(node, names);
        foreach (var (predicate, _) in node.Properties)
        {
            if (names.Find(predicate) is null)
            {
                throw new ArgumentException($"RDF/XML cannot hold the predicate {predicate}: it ends in no XML name.", nameof(node));
            }
        }
    }

    internal static void WriteRoot(XmlWriter xml, XmlNames names)
    {
        xml.WriteStartElement(names.Rdf.Prefix, "RDF", names.Rdf.Base);
        foreach (var space in names.Used)
        {
            xml.WriteAttributeString("xmlns", space.Prefix, ns: null, space.Base);
        }
    }
}
