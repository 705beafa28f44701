using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories;

/// <summary>Why datasets are about a territory, and where its part of them is.</summary>
/// <param name="map">The territories.</param>
/// <param name="territory">The number of the one that is asked for.</param>
internal sealed class TerritoryCoverage(TerritoryMap map, int territory)
{
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

    /// <summary>The territory itself.</summary>
    public string Id => map.IdOf(territory);

    public string Name => map[territory].Name;

    /// <summary>
    /// By which of its territories a dataset is about this one: the nearest that is or contains it; where there is none, one within it. Null when it is about neither.
    /// </summary>
    public Coverage? Of(Dataset dataset)
    {
        var numbers = dataset.Territories.Select(map.NumberOf).OfType<int>().ToList();
        var around = _above.Where(numbers.Contains).Select(number => (int?)number).FirstOrDefault();
        var within = numbers.Where(number => map.Contains(territory, number)).Select(number => (int?)number).FirstOrDefault();
        return (around ?? within) is not { } via ? null
            : new Coverage(dataset.Id, map.IdOf(via), map[via].Name, map.KindOf(via), Reason(via, isAround: around is not null), Links(dataset));
    }

    private LanguageMap Reason(int via, bool isAround)
    {
        var (name, kind) = (map[via].Name, map.KindOf(via));
        return via == territory ? LanguageMap.Of($"porte sur {French[kind]} {Named(via)}", $"is about {name} itself")
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
