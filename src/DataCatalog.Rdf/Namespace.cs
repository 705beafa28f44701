namespace DataCatalog.Rdf;

/// <summary>A vocabulary's namespace and the prefix it is written with.</summary>
/// <param name="Prefix">A Turtle and XML prefix: lower-case letters and digits.</param>
/// <param name="Base">The IRI that local names are appended to.</param>
public sealed record Namespace(string Prefix, string Base)
{
    public Iri this[string localName] => new(Base + localName);
}

/// <summary>Terms of the RDF vocabulary itself.</summary>
public static class RdfTerms
{
    public static readonly Namespace Namespace = new("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    public static readonly Iri Type = Namespace["type"];
    public static readonly Iri LangString = Namespace["langString"];

    /// <summary>A fragment of HTML (RDF 1.1 Concepts, section 5.2).</summary>
    public static readonly Iri Html = Namespace["HTML"];
    public static readonly Iri Property = Namespace["Property"];
}

/// <summary>Terms of RDF Schema.</summary>
public static class Rdfs
{
    public static readonly Namespace Namespace = new("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    public static readonly Iri Class = Namespace["Class"];
    public static readonly Iri Comment = Namespace["comment"];
    public static readonly Iri Domain = Namespace["domain"];
    public static readonly Iri IsDefinedBy = Namespace["isDefinedBy"];
    public static readonly Iri Label = Namespace["label"];
    public static readonly Iri Range = Namespace["range"];
    public static readonly Iri SeeAlso = Namespace["seeAlso"];
    public static readonly Iri SubClassOf = Namespace["subClassOf"];
    public static readonly Iri SubPropertyOf = Namespace["subPropertyOf"];
}

/// <summary>Datatypes of XML Schema 1.1 part 2.</summary>
public static class Xsd
{
    public static readonly Namespace Namespace = new("xsd", "http://www.w3.org/2001/XMLSchema#");
    public static readonly Iri Boolean = Namespace["boolean"];
    public static readonly Iri Date = Namespace["date"];
    public static readonly Iri DateTime = Namespace["dateTime"];
    public static readonly Iri Decimal = Namespace["decimal"];
    public static readonly Iri Duration = Namespace["duration"];
    public static readonly Iri GMonthDay = Namespace["gMonthDay"];
    public static readonly Iri GYear = Namespace["gYear"];
    public static readonly Iri GYearMonth = Namespace["gYearMonth"];
    public static readonly Iri Integer = Namespace["integer"];
    public static readonly Iri NonNegativeInteger = Namespace["nonNegativeInteger"];
    public static readonly Iri String = Namespace["string"];
}
