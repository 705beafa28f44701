namespace DataCatalog.Rdf;

/// <summary>Writes RDF 1.1 Turtle for people to read: prefixes, <c>a</c>, one property a line, blank nodes in brackets.</summary>
public static class TurtleWriter
{
    /// <summary>Writes the whole graph.</summary>
    /// <param name="graph">What to write.</param>
    /// <param name="prefixes">Only those that shorten an IRI of the graph are declared.</param>
    /// <param name="output">Stays open.</param>
    /// <exception cref="ArgumentException">A literal has a lone surrogate.</exception>
    public static void Write(Graph graph, IReadOnlyList<Namespace> prefixes, Stream output)
    {
        var names = new NamespaceIndex(prefixes, NamespaceIndex.IsPlain);
        using var writer = QuotedText.Open(output);
        WritePrefixes(writer, prefixes, Used(graph, names));
        new TurtleBody(writer, names, new TurtleNesting(graph), graph).Write();
    }

    private static HashSet<Namespace> Used(Graph graph, NamespaceIndex names) =>
        [.. graph.Triples.SelectMany(Iris).Select(names.Find).OfType<PrefixedName>().Select(name => name.Namespace)];

    private static IEnumerable<Iri> Iris(Triple triple)
    {
        if (triple.Subject is Iri subject)
        {
            yield return subject;
        }

        if (triple.Predicate != RdfTerms.Type)
        {
            yield return triple.Predicate;
        }

        if ((triple.Object as Iri ?? DatatypeOf(triple.Object)) is { } iri)
        {
            yield return iri;
        }
    }

    /// <summary>The datatype that is written; strings and texts in a language have theirs by their form.</summary>
    private static Iri? DatatypeOf(Term term) =>
        term is Literal { Language: null } literal && literal.Datatype != Xsd.String ? literal.Datatype : null;

    private static void WritePrefixes(StreamWriter writer, IReadOnlyList<Namespace> prefixes, HashSet<Namespace> used)
    {
        foreach (var space in prefixes.Where(used.Remove))
        {
            writer.Write($"@prefix {space.Prefix}: <{space.Base}> .\n");
        }
    }
}
