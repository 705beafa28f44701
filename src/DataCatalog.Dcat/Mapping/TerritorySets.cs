using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Mapping;

/// <summary>The name and the box of several territories taken as one place.</summary>
internal static class TerritorySets
{
    /// <summary>The number of territories up to which the name of the set has their names, and from which it counts them.</summary>
    private const int MaxNames = 3;

    /// <summary>Names the set in French: <c>Nantes et Nantes Métropole</c>, <c>16 régions et 7 départements</c>.</summary>
    public static string NameOf(IReadOnlyList<Territory> territories)
    {
        string[] names = [.. territories.Select(territory => territory.Name).Distinct(StringComparer.Ordinal)];
        return names.Length == territories.Count && names.Length <= MaxNames ? Enumerated(names) : Enumerated(
        [
            .. territories.GroupBy(territory => Singular(territory.Kind), StringComparer.Ordinal)
                .Select(kind => Counted(kind.Count(), kind.First().Kind)),
        ]);
    }

    /// <summary>Returns the smallest box that holds those of all territories; null when the box of one is not known.</summary>
    public static BoundingBox? BoxOf(IReadOnlyList<Territory> territories)
    {
        var boxes = territories.Select(territory => territory.Box).OfType<BoundingBox>().ToList();
        return boxes.Count < territories.Count ? null : new BoundingBox(
            boxes.Min(box => box.West), boxes.Min(box => box.South), boxes.Max(box => box.East), boxes.Max(box => box.North));
    }

    private static string Enumerated(string[] parts) =>
        parts.Length < 2 ? parts[0] : $"{string.Join(", ", parts[..^1])} et {parts[^1]}";

    private static string Counted(int count, string kind) => count == 1 ? $"1 {Singular(kind)}" : $"{count} {Plural(kind)}";

    private static string Singular(string kind) => kind switch
    {
        "country" => "pays",
        "country-subset" => "partie de la France",
        "region" => "région",
        "collectivite" => "collectivité",
        "departement" => "département",
        "epci" or "ept" => "intercommunalité",
        "commune" => "commune",
        "arrondissement-municipal" => "arrondissement municipal",
        "former-commune" => "ancienne commune",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no kind of territory"),
    };

    private static string Plural(string kind) => kind switch
    {
        "country" => "pays",
        "country-subset" => "parties de la France",
        "arrondissement-municipal" => "arrondissements municipaux",
        "former-commune" => "anciennes communes",
        _ => $"{Singular(kind)}s",
    };
}
