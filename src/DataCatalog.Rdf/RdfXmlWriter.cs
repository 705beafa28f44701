using System.Diagnostics.CodeAnalysis;
using System.Xml;

namespace DataCatalog.Rdf;

/// <summary>Writes RDF 1.1 XML: one element per node, named by its first class; blank nodes by <c>rdf:nodeID</c>.</summary>
[SuppressMessage("Usage", "CA2213", Justification = "The output is the caller's.")]
public sealed class RdfXmlWriter : IGraphWriter
{
    /// <summary>Entitize keeps <c>\r</c>: an XML parser turns a bare one into <c>\n</c> (XML 1.0, section 2.11).</summary>
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = QuotedText.Utf8,
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    private readonly XmlNames _names;
    private readonly PrefixedName _description;
    private readonly Stream _output;
    private readonly XmlWriter _xml;

    /// <summary>Begins a document of any number of graphs.</summary>
    /// <param name="prefixes">Declared on the root. A name outside them is declared where it appears.</param>
    /// <param name="output">Where the document goes; stays open.</param>
    public RdfXmlWriter(IReadOnlyList<Namespace> prefixes, Stream output)
        : this(XmlNames.DeclaringAll(prefixes), output)
    {
    }

    private RdfXmlWriter(XmlNames names, Stream output)
    {
        (_names, _output) = (names, output);
        _xml = XmlWriter.Create(output, Settings);
        _description = new PrefixedName(names.Rdf, "Description");
        _xml.WriteStartDocument();
        _xml.WriteStartElement(names.Rdf.Prefix, "RDF", names.Rdf.Base);
        foreach (var space in names.Declared)
        {
            _xml.WriteAttributeString("xmlns", space.Prefix, ns: null, space.Base);
        }
    }

    /// <summary>Writes a document of one graph. Its root declares the namespaces that the graph uses, and no others.</summary>
    /// <param name="graph">What the document says.</param>
    /// <param name="prefixes">The prefixes to use. Predicates outside them get generated ones.</param>
    /// <param name="output">Where the document goes; stays open.</param>
    /// <exception cref="ArgumentException">
    /// The graph has a predicate that XML cannot name, or a character that XML 1.0 cannot hold.
    /// </exception>
    public static void WriteDocument(Graph graph, IReadOnlyList<Namespace> prefixes, Stream output)
    {
        using var document = new RdfXmlWriter(XmlNames.DeclaringUsed(prefixes, graph), output);
        document.Write(graph);
    }

    public void Write(Graph graph)
    {
        foreach (var subject in graph.Subjects)
        {
            if (subject.Whole.Statements.Count > 0)
            {
                WriteNode(subject.Whole);
            }
        }
    }

    public void Dispose()
    {
        _xml.Dispose();
        _output.WriteByte((byte)'\n');
    }

    private void WriteNode(Node node)
    {
        var element = _names.ElementOf(node);
        WriteStart(element ?? _description);
        WriteReference(node.Id, "about");
        foreach (var property in node.Statements)
        {
            var isNamed = element is not null && property.Predicate == RdfTerms.Type;
            WriteProperty(_names.ElementOf(property.Predicate), property.Values[(isNamed ? 1 : 0)..]);
        }

        _xml.WriteEndElement();
    }

    private void WriteProperty(PrefixedName name, ReadOnlySpan<Term> objects)
    {
        foreach (var value in objects)
        {
            WriteStart(name);
            WriteValue(value);
            _xml.WriteEndElement();
        }
    }

    private void WriteValue(Term value)
    {
        if (value is Literal literal)
        {
            WriteLiteral(literal);
        }
        else
        {
            WriteReference(value, "resource");
        }
    }

    private void WriteLiteral(Literal literal)
    {
        if (literal.Language is not null)
        {
            _xml.WriteAttributeString("xml", "lang", ns: null, literal.Language);
        }
        else if (literal.Datatype != Xsd.String)
        {
            WriteRdfAttribute("datatype", literal.Datatype.Value);
        }

        _xml.WriteString(literal.Value);
    }

    private void WriteReference(Term resource, string attribute)
    {
        if (resource is BlankNode blank)
        {
            WriteRdfAttribute("nodeID", blank.Label);
        }
        else if (resource is Iri iri)
        {
            WriteRdfAttribute(attribute, iri.Value);
        }
    }

    private void WriteStart(PrefixedName name) => _xml.WriteStartElement(name.Namespace.Prefix, name.LocalName, name.Namespace.Base);

    private void WriteRdfAttribute(string name, string value) => _xml.WriteAttributeString(_names.Rdf.Prefix, name, _names.Rdf.Base, value);
}
