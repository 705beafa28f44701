using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories.Holders;

/// <summary>
/// How an authority usually holds a competence, as far as the record of the competence tells. More certain values are greater.
/// </summary>
internal enum CompetenceHolding
{
    /// <summary>The record says nothing about this kind of territory.</summary>
    Unknown,

    /// <summary>Another authority usually holds it.</summary>
    Elsewhere,

    /// <summary>It varies from one authority to the next: by choice, transfer, size or operator.</summary>
    Varies,

    /// <summary>All authorities of this kind hold it.</summary>
    Held,
}

/// <summary>Reads who holds a competence from its record.</summary>
internal static class CompetenceHoldings
{
    /// <summary>
    /// Returns how an authority usually holds a competence. What the mayor does as the police authority of the commune counts as held by
    /// the commune: no transfer to a grouping is seen here, and the duty to answer stays with the commune. In the overseas collectivities,
    /// which have laws of their own, nothing is known.
    /// </summary>
    public static CompetenceHolding Of(Concept competence, Holder holder) =>
        holder.IsUnderOwnLaw || RoleOf(competence, holder) is not { } role ? CompetenceHolding.Unknown
        : IsBelow(role, holder) ? CompetenceHolding.Varies
        : (holder.Kind, role.Role) switch
        {
            (_, HolderRole.Mandatory) or ("commune", "police-power") => CompetenceHolding.Held,
            (_, "none") => CompetenceHolding.Elsewhere,
            ("commune", "unless-transferred") => Remaining(competence, holder),
            _ => CompetenceHolding.Varies,
        };

    /// <summary>Returns the role of an authority of this kind; null when it is not known.</summary>
    public static HolderRole? RoleOf(Concept competence, Holder holder)
    {
        var kind = holder.Kind switch
        {
            "commune" => "commune",
            "ept" => "EPT",
            "epci" => holder.LegalForm,
            _ => null,
        };
        return competence.Competence?.Roles.FirstOrDefault(role => string.Equals(role.Holder, kind, StringComparison.Ordinal));
    }

    /// <summary>Lists the groupings of a territory, the nearest first.</summary>
    public static IEnumerable<Holder> GroupingsOf(Holder holder)
    {
        for (var grouping = holder.Grouping; grouping is not null; grouping = grouping.Grouping)
        {
            yield return grouping;
        }
    }

    /// <summary>Returns the grouping that holds a competence in place of a commune or an EPT; null when none surely does.</summary>
    public static Holder? GroupingThatHolds(Concept competence, Holder holder) =>
        GroupingsOf(holder).FirstOrDefault(grouping => Of(competence, grouping) is CompetenceHolding.Held);

    /// <summary>Whether the authority is, or may be, too small for the competence to be mandatory.</summary>
    public static bool IsBelow(HolderRole role, Holder holder) =>
        role.MinimumPopulation is { } least && !(holder.Population >= least);

    /// <summary>
    /// Returns what a commune keeps of a competence that it holds unless it passed to a grouping: everything when none of its groupings
    /// has it, nothing when one of them must have it.
    /// </summary>
    private static CompetenceHolding Remaining(Concept competence, Holder commune)
    {
        var holdings = GroupingsOf(commune).Select(grouping => Of(competence, grouping)).ToHashSet();
        return holdings.Contains(CompetenceHolding.Held) ? CompetenceHolding.Elsewhere
            : holdings.Contains(CompetenceHolding.Unknown) ? CompetenceHolding.Unknown
            : holdings.Contains(CompetenceHolding.Varies) ? CompetenceHolding.Varies
            : CompetenceHolding.Held;
    }
}
