using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>Ids that two things share.</summary>
internal static class SharedNames
{
    /// <summary>No two records of a list with one id.</summary>
    /// <param name="rule">The rule on the list.</param>
    /// <param name="property">The property that decides the id.</param>
    public static void NoSharedId<T>(this IRuleBuilder<CatalogRecords, IReadOnlyList<T>> rule, string property = "id")
        where T : IRecord => rule.Custom((records, context) =>
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < records.Count; index++)
        {
            if (!ids.Add(records[index].Id))
            {
                context.Report($"[{index}].{property}", records[index].Id, "an id that no other has");
            }
        }
    });

    /// <summary>
    /// Datasets, services and series share one space of ids, for readers merge entries by their identifier; so do the distributions of
    /// all datasets, each of which has an address of its own.
    /// </summary>
    public static void Check(CatalogRecords records, ValidationContext<CatalogRecords> context)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        CheckIds(records.Datasets, "datasets", "dataset", entries, context);
        CheckIds(records.Services, "services", "service", entries, context);
        CheckIds(records.Series, "series", "series", entries, context);
        var distributions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (dataset, index) in Distinct(records.Datasets))
        {
            for (var part = 0; part < dataset.Distributions.Count; part++)
            {
                var id = dataset.Distributions[part].Id;
                if (!distributions.TryAdd(id, dataset.Id) && !string.Equals(distributions[id], dataset.Id, StringComparison.Ordinal))
                {
                    context.Report($"datasets[{index}].distributions[{part}].id", id, $"an id that no other distribution has, and one of the dataset '{distributions[id]}' has it");
                }
            }
        }
    }

    /// <summary>The records of a list with their places in it; of several with one id only the first.</summary>
    public static IEnumerable<(T Record, int Index)> Distinct<T>(IReadOnlyList<T> records)
        where T : IRecord => records.Select((record, index) => (record, index)).DistinctBy(found => found.record.Id, StringComparer.Ordinal);

    private static void CheckIds<T>(IReadOnlyList<T> records, string list, string noun, Dictionary<string, string> nouns, ValidationContext<CatalogRecords> context)
        where T : IRecord
    {
        for (var index = 0; index < records.Count; index++)
        {
            if (!nouns.TryAdd(records[index].Id, noun))
            {
                context.Report($"{list}[{index}].id", records[index].Id, $"an id that no other dataset, service or series has, and a {nouns[records[index].Id]} has it");
            }
        }
    }
}
