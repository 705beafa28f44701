using DataCatalog.Dcat.Records;
using DataCatalog.Seeding.Reading;

namespace DataCatalog.Seeding;

/// <summary>The dates of seeded records: the days on which their facts were checked, not the day of the load.</summary>
internal static class SeedDays
{
    public static DateOnly Of(ICuratedRecord record) => record.Provenance.CheckedAt;

    /// <summary>Returns the newest day of all rows: the date of vocabularies and territories, whose rows have none.</summary>
    public static DateOnly Newest(SeedContent content)
    {
        IEnumerable<ICuratedRecord> curated =
            [.. content.Datasets, .. content.Services, .. content.Series, .. content.Models, .. content.Rules];
        return curated.Select(Of).Concat(content.Agents.Select(agent => agent.CheckedAt)).DefaultIfEmpty().Max();
    }
}
