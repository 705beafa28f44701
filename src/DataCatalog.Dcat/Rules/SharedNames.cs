using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>Finds ids that two records share.</summary>
internal static class SharedNames
{
    /// <summary>Allows no two records of a list with the same id.</summary>
    /// <param name="rule">The rule on the list.</param>
    /// <param name="property">The property that the id comes from.</param>
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
    /// Reports ids that two datasets, services or series share, since readers merge entries by their identifier, and ids that distributions
    /// of two datasets share, since each has an address of its own.
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
                    var expected = $"an id that no other distribution has, and one of the dataset '{distributions[id]}' has it";
                    context.Report($"datasets[{index}].distributions[{part}].id", id, expected);
                }
            }
        }
    }

    /// <summary>Lists records with their indexes; of several with the same id only the first.</summary>
    public static IEnumerable<(T Record, int Index)> Distinct<T>(IReadOnlyList<T> records)
        where T : IRecord =>
        records.Select((record, index) => (record, index)).DistinctBy(found => found.record.Id, StringComparer.Ordinal);

    private static void CheckIds<T>(
        IReadOnlyList<T> records, string list, string noun, Dictionary<string, string> nouns, ValidationContext<CatalogRecords> context)
        where T : IRecord
    {
        for (var index = 0; index < records.Count; index++)
        {
            var id = records[index].Id;
            if (!nouns.TryAdd(id, noun))
            {
                var expected = $"an id that no other dataset, service or series has, and a {nouns[id]} has it";
                context.Report($"{list}[{index}].id", id, expected);
            }
        }
    }
}
