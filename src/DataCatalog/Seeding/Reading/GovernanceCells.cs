using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>Columns that datasets, services and series share.</summary>
internal static class GovernanceCells
{
    public static AccessConditions Access(this CsvRow row) => new(row["access_regime"])
    {
        Audiences = [.. row.Pairs("audiences").Select(pair => new Audience(pair.Key, pair.Value))],
        RequestUrl = row.Text("request_url"),
        RestrictionReasons = row.List("restriction_reasons"),
    };

    public static IReadOnlyList<OtherIdentifier> OtherIdentifiers(this CsvRow row) =>
        [.. row.Pairs("other_identifiers").Select(pair => new OtherIdentifier(pair.Key, pair.Value))];

    public static Period? Temporal(this CsvRow row)
    {
        var period = new Period(row.Date("temporal_start"), row.Date("temporal_end"));
        return period is { Start: null, End: null } ? null : period;
    }
}
