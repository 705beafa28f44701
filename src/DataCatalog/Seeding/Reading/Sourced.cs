namespace DataCatalog.Seeding.Reading;

/// <summary>A record with the row that it was read from.</summary>
internal sealed record Sourced<T>(T Record, CsvRow Row);
