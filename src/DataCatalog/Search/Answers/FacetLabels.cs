using DataCatalog.Dcat.Mapping;
using DataCatalog.Index.Columns;
using DataCatalog.Rdf;
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
        var wanted = question.Parameters.Where(parameter => string.Equals(parameter.Name, facet.Name, StringComparison.Ordinal)).Select(parameter => parameter.Value).ToHashSet(StringComparer.Ordinal);
        var values = Enumerable.Range(0, counts.Length).Where(number => counts[number] > 0).Select(number => (Code: codes[number], Count: counts[number]))
            .Concat(wanted.Where(code => Name(known, facet, code) is not null && (codes.Find(code) is not { } number || counts[number] == 0)).Select(code => (Code: code, Count: 0)))
            .OrderByDescending(value => value.Count).ThenBy(value => value.Code, StringComparer.Ordinal)
            .Index()
            .Where(value => value.Index < MostValues || wanted.Contains(value.Item.Code))
            .Select(value => value.Item)
            .Select(value => new FacetCount(value.Code, Name(known, facet, value.Code) ?? value.Code, value.Count, address(question.LinkWith(facet.Name, value.Code))));
        return new FacetCounts(facet.Name, [.. values]);
    }

    private static string? Name(ReferenceSnapshot known, Facet facet, string code) =>
        facet.Scheme is { } scheme ? known.FindConcept(scheme, code)?.Label["fr"] : known.FindAgent(code)?.Name["fr"];
}
