namespace DataCatalog.Obligations.Judging;

/// <summary>
/// The départements that are territories only: another authority has their powers and those of a commune or a region too (CGCT L2512-1,
/// L4421-1, L7111-1, L7211-1).
/// </summary>
internal static class ReplacedDepartements
{
    private static readonly (string Departement, string Successor)[] All =
    [
        ("departement:75", "commune:75056"),
        ("departement:2A", "region:94"),
        ("departement:2B", "region:94"),
        ("departement:972", "region:02"),
        ("departement:973", "region:03"),
    ];

    /// <summary>The Métropole de Lyon has these powers on its own territory (CGCT L3641-1); the Rhône remains around it.</summary>
    private const string Lyon = "epci:200046977";

    /// <summary>Returns the authority that replaced a département; null for any other territory.</summary>
    public static string? SuccessorOf(string id) =>
        Array.Find(All, pair => string.Equals(pair.Departement, id, StringComparison.Ordinal)).Successor;

    /// <summary>Lists what an authority has replaced: départements, or the powers of one.</summary>
    public static IEnumerable<string> Of(string successor) => string.Equals(successor, Lyon, StringComparison.Ordinal)
        ? [Lyon]
        : All.Where(pair => string.Equals(pair.Successor, successor, StringComparison.Ordinal)).Select(pair => pair.Departement);
}
