using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>
/// Finds chains of broader terms that lead back to their beginning. A term above itself is reported by the rules on terms.
/// </summary>
internal static class BroaderCircles
{
    public static void Check(IReadOnlyList<Concept> concepts, ValidationContext<CatalogRecords> context)
    {
        var terms = SharedNames.Distinct(concepts).ToDictionary(found => found.Record.Id, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var first in terms.Keys)
        {
            var chain = new List<string>();
            var next = first;
            while (terms.TryGetValue(next, out var found) && done.Add(next))
            {
                chain.Add(next);
                next = $"{found.Record.Scheme}/{found.Record.Broader}";
            }

            var start = chain.IndexOf(next);
            if (start >= 0 && chain.Count - start > 1)
            {
                Report([.. chain[start..].Select(id => terms[id])], context);
            }
        }
    }

    private static void Report(List<(Concept Record, int Index)> circle, ValidationContext<CatalogRecords> context)
    {
        var codes = string.Join(" -> ", circle.Append(circle[0]).Select(term => term.Record.Code));
        context.Report($"[{circle[0].Index}].broader", circle[0].Record.Broader, $"no circle of broader terms, and there is {codes}");
    }
}
