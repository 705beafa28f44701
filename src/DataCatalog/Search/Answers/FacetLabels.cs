using DataCatalog.Dcat.Mapping;
using DataCatalog.Index.Columns;
using DataCatalog.Rdf;
using DataCatalog.Storage;

namespace DataCatalog.Search.Answers;

/// <summary>Turns counts by number into counts by code, with the label of each code.</summary>
internal sealed class FacetLabels(References references)
{
    /// <summary>The number of values shown per facet; the values that the question itself names are always shown.</summary>
    private const int MaxValues = 50;

    /// <summary>Lists the counts of a facet, the most frequent value first.</summary>
    /// <param name="facet">The facet.</param>
    /// <param name="codes">The codes of the facet.</param>
    /// <param name="counts">The number of answers by code.</param>
    /// <param name="question">The question; the link of a value narrows the question to that value.</param>
    /// <param name="address">Returns the address for a query string.</param>
    public FacetCounts Of(Facet facet, CodeList codes, int[] counts, Question question, Func<string, Iri> address)
    {
        var known = references.Current;
        var wanted = question.Parameters
            .Where(parameter => string.Equals(parameter.Name, facet.Name, StringComparison.Ordinal))
            .Select(parameter => parameter.Value)
            .ToHashSet(StringComparer.Ordinal);
        var counted = Enumerable.Range(0, counts.Length)
            .Where(number => counts[number] > 0)
            .Select(number => (Code: codes[number], Count: counts[number]));
        var withoutAnswers = wanted
            .Where(code => LabelOf(known, facet, code) is not null && (codes.Find(code) is not { } number || counts[number] == 0))
            .Select(code => (Code: code, Count: 0));
        var values = counted.Concat(withoutAnswers)
            .OrderByDescending(value => value.Count).ThenBy(value => value.Code, StringComparer.Ordinal)
            .Index()
            .Where(value => value.Index < MaxValues || wanted.Contains(value.Item.Code))
            .Select(value => value.Item)
            .Select(value => new FacetCount(
                value.Code,
                LabelOf(known, facet, value.Code) ?? value.Code,
                value.Count,
                address(question.QueryWith(facet.Name, value.Code))));
        return new FacetCounts(facet.Name, [.. values]);
    }

    private static string? LabelOf(ReferenceSnapshot known, Facet facet, string code) =>
        facet.Scheme is { } scheme ? known.FindConcept(scheme, code)?.Label["fr"] : known.FindAgent(code)?.Name["fr"];
}
