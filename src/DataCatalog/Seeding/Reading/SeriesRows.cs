using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>series.csv.</summary>
internal static class SeriesRows
{
    public static Sourced<DatasetSeries> Read(CsvRow row) => new(
        new DatasetSeries
        {
            Id = row["id"],
            Title = row.Texts("title"),
            Description = row.Texts("description"),
            Publisher = row["publisher"],
            Frequency = row.Text("frequency"),
            Territories = row.List("territories"),
            Temporal = row.Temporal(),
            Issued = row.Date("issued"),
            Modified = row.Date("modified"),
            Provenance = row.Provenance(),
        },
        row);
}
