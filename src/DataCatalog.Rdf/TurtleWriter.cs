namespace DataCatalog.Rdf;

/// <summary>
/// Writes RDF 1.1 Turtle for people to read: prefixes, <c>a</c>, one property a line, blank nodes in brackets. Each graph begins with the
/// prefixes that it uses: a document may declare a prefix again (RDF 1.1 Turtle, section 2.4).
/// </summary>
/// <param name="prefixes">The prefixes to shorten IRIs with.</param>
/// <param name="output">Where the document goes; stays open.</param>
public sealed class TurtleWriter(IReadOnlyList<Namespace> prefixes, Stream output) : IGraphWriter
{
    private readonly StreamWriter _writer = QuotedText.Open(output);

    public void Write(Graph graph)
    {
        // The index remembers every IRI it has looked up: one for the whole document would grow with it.
        var names = new NamespaceIndex(prefixes, NamespaceIndex.IsPlain);
        WritePrefixes(Used(graph, names));
        new TurtleBody(_writer, names, new TurtleNesting(graph), graph).Write();
    }

    public void Dispose() => _writer.Dispose();

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

    /// <summary>Returns the datatype that is written; that of strings and of texts in a language follows from their form.</summary>
    private static Iri? DatatypeOf(Term term) =>
        term is Literal { Language: null } literal && literal.Datatype != Xsd.String ? literal.Datatype : null;

    private void WritePrefixes(HashSet<Namespace> used)
    {
        foreach (var space in prefixes.Where(used.Remove))
        {
            _writer.Write($"@prefix {space.Prefix}: <{space.Base}> .\n");
        }
    }
}
