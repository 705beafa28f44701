using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>territories/*.csv.</summary>
internal static class TerritoryRows
{
    private static readonly string[] BoxColumns = ["west", "south", "east", "north"];
    private static readonly string[] PointColumns = ["longitude", "latitude"];

    public static Sourced<Territory> Read(string kind, CsvRow row) => new(
        new Territory
        {
            Kind = kind,
            Code = row["code"],
            Name = row["name"],
            Population = row.Integer("population"),
            Siren = row.Text("siren"),
            Postcodes = row.List("postcodes"),
            Parents = row.List("parents"),
            Box = Numbers(row, BoxColumns) is [var west, var south, var east, var north] ? new BoundingBox(west, south, east, north) : null,
            Point = Numbers(row, PointColumns) is [var longitude, var latitude] ? new Point(longitude, latitude) : null,
            ExactMatches = row.List("exact_match"),
            FormerCodes = row.List("former_codes"),
            LegalForm = row.Text("legal_form"),
        },
        row);

    /// <summary>Reads a row of territories/former-communes.csv: a commune that is now part of another one, which is its parent.</summary>
    public static Sourced<Territory> ReadFormer(CsvRow row) => new(
        new Territory
        {
            Kind = "former-commune",
            Code = row["code"],
            Name = row.Text("name") ?? $"Ancien code {row["code"]}",
            Parents = row.List("current"),
            FormerStatus = row.Text("status"),
        },
        row);

    /// <summary>Reads all numbers or none; some without the others are an error.</summary>
    private static decimal[] Numbers(CsvRow row, string[] columns)
    {
        var missing = columns.Where(column => row.Text(column) is null).ToList();
        if (missing.Count == columns.Length)
        {
            return [];
        }

        foreach (var column in missing.Where(column => row.Table.IndexOf(column) >= 0))
        {
            row.Fail(column, "", $"a number, since the row has another one of {string.Join(", ", columns)}");
        }

        return [.. columns.Select(row.Decimal).OfType<decimal>()];
    }
}
