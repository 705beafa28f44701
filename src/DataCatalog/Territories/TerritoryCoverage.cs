using System.Globalization;
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

    private static readonly Dictionary<string, string> FrenchSubsets = new(StringComparer.Ordinal)
    {
        ["metro"] = "la France métropolitaine",
        ["drom"] = "les départements et régions d'outre-mer",
        ["metro-drom"] = "la France métropolitaine et les départements et régions d'outre-mer",
        ["com"] = "les collectivités d'outre-mer et la Nouvelle-Calédonie",
    };

    private readonly IReadOnlyList<int> _above = places.Above(territory);
    private readonly IReadOnlyList<int> _parts = places.Parts(territory);
    private readonly RecordAreas _areas = new(places, territory);

    /// <summary>The typed id of the territory.</summary>
    public string Id => places.IdOf(territory);

    public string Name => places[territory].Name;

    /// <summary>
    /// Explains by which of its territories a dataset covers this one, or does not know whether it does: the nearest that is or contains
    /// it; if there is none, those that together contain all its parts; otherwise one within it. Null when the dataset names no such
    /// territory.
    /// </summary>
    public Coverage? Of(Dataset dataset)
    {
        var area = StatedArea.Of(dataset);
        var (covered, notKnown) = (_areas.Numbers(area.Covered), _areas.Numbers(area.NotKnown));
        return _areas.Of(area, out var lacking) switch
        {
            AreaState.Covered => InPart(Covering(dataset, covered), notKnown, lacking),
            AreaState.NotKnown => Doubtful(dataset, Nearest(_above, notKnown) ?? Together(notKnown)[0]),
            _ => Within(covered) is { } within ? CoverageBy(dataset, within, Reason(within, isAround: false, isAlone: true))
                : Within(notKnown) is { } doubtful ? Doubtful(dataset, doubtful)
                : null,
        };
    }

    private Coverage Covering(Dataset dataset, int[] covered) => Nearest(_above, covered) is { } around
        ? CoverageBy(dataset, around, Reason(around, isAround: true, isAlone: covered.Length == 1))
        : CoveringTogether(dataset, Together(covered));

    private Coverage CoveringTogether(Dataset dataset, List<int> together) => CoverageBy(
        dataset, together[0], together is [var only] ? Reason(only, isAround: true, isAlone: false) : Reason(together));

    private Coverage Doubtful(Dataset dataset, int via) => CoverageBy(dataset, via, LanguageMap.Of(
        $"on ne sait pas si ces données portent sur {InFrench(via)}{InFrenchRelationTo(via)}",
        $"it is not known whether these data are about {InEnglish(via)}{InEnglishRelationTo(via)}")) with
    {
        IsNotKnown = true,
    };

    /// <summary>Adds what the dataset does not cover of the territory, and what is not known.</summary>
    /// <param name="coverage">Why it covers the territory.</param>
    /// <param name="notKnown">The territories of which nothing is known.</param>
    /// <param name="lacking">The exceptions and the territories of which nothing is known, as far as they are about the territory.</param>
    private Coverage InPart(Coverage coverage, int[] notKnown, IReadOnlyList<int> lacking)
    {
        if (lacking.Count == 0)
        {
            return coverage;
        }

        var excepted = lacking.Except(notKnown).ToList();
        var doubtful = lacking.Intersect(notKnown).ToList();
        var french = (excepted.Count == 0 ? "" : $", mais pas {Listed(excepted, InFrench, "et", "autres territoires")}")
            + (doubtful.Count == 0 ? "" : $" ; on ne sait pas pour {Listed(doubtful, InFrench, "et", "autres territoires")}");
        var english = (excepted.Count == 0 ? "" : $", but not {Listed(excepted, InEnglish, "and", "other territories")}")
            + (doubtful.Count == 0 ? "" : $"; it is not known for {Listed(doubtful, InEnglish, "and", "other territories")}");
        return coverage with
        {
            IsInPart = true,
            Reason = LanguageMap.Of(coverage.Reason["fr"] + french, coverage.Reason["en"] + english),
        };
    }

    /// <summary>Names a few territories, and counts the others.</summary>
    private static string Listed(List<int> numbers, Func<int, string> name, string and, string others)
    {
        string[] names = [.. numbers.Take(numbers.Count > MaxNamed ? MaxNamed - 1 : MaxNamed).Select(name)];
        return numbers.Count > MaxNamed
            ? string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names)} {and} {numbers.Count - names.Length} {others}")
            : names is [var only] ? only : $"{string.Join(", ", names[..^1])} {and} {names[^1]}";
    }

    private string InFrenchRelationTo(int via) => via == territory ? ""
        : places.Contains(territory, via) ? $", qui se {(IsPlural(via) ? "trouvent" : "trouve")} dans {InFrench(territory)}"
        : $", qui {(IsPlural(via) ? "contiennent" : "contient")} {Name}";

    private string InEnglishRelationTo(int via) => via == territory ? ""
        : places.Contains(territory, via) ? $", which lies in {Name}"
        : $", which contains {Name}";

    private int? Within(int[] numbers) =>
        numbers.Where(number => places.Contains(territory, number)).Select(number => (int?)number).FirstOrDefault();

    private static int? Nearest(IEnumerable<int> above, int[] numbers) =>
        above.Where(numbers.Contains).Select(number => (int?)number).FirstOrDefault();

    /// <summary>Lists the territories in which the parts lie, each once: for each part the nearest.</summary>
    private List<int> Together(int[] numbers) =>
        [.. _parts.Select(part => Nearest(places.Above(part), numbers)).OfType<int>().Distinct()];

    private Coverage CoverageBy(Dataset dataset, int via, LanguageMap reason) =>
        new(dataset.Id, places.IdOf(via), places[via].Name, places.KindOf(via), reason);

    private LanguageMap Reason(List<int> together) =>
        together.Count > MaxNamed && places.KindOf(territory) is not ("country" or "country-subset")
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
            : isAround ? LanguageMap.Of(
                $"couvre {InFrench(via)}{InFrenchRelationTo(via)}", $"covers {name} ({kind}){InEnglishRelationTo(via)}")
            : LanguageMap.Of(
                $"porte sur {InFrench(via)}, qui se trouve dans {InFrench(territory)}", $"is about {name} ({kind}), which lies in {Name}");
    }

    /// <summary>Names a territory in French by kind, code and name: <c>le département 35 Ille-et-Vilaine</c>.</summary>
    private string InFrench(int number) => places.KindOf(number) is "country-subset"
        ? FrenchSubsets[places[number].Code]
        : $"{FrenchKinds[places.KindOf(number)]} {CodeAndName(number)}";

    private string InEnglish(int number) => $"{places[number].Name} ({places.KindOf(number)})";

    private bool IsPlural(int number) => places[number] is { Kind: "country-subset", Code: not "metro" };

    private string CodeAndName(int number) => places.KindOf(number) is "country" ? places[number].Name : $"{places.KindOf(number) switch
    {
        "epci" or "ept" => "",
        _ => places[number].Code + " ",
    }}{places[number].Name}";
}
