using DataCatalog.Dcat.Records;
using DataCatalog.Seeding.Reading;

namespace DataCatalog.Statistics;

/// <summary>A value, and how many entries have it.</summary>
/// <param name="Value">A code; empty for an unknown one.</param>
/// <param name="Count">The number of entries.</param>
internal sealed record Tally(string Value, int Count);

/// <summary>A table of counts.</summary>
/// <param name="Title">What is counted.</param>
/// <param name="Rows">The counts, largest first.</param>
internal sealed record TallyTable(string Title, IReadOnlyList<Tally> Rows);

/// <summary>A field that may be unknown, with the number of entries for which it is known and of all entries.</summary>
internal sealed record KnownField(string Field, int Known, int Total);

/// <summary>Counts the content of a folder of seed files: the figures of docs/content.md.</summary>
internal static class CatalogStatistics
{
    public static IReadOnlyList<Tally> Sizes(SeedContent content) =>
    [
        new("datasets", content.Datasets.Count),
        new("distributions", content.Datasets.Sum(dataset => dataset.Distributions.Count)),
        new("services", content.Services.Count),
        new("series", content.Series.Count),
        new("models", content.Models.Count),
        new("rules", content.Rules.Count),
        new("agents", content.Agents.Count),
        new("vocabularies", content.Schemes.Count),
        new("terms", content.Concepts.Count),
        new("territories", content.Territories.Count),
        new("address templates", content.Datasets
            .SelectMany(dataset => dataset.Distributions)
            .Count(distribution => distribution.Template is not null)),
    ];

    public static IReadOnlyList<KnownField> Known(SeedContent content)
    {
        var contacts = content.Agents.Where(agent => agent.Contact is not null).Select(agent => agent.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            Of("licence (on the dataset, or on every distribution)", HasLicence),
            Of("frequency", dataset => dataset.Frequency is not null),
            Of("period", dataset => dataset.Temporal is not null),
            Of("contact of the publisher", dataset => contacts.Contains(dataset.Publisher)),
            Of("territories", dataset => dataset.Territories.Count > 0),
            Of("granularity", dataset => dataset.Granularity is not null),
            Of("personal data", dataset => dataset.PersonalData is not null),
            Of("distribution", dataset => dataset.Distributions.Count > 0),
            Of("date of the data (issued or modified)", dataset => (dataset.Issued ?? dataset.Modified) is not null),
            Of("landing page", dataset => dataset.LandingPage is not null),
        ];

        KnownField Of(string field, Func<Dataset, bool> isKnown) => new(field, content.Datasets.Count(isKnown), content.Datasets.Count);
    }

    public static IReadOnlyList<TallyTable> Tables(SeedContent content)
    {
        var kinds = content.Agents.ToDictionary(agent => agent.Id, agent => agent.Kind, StringComparer.Ordinal);
        return
        [
            new("Publisher kind", Count(content.Datasets.Select(dataset => kinds[dataset.Publisher]))),
            new("Access regime", Count(content.Datasets.Select(dataset => dataset.Access.Regime))),
            new("Licence", Count(content.Datasets.Select(dataset => dataset.Licence))),
            new("Format", Count(content.Datasets.SelectMany(dataset => dataset.Distributions).Select(distribution => distribution.Format))),
            new("Granularity", Count(content.Datasets.Select(dataset => dataset.Granularity))),
            new("Frequency", Count(content.Datasets.Select(dataset => dataset.Frequency))),
            new("Personal data", Count(content.Datasets.Select(dataset => dataset.PersonalData))),
            new("High-value category", Count(content.Datasets.SelectMany(dataset => dataset.HvdCategories))),
            new("Relation", Count(content.Datasets.Select(dataset => dataset.Relation))),
            new("Kind of territory", Count(content.Territories.Select(territory => territory.Kind))),
        ];
    }

    private static bool HasLicence(Dataset dataset) => dataset.Licence is not null
        || (dataset.Distributions.Count > 0 && dataset.Distributions.All(distribution => distribution.Licence is not null));

    private static IReadOnlyList<Tally> Count(IEnumerable<string?> values) =>
        [.. values.GroupBy(value => value ?? "", StringComparer.Ordinal)
            .Select(group => new Tally(group.Key, group.Count()))
            .OrderByDescending(tally => tally.Count)
            .ThenBy(tally => tally.Value, StringComparer.Ordinal)];
}
