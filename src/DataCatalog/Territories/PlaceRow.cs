using System.Data.Common;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories;

/// <summary>
/// The facts of a territory that the index needs. The database extracts them from the document faster than the whole document could be
/// read.
/// </summary>
internal sealed class PlaceRow
{
    private const string Sql = """
        select
          id,
          document ->> '$.name',
          cast(document ->> '$.population' as integer),
          document ->> '$.siren',
          document ->> '$.postcodes',
          document ->> '$.parents',
          document ->> '$.formerCodes',
          document ->> '$.formerStatus',
          cast(document ->> '$.box.west' as double precision),
          cast(document ->> '$.box.south' as double precision),
          cast(document ->> '$.box.east' as double precision),
          cast(document ->> '$.box.north' as double precision),
          document ->> '$.legalForm',
          document ->> '$.exactMatches'
        from territory where withdrawn_at is null order by id
        """;

    public required string Id { get; init; }

    public required string Name { get; init; }

    public int? Population { get; init; }

    public string? Siren { get; init; }

    public required string PostcodeList { get; init; }

    public required string ParentList { get; init; }

    public required string FormerCodeList { get; init; }

    /// <summary>The official IRIs, as a JSON array.</summary>
    public string ExactMatchList { get; init; } = "[]";

    public string? FormerStatus { get; init; }

    public string? LegalForm { get; init; }

    /// <summary>West, south, east and north, in degrees.</summary>
    public double[]? Box { get; init; }

    public IEnumerable<string> Postcodes => Codes(PostcodeList);

    public string[] Parents => Codes(ParentList);

    public IEnumerable<string> FormerCodes => Codes(FormerCodeList);

    public IEnumerable<string> ExactMatches => Codes(ExactMatchList);

    /// <summary>Creates the row of a record that is not in the database yet.</summary>
    public static PlaceRow Of(Territory territory) => new()
    {
        Id = territory.Id,
        Name = territory.Name,
        Population = territory.Population,
        Siren = territory.Siren,
        PostcodeList = List(territory.Postcodes),
        ParentList = List(territory.Parents),
        FormerCodeList = List(territory.FormerCodes),
        FormerStatus = territory.FormerStatus,
        LegalForm = territory.LegalForm,
    };

    /// <summary>Reads all present territories in the ordinal order of their ids, row by row.</summary>
    public static IEnumerable<PlaceRow> Read(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return Read(rows);
        }
    }

    private static PlaceRow Read(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        Name = row.GetString(1),
        Population = row.IsDBNull(2) ? null : row.GetInt32(2),
        Siren = Text(row, 3),
        PostcodeList = row.GetString(4),
        ParentList = row.GetString(5),
        FormerCodeList = row.GetString(6),
        FormerStatus = Text(row, 7),
        Box = row.IsDBNull(8) ? null : [row.GetDouble(8), row.GetDouble(9), row.GetDouble(10), row.GetDouble(11)],
        LegalForm = Text(row, 12),
        ExactMatchList = Text(row, 13) ?? "[]",
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string List(IReadOnlyList<string> codes) => codes.Count == 0 ? "[]" : $"[\"{string.Join("\",\"", codes)}\"]";

    /// <summary>Splits a JSON array of codes or IRIs, which contain no characters that JSON would escape.</summary>
    private static string[] Codes(string json) => json is "[]" ? [] : json[2..^2].Split("\",\"");
}
