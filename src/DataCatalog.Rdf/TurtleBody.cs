namespace DataCatalog.Rdf;

/// <summary>Writes the statements of a graph in Turtle, below its prefixes.</summary>
internal sealed class TurtleBody(StreamWriter writer, NamespaceIndex names, TurtleNesting nesting, Graph graph)
{
    private const string Step = "    ";

    public void Write()
    {
        foreach (var node in graph.Nodes.Where(node => node.Properties.Count > 0 && !nesting.IsNested(node.Id)))
        {
            writer.Write('\n');
            WriteTerm(node.Id, "");
            WriteProperties(node, Step);
            writer.Write(" .\n");
        }
    }

    private void WriteProperties(Node node, string indent)
    {
        var end = "\n";
        foreach (var (predicate, objects) in node.Properties)
        {
            writer.Write(end);
            writer.Write(indent);
            WritePredicate(predicate);
            WriteObjects(objects, indent);
            end = " ;\n";
        }
    }

    private void WritePredicate(Iri predicate)
    {
        if (predicate == RdfTerms.Type)
        {
            writer.Write('a');
        }
        else
        {
            WriteIri(predicate);
        }
    }

    private void WriteObjects(IReadOnlyList<Term> objects, string indent)
    {
        var separator = " ";
        foreach (var value in objects)
        {
            writer.Write(separator);
            WriteTerm(value, indent);
            separator = $",\n{indent}{Step}";
        }
    }

    private void WriteTerm(Term term, string indent)
    {
        switch (term)
        {
            case Iri iri:
                WriteIri(iri);
                break;
            case BlankNode blank when nesting.IsNested(blank):
                WriteNested(blank, indent);
                break;
            case BlankNode blank:
                writer.Write($"_:{blank.Label}");
                break;
            case Literal literal:
                WriteLiteral(literal);
                break;
        }
    }

    private void WriteNested(BlankNode blank, string indent)
    {
        if (graph.Find(blank) is not { Properties.Count: > 0 } node)
        {
            writer.Write("[]");
            return;
        }

        writer.Write('[');
        WriteProperties(node, indent + Step);
        writer.Write($"\n{indent}]");
    }

    private void WriteLiteral(Literal literal)
    {
        QuotedText.Write(writer, literal.Value);
        if (literal.Language is not null)
        {
            writer.Write($"@{literal.Language}");
        }
        else if (literal.Datatype != Xsd.String)
        {
            writer.Write("^^");
            WriteIri(literal.Datatype);
        }
    }

    private void WriteIri(Iri iri)
    {
        if (names.Find(iri) is { } name)
        {
            writer.Write($"{name.Namespace.Prefix}:{name.LocalName}");
        }
        else
        {
            writer.Write($"<{iri.Value}>");
        }
    }
}
