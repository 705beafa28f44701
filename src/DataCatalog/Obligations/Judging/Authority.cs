using DataCatalog.Dcat.Records;
using DataCatalog.Territories;
using DataCatalog.Territories.Holders;

namespace DataCatalog.Obligations.Judging;

/// <summary>What this catalogue knows of the authority of a territory, as far as rules ask for it.</summary>
internal sealed class Authority
{
    /// <summary>
    /// The kinds of territory that have an authority. A country, its subsets, a former commune and an arrondissement have none.
    /// </summary>
    private static readonly string[] Authorities = ["commune", "epci", "ept", "departement", "collectivite", "region"];

    private readonly TerritoryIndex _places;
    private readonly int _number;
    private readonly Holder _holder;
    private readonly Func<string, Concept?> _competence;
    private readonly Dictionary<string, CompetenceHolding> _holdings = new(StringComparer.Ordinal);

    /// <summary>Creates the authority of a territory.</summary>
    /// <param name="places">The territories.</param>
    /// <param name="number">The number of the territory.</param>
    /// <param name="competence">Finds a competence by its code.</param>
    public Authority(TerritoryIndex places, int number, Func<string, Concept?> competence)
    {
        (_places, _number, _competence) = (places, number, competence);
        _holder = Holder.Of(places, number);
        Around = [.. places.Above(number).Select(places.IdOf)];
        OwnLaw = Around.FirstOrDefault(id => id.StartsWith("collectivite:", StringComparison.Ordinal));
    }

    public string Kind => _places.KindOf(_number);

    /// <summary>Whether a territory has an authority: its kind has one, and no other authority replaced it.</summary>
    public static bool IsOf(TerritoryIndex places, int number) =>
        Authorities.Contains(places.KindOf(number), StringComparer.Ordinal)
        && ReplacedDepartements.SuccessorOf(places.IdOf(number)) is null;

    /// <summary>Whether the territory has an authority, and so duties.</summary>
    public bool Exists => IsOf(_places, _number);

    /// <summary>For an EPCI, which kind of EPCI it is.</summary>
    public string? LegalForm => _places.LegalFormOf(_number);

    public int? Population => _places.PopulationOf(_number);

    /// <summary>The typed ids of the territory and of those that contain it.</summary>
    public IReadOnlyList<string> Around { get; }

    /// <summary>The overseas collectivity with laws of its own that the territory is or lies in; null where there is none.</summary>
    public string? OwnLaw { get; }

    /// <summary>Whether the authority has the powers of a département too, which it replaced.</summary>
    public bool ActsAsDepartement => ReplacedDepartements.Of(_places.IdOf(_number)).Any();

    /// <summary>
    /// Whether a commune of a grouping has a number of inhabitants; null when no known one has it and some are not known, or when there are
    /// no communes.
    /// </summary>
    public bool? HasMemberOf(int inhabitants)
    {
        int?[] populations = [.. _places.Members(_number).Select(_places.PopulationOf)];
        return populations.Any(population => population >= inhabitants) ? true
            : populations.Length == 0 || populations.Contains(null) ? null
            : false;
    }

    /// <summary>
    /// Tells how the authority holds one of several competences: held when it holds one or when there are none, elsewhere only when
    /// all are.
    /// </summary>
    public CompetenceHolding HoldingOf(IReadOnlyList<string> competences)
    {
        var holdings = competences.Select(HoldingOf).ToHashSet();
        return holdings.Count == 0 || holdings.Contains(CompetenceHolding.Held) ? CompetenceHolding.Held
            : holdings.Contains(CompetenceHolding.Unknown) ? CompetenceHolding.Unknown
            : holdings.Contains(CompetenceHolding.Varies) ? CompetenceHolding.Varies
            : CompetenceHolding.Elsewhere;
    }

    /// <summary>Returns the id of the grouping that holds a competence in place of the authority; null when none surely does.</summary>
    public string? GroupingThatHolds(string competence) =>
        HoldingOf(competence) is CompetenceHolding.Elsewhere && _competence(competence) is { } concept
            ? CompetenceHoldings.GroupingThatHolds(concept, _holder)?.Id
            : null;

    /// <summary>Says in words who holds a competence.</summary>
    public LanguageMap HolderOf(Concept competence) => HolderWords.Of(competence, _holder);

    public CompetenceHolding HoldingOf(string code)
    {
        if (!_holdings.TryGetValue(code, out var holding))
        {
            holding = _competence(code) is { } competence ? CompetenceHoldings.Of(competence, _holder) : CompetenceHolding.Unknown;
            _holdings.Add(code, holding);
        }

        return holding;
    }
}
