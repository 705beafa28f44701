namespace DataCatalog.Rdf;

/// <summary>
/// Writes RDF 1.1 N-Triples in canonical form: one triple a line, one space between terms, characters as themselves
/// (https://www.w3.org/TR/n-triples/#canonical-ntriples).
/// </summary>
/// <param name="output">Where the document goes; stays open.</param>
public sealed class NTriplesWriter(Stream output) : IGraphWriter
{
    private readonly Utf8Output _output = new(output);

    public void Write(Graph graph)
    {
        foreach (var subject in graph.Subjects)
        {
            var node = subject.Whole;
            foreach (var property in node.Statements)
            {
                foreach (var value in property.Values)
                {
                    WriteTerm(node.Id);
                    _output.Write(" "u8);
                    WriteIri(property.Predicate);
                    _output.Write(" "u8);
                    WriteTerm(value);
                    _output.Write(" .\n"u8);
                }
            }
        }
    }

    public void Dispose() => _output.Dispose();

    private void WriteTerm(Term term)
    {
        switch (term)
        {
            case Literal literal:
                WriteLiteral(literal);
                break;
            case BlankNode blank:
                _output.Write("_:"u8);
                _output.Write(blank.Label);
                break;
            case Iri iri:
                WriteIri(iri);
                break;
        }
    }

    private void WriteLiteral(Literal literal)
    {
        QuotedText.Write(_output, literal.Value);
        if (literal.Language is not null)
        {
            _output.Write("@"u8);
            _output.Write(literal.Language);
        }
        else if (literal.Datatype != Xsd.String)
        {
            _output.Write("^^"u8);
            WriteIri(literal.Datatype);
        }
    }

    private void WriteIri(Iri iri)
    {
        _output.Write("<"u8);
        _output.Write(iri.Value);
        _output.Write(">"u8);
    }
}
