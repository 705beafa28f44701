using System.Xml;

namespace DataCatalog.Rdf;

/// <summary>The node elements of an RDF/XML document.</summary>
internal sealed class RdfXmlBody(XmlWriter xml, XmlNames names)
{
    public void Write(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
        {
            WriteNode(node);
        }
    }

    /// <summary>The name of the node's first class; null (rdf:Description) when it has none, or none that XML can name.</summary>
    public static PrefixedName? ElementName(Node node, XmlNames names) =>
        node[RdfTerms.Type] is [Iri type, ..] ? names.Find(type) : null;

    private void WriteNode(Node node)
    {
        var element = ElementName(node, names);
        WriteStart(element ?? new PrefixedName(names.Rdf, "Description"));
        WriteReference(node.Id, "about");
        foreach (var (predicate, objects) in node.Properties)
        {
            var isNamed = element is not null && predicate == RdfTerms.Type;
            WriteProperty(names.Find(predicate)!, objects.Skip(isNamed ? 1 : 0));
        }

        xml.WriteEndElement();
    }

    private void WriteProperty(PrefixedName name, IEnumerable<Term> objects)
    {
        foreach (var value in objects)
        {
            WriteStart(name);
            WriteValue(value);
            xml.WriteEndElement();
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
            xml.WriteAttributeString("xml", "lang", ns: null, literal.Language);
        }
        else if (literal.Datatype != Xsd.String)
        {
            WriteRdfAttribute("datatype", literal.Datatype.Value);
        }

        xml.WriteString(literal.Value);
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

    private void WriteStart(PrefixedName name) => xml.WriteStartElement(name.Namespace.Prefix, name.LocalName, name.Namespace.Base);

    private void WriteRdfAttribute(string name, string value) => xml.WriteAttributeString(names.Rdf.Prefix, name, names.Rdf.Base, value);
}
