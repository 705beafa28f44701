namespace DataCatalog.Rdf;

/// <summary>Writes the statements of a graph in Turtle, below its prefixes.</summary>
internal sealed class TurtleBody(Utf8Output output, NamespaceIndex names, TurtleNesting nesting, Graph graph)
{
    public void Write()
    {
        foreach (var subject in graph.Subjects)
        {
            var node = subject.Whole;
            if (node.Statements.Count > 0 && !nesting.IsNested(node.Id))
            {
                output.Write("\n"u8);
                WriteTerm(node.Id, 0);
                WriteProperties(node, 1);
                output.Write(" .\n"u8);
            }
        }
    }

    private void WriteProperties(Node node, int depth)
    {
        var end = "\n"u8;
        foreach (var property in node.Statements)
        {
            output.Write(end);
            WriteIndent(depth);
            WritePredicate(property.Predicate);
            WriteObjects(property.Values, depth);
            end = " ;\n"u8;
        }
    }

    private void WritePredicate(Iri predicate)
    {
        if (predicate == RdfTerms.Type)
        {
            output.Write("a"u8);
        }
        else
        {
            WriteIri(predicate);
        }
    }

    private void WriteObjects(ReadOnlySpan<Term> objects, int depth)
    {
        output.Write(" "u8);
        for (var index = 0; index < objects.Length; index++)
        {
            if (index > 0)
            {
                output.Write(",\n"u8);
                WriteIndent(depth + 1);
            }

            WriteTerm(objects[index], depth);
        }
    }

    private void WriteTerm(Term term, int depth)
    {
        switch (term)
        {
            case Iri iri:
                WriteIri(iri);
                break;
            case BlankNode blank when nesting.IsNested(blank):
                WriteNested(blank, depth);
                break;
            case BlankNode blank:
                output.Write("_:"u8);
                output.Write(blank.Label);
                break;
            case Literal literal:
                WriteLiteral(literal);
                break;
        }
    }

    private void WriteNested(BlankNode blank, int depth)
    {
        if (graph.Find(blank) is not { Statements.Count: > 0 } node)
        {
            output.Write("[]"u8);
            return;
        }

        output.Write("["u8);
        WriteProperties(node, depth + 1);
        output.Write("\n"u8);
        WriteIndent(depth);
        output.Write("]"u8);
    }

    private void WriteLiteral(Literal literal)
    {
        QuotedText.Write(output, literal.Value);
        if (literal.Language is not null)
        {
            output.Write("@"u8);
            output.Write(literal.Language);
        }
        else if (literal.Datatype != Xsd.String)
        {
            output.Write("^^"u8);
            WriteIri(literal.Datatype);
        }
    }

    private void WriteIri(Iri iri)
    {
        if (names.Find(iri) is { } name)
        {
            output.Write(name.Namespace.Prefix);
            output.Write(":"u8);
            output.Write(name.LocalName);
            return;
        }

        output.Write("<"u8);
        output.Write(iri.Value);
        output.Write(">"u8);
    }

    private void WriteIndent(int depth)
    {
        for (var step = 0; step < depth; step++)
        {
            output.Write("    "u8);
        }
    }
}
