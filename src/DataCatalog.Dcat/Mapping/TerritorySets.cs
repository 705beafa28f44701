using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Mapping;

/// <summary>The name and the box of several territories taken as one place.</summary>
internal static class TerritorySets
{
    /// <summary>The number of territories up to which the name of the set has their names, and from which it counts them.</summary>
    private const int MaxNames = 3;

    /// <summary>
    /// Names the set in French: <c>Nantes et Nantes Métropole</c>, <c>16 régions et 7 départements</c>, <c>France métropolitaine et 4
    /// départements</c>.
    /// </summary>
    public static string NameOf(IReadOnlyList<Territory> territories)
    {
        string[] names = [.. territories.Select(territory => territory.Name).Distinct(StringComparer.Ordinal)];
        return names.Length == territories.Count && names.Length <= MaxNames ? Enumerated(names) : Enumerated(
        [
            .. territories.Where(IsNational).Select(territory => territory.Name),
            .. territories.Where(territory => !IsNational(territory))
                .GroupBy(territory => Singular(territory.Kind), StringComparer.Ordinal)
                .Select(kind => Counted(kind.Count(), kind.First().Kind)),
        ]);
    }

    /// <summary>
    /// Returns the smallest box that holds those of all territories; null when the box of one is not known. The box of a part of France, as
    /// that of France, is that of its European part: it also stands for the overseas territories beside it.
    /// </summary>
    public static BoundingBox? BoxOf(IReadOnlyList<Territory> territories)
    {
        if (territories.FirstOrDefault(territory => IsNational(territory) && territory.Box is not null) is { } national)
        {
            return national.Box;
        }

        var boxes = territories.Select(territory => territory.Box).OfType<BoundingBox>().ToList();
        return boxes.Count < territories.Count ? null : new BoundingBox(
            boxes.Min(box => box.West), boxes.Min(box => box.South), boxes.Max(box => box.East), boxes.Max(box => box.North));
    }

    private static bool IsNational(Territory territory) => territory.Kind is "country" or "country-subset";

    private static string Enumerated(string[] parts) =>
        parts.Length < 2 ? parts[0] : $"{string.Join(", ", parts[..^1])} et {parts[^1]}";

    private static string Counted(int count, string kind) => count == 1 ? $"1 {Singular(kind)}" : $"{count} {Plural(kind)}";

    private static string Singular(string kind) => kind switch
    {
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
        "arrondissement-municipal" => "arrondissements municipaux",
        "former-commune" => "anciennes communes",
        _ => $"{Singular(kind)}s",
    };
}
