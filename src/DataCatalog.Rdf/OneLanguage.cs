namespace DataCatalog.Rdf;

/// <summary>
/// Reduces graphs to one language, for readers that show all texts of a property as one. A property without a text in the wanted language
/// keeps those of another one, so that nothing is without a title. Literals without a language stay.
/// </summary>
public static class OneLanguage
{
    /// <summary>Returns a graph in which the texts of each property of a subject have one language.</summary>
    /// <param name="graph">The graph; it does not change.</param>
    /// <param name="language">The wanted language, a lower-case BCP 47 tag.</param>
    public static Graph InLanguage(this Graph graph, string language)
    {
        var kept = new Dictionary<(Resource Subject, Iri Predicate), string>();
        foreach (var node in graph.Nodes)
        {
            foreach (var (predicate, objects) in node.Properties)
            {
                if (KeptOf(objects, language) is { } tag)
                {
                    kept.Add((node.Id, predicate), tag);
                }
            }
        }

        return graph.Copy((subject, predicate, literal) =>
            literal.Language is null || string.Equals(literal.Language, kept[(subject, predicate)], StringComparison.Ordinal));
    }

    /// <summary>Returns the language that stays: the wanted one, or the first of the others by its tag; null without texts.</summary>
    private static string? KeptOf(IReadOnlyList<Term> objects, string wanted)
    {
        var tags = objects.OfType<Literal>().Select(literal => literal.Language).OfType<string>().ToList();
        return tags.Contains(wanted, StringComparer.Ordinal) ? wanted : tags.Min(StringComparer.Ordinal);
    }
}
