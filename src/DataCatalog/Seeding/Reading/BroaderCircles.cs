using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>Chains of broader terms that lead back to their beginning. A term above itself is the concern of its own rules.</summary>
internal static class BroaderCircles
{
    public static void Check(IReadOnlyList<Sourced<Concept>> concepts)
    {
        var terms = concepts
            .DistinctBy(row => row.Record.Id, StringComparer.Ordinal)
            .ToDictionary(row => row.Record.Id, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in terms.Values)
        {
            var chain = new List<Sourced<Concept>>();
            var next = row;
            while (next is not null && done.Add(next.Record.Id))
            {
                chain.Add(next);
                next = terms.GetValueOrDefault($"{next.Record.Scheme}/{next.Record.Broader}");
            }

            var start = next is null ? -1 : chain.IndexOf(next);
            Report(start < 0 ? [] : chain[start..]);
        }
    }

    private static void Report(List<Sourced<Concept>> circle)
    {
        if (circle.Count > 1)
        {
            var codes = string.Join(" -> ", circle.Append(circle[0]).Select(row => row.Record.Code));
            circle[0].Row.Fail("broader", circle[0].Record.Broader!, $"no circle of broader terms, and there is {codes}");
        }
    }
}
