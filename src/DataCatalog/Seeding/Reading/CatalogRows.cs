using System.Globalization;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>catalog.csv: exactly one row.</summary>
internal static class CatalogRows
{
    public static IReadOnlyList<Sourced<Catalog>> Read(SeedFolder folder)
    {
        var table = folder.Open("catalog.csv", "catalog");
        var count = table.Rows.Count;
        if (count != 1 && !folder.Errors.IsIncomplete(table.File))
        {
            var found = count == 0 ? "is none" : string.Create(CultureInfo.InvariantCulture, $"are {count}");
            folder.Errors.Wrong(new SeedError(table.File, 0, null, null, $"exactly one row, and there {found}"));
        }

        return [.. table.Rows.Select(Read)];
    }

    private static Sourced<Catalog> Read(CsvRow row) => new(
        new Catalog
        {
            Title = row.Texts("title"),
            Description = row.Texts("description"),
            Publisher = row.Text("publisher"),
            Licence = row.Text("licence"),
            Languages = row.List("languages"),
            Territories = row.List("territories"),
            Issued = row.Date("issued"),
        },
        row);
}
