using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories;

/// <summary>Explains why datasets cover a territory, and links the data for it.</summary>
/// <param name="places">The territories.</param>
/// <param name="territory">The number of the territory.</param>
internal sealed class TerritoryCoverage(TerritoryIndex places, int territory)
{
    /// <summary>The largest number of territories that a reason names.</summary>
    private const int MaxNamed = 3;

    private static readonly Dictionary<string, string> FrenchKinds = new(StringComparer.Ordinal)
    {
        ["country"] = "la",
        ["region"] = "la région",
        ["collectivite"] = "la collectivité",
        ["departement"] = "le département",
        ["epci"] = "l'intercommunalité",
        ["ept"] = "l'établissement public territorial",
        ["commune"] = "la commune",
        ["arrondissement-municipal"] = "l'arrondissement",
        ["former-commune"] = "l'ancienne commune",
    };

    private readonly IReadOnlyList<int> _above = places.Above(territory);
    private readonly IReadOnlyList<int> _members = places.Members(territory);

    /// <summary>The typed id of the territory.</summary>
    public string Id => places.IdOf(territory);

    public string Name => places[territory].Name;

    /// <summary>
    /// Explains by which of its territories a dataset covers this one: the nearest that is or contains it; if there is none, those that
    /// together contain all its members; otherwise one within it. Null when the dataset names no such territory.
    /// </summary>
    public Coverage? Of(Dataset dataset)
    {
        var numbers = dataset.Territories.Select(places.NumberOf).OfType<int>().ToList();
        return Nearest(_above, numbers) is { } around
                ? CoverageBy(dataset, around, Reason(around, isAround: true, isAlone: numbers.Count == 1))
            : Together(numbers) is { Count: > 0 } together ? CoverageBy(dataset, together[0], Reason(together))
            : numbers.Where(number => places.Contains(territory, number)).Select(number => (int?)number).FirstOrDefault() is { } within
                ? CoverageBy(dataset, within, Reason(within, isAround: false, isAlone: true))
            : null;
    }

    private static int? Nearest(IEnumerable<int> above, List<int> numbers) =>
        above.Where(numbers.Contains).Select(number => (int?)number).FirstOrDefault();

    /// <summary>Lists the territories that together contain all members; none when a member lies in none of them.</summary>
    private List<int> Together(List<int> numbers)
    {
        List<int?> found = [.. _members.Select(member => Nearest(places.Above(member), numbers))];
        return found.Contains(null) ? [] : [.. found.OfType<int>().Distinct()];
    }

    private Coverage CoverageBy(Dataset dataset, int via, LanguageMap reason) =>
        new(dataset.Id, places.IdOf(via), places[via].Name, places.KindOf(via), reason);

    private LanguageMap Reason(List<int> together) => together.Count > MaxNamed
        ? LanguageMap.Of($"couvre une à une les communes de {Name}", $"covers the communes of {Name} one by one")
        : LanguageMap.Of(
        $"couvre {string.Join(" et ", together.Select(InFrench))}, qui contiennent ensemble {Name}",
        $"covers {string.Join(" and ", together.Select(number => places[number].Name))}, which together contain {Name}");

    private LanguageMap Reason(int via, bool isAround, bool isAlone)
    {
        var (name, kind) = (places[via].Name, places.KindOf(via));
        return via == territory
            ? LanguageMap.Of(
                $"porte sur {InFrench(via)}{(isAlone ? "" : ", entre autres territoires")}",
                $"is about {name} itself{(isAlone ? "" : ", among other territories")}")
            : isAround ? LanguageMap.Of($"couvre {InFrench(via)}, qui contient {Name}", $"covers {name} ({kind}), which contains {Name}")
            : LanguageMap.Of(
                $"porte sur {InFrench(via)}, qui se trouve dans {InFrench(territory)}", $"is about {name} ({kind}), which lies in {Name}");
    }

    /// <summary>Names a territory in French by kind, code and name: <c>le département 35 Ille-et-Vilaine</c>.</summary>
    private string InFrench(int number) => $"{FrenchKinds[places.KindOf(number)]} {CodeAndName(number)}";

    private string CodeAndName(int number) => places.KindOf(number) is "country" ? places[number].Name : $"{places.KindOf(number) switch
    {
        "epci" or "ept" => "",
        _ => places[number].Code + " ",
    }}{places[number].Name}";
}
