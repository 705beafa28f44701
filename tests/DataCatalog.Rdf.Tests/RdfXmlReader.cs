using System.Xml.Linq;

namespace DataCatalog.Rdf.Tests;

/// <summary>Reads the part of RDF/XML that has one element per node and one per value.</summary>
internal static class RdfXmlReader
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    public static IEnumerable<Triple> Read(byte[] document)
    {
        using var input = new MemoryStream(document);
        var root = XDocument.Load(input, LoadOptions.PreserveWhitespace).Root!;
        Assert.Equal(Rdf + "RDF", root.Name);
        return [.. root.Elements().SelectMany(ReadNode)];
    }

    private static IEnumerable<Triple> ReadNode(XElement element)
    {
        var subject = ReadResource(element, "about")!;
        if (element.Name != Rdf + "Description")
        {
            yield return new Triple(subject, RdfTerms.Type, IriOf(element.Name));
        }

        foreach (var property in element.Elements())
        {
            yield return new Triple(subject, IriOf(property.Name), (Term?)ReadResource(property, "resource") ?? ReadLiteral(property));
        }
    }

    private static Resource? ReadResource(XElement element, string attribute) =>
        element.Attribute(Rdf + attribute) is { } iri ? new Iri(iri.Value)
        : element.Attribute(Rdf + "nodeID") is { } label ? new BlankNode(label.Value)
        : null;

    private static Literal ReadLiteral(XElement element)
    {
        Assert.False(element.HasElements);
        var language = element.Attribute(XNamespace.Xml + "lang")?.Value;
        var datatype = element.Attribute(Rdf + "datatype")?.Value;
        return language is not null ? Literal.InLanguage(element.Value, language)
            : datatype is not null ? Literal.Of(element.Value, new Iri(datatype))
            : Literal.Of(element.Value);
    }

    private static Iri IriOf(XName name)
    {
        Assert.False(name.Namespace == Rdf && name.LocalName is "li" or "RDF" or "about", $"{name} is syntax, not a name");
        return new Iri(name.NamespaceName + name.LocalName);
    }
}
