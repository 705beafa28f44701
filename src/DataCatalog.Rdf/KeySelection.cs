namespace DataCatalog.Rdf;

/// <summary>The keys that the nodes of a class keep in a document, besides <c>id</c>.</summary>
/// <param name="Class">The class.</param>
/// <param name="Keys">The keys; <c>type</c> is one of them.</param>
public sealed record KeySelection(Iri Class, IReadOnlySet<string> Keys)
{
    /// <summary>Returns the keys that a node keeps; null when it keeps all.</summary>
    internal IReadOnlySet<string>? KeysOf(Node node) => node[RdfTerms.Type].Contains(Class) ? Keys : null;
}
