using DataCatalog.Dcat.Records;
using DataCatalog.Territories;

namespace DataCatalog.Obligations.Judging;

/// <summary>What this catalogue knows of the authority of a territory, as far as rules ask for it.</summary>
internal sealed class Authority
{
    /// <summary>The kinds of territory that have an authority. A country, a former commune and an arrondissement have none.</summary>
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

    /// <summary>Whether the territory has an authority, and so duties.</summary>
    public bool Exists => Authorities.Contains(Kind, StringComparer.Ordinal);

    /// <summary>For an EPCI, which kind of EPCI it is.</summary>
    public string? LegalForm => _places.LegalFormOf(_number);

    public int? Population => _places.PopulationOf(_number);

    /// <summary>The typed ids of the territory and of those that contain it.</summary>
    public IReadOnlyList<string> Around { get; }

    /// <summary>The overseas collectivity with laws of its own that the territory is or lies in; null where there is none.</summary>
    public string? OwnLaw { get; }

    /// <summary>For a grouping, the population of its largest commune; null when no member's is known.</summary>
    public int? LargestMember => field ??= _places.Members(_number).Max(_places.PopulationOf);

    /// <summary>Tells how the authority holds one of several competences, the most certain; held when there are none.</summary>
    public CompetenceHolding HoldingOf(IReadOnlyList<string> competences) =>
        competences.Count == 0 ? CompetenceHolding.Held : competences.Max(HoldingOf);

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
