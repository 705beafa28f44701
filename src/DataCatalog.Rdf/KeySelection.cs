namespace DataCatalog.Rdf;

/// <summary>Which keys the nodes of a class have in a document, besides <c>id</c>.</summary>
/// <param name="Class">The class.</param>
/// <param name="Keys">The keys; <c>type</c> is one of them.</param>
public sealed record KeySelection(Iri Class, IReadOnlySet<string> Keys)
{
    /// <summary>The keys of a node; null for all that it has.</summary>
    internal IReadOnlySet<string>? KeysOf(Node node) => node[RdfTerms.Type].Contains(Class) ? Keys : null;
}
