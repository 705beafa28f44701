namespace DataCatalog.Rdf;

/// <summary>
/// Writes RDF 1.1 N-Triples in canonical form: one triple a line, one space between terms, characters as themselves
/// (https://www.w3.org/TR/n-triples/#canonical-ntriples).
/// </summary>
/// <param name="output">Where the document goes; stays open.</param>
public sealed class NTriplesWriter(Stream output) : IGraphWriter
{
    private readonly StreamWriter _writer = QuotedText.Open(output);

    public void Write(Graph graph)
    {
        foreach (var (subject, predicate, value) in graph.Triples)
        {
            WriteTerm(subject);
            _writer.Write(' ');
            WriteTerm(predicate);
            _writer.Write(' ');
            WriteTerm(value);
            _writer.Write(" .\n");
        }
    }

    public void Dispose() => _writer.Dispose();

    private void WriteTerm(Term term)
    {
        switch (term)
        {
            case Literal literal:
                WriteLiteral(literal);
                break;
            case BlankNode blank:
                _writer.Write("_:");
                _writer.Write(blank.Label);
                break;
            case Iri iri:
                WriteIri(iri);
                break;
        }
    }

    private void WriteLiteral(Literal literal)
    {
        QuotedText.Write(_writer, literal.Value);
        if (literal.Language is not null)
        {
            _writer.Write('@');
            _writer.Write(literal.Language);
        }
        else if (literal.Datatype != Xsd.String)
        {
            _writer.Write("^^");
            WriteIri(literal.Datatype);
        }
    }

    private void WriteIri(Iri iri)
    {
        _writer.Write('<');
        _writer.Write(iri.Value);
        _writer.Write('>');
    }
}
