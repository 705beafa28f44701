using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories;

/// <summary>Why datasets are about a territory, and where its part of them is.</summary>
/// <param name="map">The territories.</param>
/// <param name="territory">The number of the one that is asked for.</param>
internal sealed class TerritoryCoverage(TerritoryMap map, int territory)
{
    /// <summary>So many territories are named in a sentence.</summary>
    private const int MostNamed = 3;

    private static readonly Dictionary<string, string> French = new(StringComparer.Ordinal)
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

    private readonly IReadOnlyList<int> _above = map.Above(territory);
    private readonly IReadOnlyList<int> _members = map.Members(territory);

    /// <summary>The territory itself.</summary>
    public string Id => map.IdOf(territory);

    public string Name => map[territory].Name;

    /// <summary>
    /// By which of its territories a dataset is about this one: the nearest that is or contains it; where there is none, those that together contain its members;
    /// else one within it. Null when it is about none of these.
    /// </summary>
    public Coverage? Of(Dataset dataset)
    {
        var numbers = dataset.Territories.Select(map.NumberOf).OfType<int>().ToList();
        return Nearest(_above, numbers) is { } around ? By(dataset, around, Reason(around, isAround: true, isAlone: numbers.Count == 1))
            : Together(numbers) is { Count: > 0 } together ? By(dataset, together[0], Reason(together))
            : numbers.Where(number => map.Contains(territory, number)).Select(number => (int?)number).FirstOrDefault() is { } within
                ? By(dataset, within, Reason(within, isAround: false, isAlone: true))
            : null;
    }

    private static int? Nearest(IEnumerable<int> above, List<int> numbers) => above.Where(numbers.Contains).Select(number => (int?)number).FirstOrDefault();

    /// <summary>What is or contains each of the members; none when a member is left.</summary>
    private List<int> Together(List<int> numbers)
    {
        List<int?> found = [.. _members.Select(member => Nearest(map.Above(member), numbers))];
        return found.Contains(null) ? [] : [.. found.OfType<int>().Distinct()];
    }

    private Coverage By(Dataset dataset, int via, LanguageMap reason) => new(dataset.Id, map.IdOf(via), map[via].Name, map.KindOf(via), reason, Links(dataset));

    private LanguageMap Reason(List<int> together) => together.Count > MostNamed
        ? LanguageMap.Of($"couvre une à une les communes de {Name}", $"covers the communes of {Name} one by one")
        : LanguageMap.Of(
        $"couvre {string.Join(" et ", together.Select(number => $"{French[map.KindOf(number)]} {Named(number)}"))}, qui contiennent ensemble {Name}",
        $"covers {string.Join(" and ", together.Select(number => map[number].Name))}, which together contain {Name}");

    private LanguageMap Reason(int via, bool isAround, bool isAlone)
    {
        var (name, kind) = (map[via].Name, map.KindOf(via));
        return via == territory
            ? LanguageMap.Of($"porte sur {French[kind]} {Named(via)}{(isAlone ? "" : ", entre autres territoires")}", $"is about {name} itself{(isAlone ? "" : ", among other territories")}")
            : isAround ? LanguageMap.Of($"couvre {French[kind]} {Named(via)}, qui contient {Name}", $"covers {name} ({kind}), which contains {Name}")
            : LanguageMap.Of($"porte sur {French[kind]} {Named(via)}, qui se trouve dans {French[map.KindOf(territory)]} {Named(territory)}", $"is about {name} ({kind}), which lies in {Name}");
    }

    private string Named(int number) => map.KindOf(number) is "country" ? map[number].Name : $"{map.KindOf(number) switch
    {
        "epci" or "ept" => "",
        _ => map[number].Code + " ",
    }}{map[number].Name}";

    /// <summary>The addresses for this territory of the files and APIs that have a template for them.</summary>
    private List<ReadyLink> Links(Dataset dataset) =>
    [
        .. from distribution in dataset.Distributions
           where distribution.UrlTemplate is not null
           let address = UrlTemplates.Fill(distribution.UrlTemplate!, Value)
           where address is not null
           select new ReadyLink(address, distribution.Title),
    ];

    private string? Value(string variable) => variable switch
    {
        "insee" => map.KindOf(territory) is "commune" or "arrondissement-municipal" ? map[territory].Code : null,
        "siren" => map[territory].Siren,
        "departement" => CodeOf("departement"),
        _ => CodeOf("region"),
    };

    private string? CodeOf(string kind) => _above.Where(number => string.Equals(map.KindOf(number), kind, StringComparison.Ordinal)).Select(number => map[number].Code).FirstOrDefault();
}
