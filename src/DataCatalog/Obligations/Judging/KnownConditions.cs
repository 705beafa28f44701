using DataCatalog.Territories.Holders;

namespace DataCatalog.Obligations.Judging;

/// <summary>The conditions whose answer the catalogue knows, because it follows from populations or from who holds a competence.</summary>
internal sealed class KnownConditions(Authority authority)
{
    /// <summary>The population from which a member commune makes its grouping publish its budget (CGCT L5211-36).</summary>
    private const int BudgetPopulation = 3_500;

    /// <summary>The services whose annual reports a member commune receives (CGCT D2224-3).</summary>
    private static readonly string[] ReportedServices =
        ["eau-potable", "assainissement-collectif", "assainissement-non-collectif", "dechets"];

    /// <summary>Tells whether a condition is true; null when the catalogue does not know.</summary>
    public bool? Holds(string condition) => condition switch
    {
        "has-member-commune-3500" => authority.HasMemberOf(BudgetPopulation),
        "has-transferred-water-sanitation-or-waste" =>
            Array.Exists(ReportedServices, code => authority.HoldingOf(code) is CompetenceHolding.Elsewhere) ? true : null,
        _ => null,
    };
}
