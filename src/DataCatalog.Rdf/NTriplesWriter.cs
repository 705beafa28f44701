namespace DataCatalog.Rdf;

/// <summary>
/// Writes RDF 1.1 N-Triples in canonical form: one triple a line, one space between terms, characters as themselves
/// (https://www.w3.org/TR/n-triples/#canonical-ntriples).
/// </summary>
public static class NTriplesWriter
{
    /// <summary>Writes the whole graph.</summary>
    /// <exception cref="ArgumentException">A literal has a lone surrogate.</exception>
    public static void Write(Graph graph, Stream output)
    {
        using var writer = QuotedText.Open(output);
        foreach (var (subject, predicate, value) in graph.Triples)
        {
            WriteTerm(writer, subject);
            writer.Write(' ');
            WriteTerm(writer, predicate);
            writer.Write(' ');
            WriteTerm(writer, value);
            writer.Write(" .\n");
        }
    }

    private static void WriteTerm(StreamWriter writer, Term term)
    {
        switch (term)
        {
            case Literal literal:
                WriteLiteral(writer, literal);
                break;
            case BlankNode blank:
                writer.Write("_:");
                writer.Write(blank.Label);
                break;
            case Iri iri:
                WriteIri(writer, iri);
                break;
        }
    }

    private static void WriteLiteral(StreamWriter writer, Literal literal)
    {
        QuotedText.Write(writer, literal.Value);
        if (literal.Language is not null)
        {
            writer.Write('@');
            writer.Write(literal.Language);
        }
        else if (literal.Datatype != Xsd.String)
        {
            writer.Write("^^");
            WriteIri(writer, literal.Datatype);
        }
    }

    private static void WriteIri(StreamWriter writer, Iri iri)
    {
        writer.Write('<');
        writer.Write(iri.Value);
        writer.Write('>');
    }
}
