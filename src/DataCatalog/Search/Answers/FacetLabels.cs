using DataCatalog.Dcat.Mapping;
using DataCatalog.Rdf;
using DataCatalog.Search.Columns;
using DataCatalog.Storage;

namespace DataCatalog.Search.Answers;

/// <summary>Turns counts by number into counts by code, with what people call it.</summary>
internal sealed class FacetLabels(References references)
{
    /// <summary>The most frequent ones; and always those that the question asks for.</summary>
    public const int MostValues = 50;

    /// <summary>The counts of a facet, the most frequent first.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="codes">Its codes.</param>
    /// <param name="counts">How many answers have each.</param>
    /// <param name="question">The question: an answer's link narrows it to one value.</param>
    /// <param name="address">The address of a question by its link.</param>
    public FacetCounts Of(Facet facet, CodeList codes, int[] counts, Question question, Func<string, Iri> address)
    {
        var known = references.Current;
        var wanted = question.Filters.Where(filter => filter.Facet == facet).SelectMany(filter => filter.Codes).ToHashSet(StringComparer.Ordinal);
        var values = Enumerable.Range(0, counts.Length)
            .Where(number => counts[number] > 0 || wanted.Contains(codes[number]))
            .OrderByDescending(number => counts[number]).ThenBy(number => codes[number], StringComparer.Ordinal)
            .Index()
            .Where(value => value.Index < MostValues || wanted.Contains(codes[value.Item]))
            .Select(value => (Code: codes[value.Item], Count: counts[value.Item]))
            .Select(value => new FacetCount(value.Code, Label(known, facet, value.Code), value.Count, address(question.LinkWith(facet.Name, value.Code))));
        return new FacetCounts(facet.Name, [.. values]);
    }

    private static string Label(ReferenceSnapshot known, Facet facet, string code) =>
        (facet.Scheme is { } scheme ? known.FindConcept(scheme, code)?.Label["fr"] : known.FindAgent(code)?.Name["fr"]) ?? code;
}
