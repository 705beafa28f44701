namespace DataCatalog.Rdf;

/// <summary>
/// Writes RDF 1.1 Turtle for people to read: prefixes, <c>a</c>, one property a line, blank nodes in brackets. Each graph begins with the
/// prefixes that it uses: a document may declare a prefix again (RDF 1.1 Turtle, section 2.4).
/// </summary>
/// <param name="prefixes">The prefixes to shorten IRIs with.</param>
/// <param name="output">Where the document goes; stays open.</param>
public sealed class TurtleWriter(IReadOnlyList<Namespace> prefixes, Stream output) : IGraphWriter
{
    private readonly Utf8Output _output = new(output);

    public void Write(Graph graph)
    {
        // The index remembers every IRI it has looked up: one for the whole document would grow with it.
        var names = new NamespaceIndex(prefixes, NamespaceIndex.IsPlain);
        WritePrefixes(Used(graph, names));
        new TurtleBody(_output, names, new TurtleNesting(graph), graph).Write();
    }

    public void Dispose() => _output.Dispose();

    private static HashSet<Namespace> Used(Graph graph, NamespaceIndex names)
    {
        var used = new HashSet<Namespace>();
        foreach (var subject in graph.Subjects)
        {
            foreach (var property in subject.Whole.Statements)
            {
                Use(subject.Whole.Id as Iri);
                Use(property.Predicate == RdfTerms.Type ? null : property.Predicate);
                foreach (var value in property.Values)
                {
                    Use(value as Iri ?? DatatypeOf(value));
                }
            }
        }

        return used;

        void Use(Iri? iri)
        {
            if (iri is not null && names.Find(iri) is { } name)
            {
                used.Add(name.Namespace);
            }
        }
    }

    /// <summary>Returns the datatype that is written; that of strings and of texts in a language follows from their form.</summary>
    private static Iri? DatatypeOf(Term term) =>
        term is Literal { Language: null } literal && literal.Datatype != Xsd.String ? literal.Datatype : null;

    private void WritePrefixes(HashSet<Namespace> used)
    {
        foreach (var space in prefixes.Where(used.Remove))
        {
            _output.Write($"@prefix {space.Prefix}: <{space.Base}> .\n");
        }
    }
}
