using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>The dated duties of a territory.</summary>
/// <param name="Address">The document's own address.</param>
/// <param name="Territory">The territory.</param>
/// <param name="Duties">The duties, those due soonest first.</param>
public sealed record TerritoryCalendar(Iri Address, Territory Territory, IReadOnlyList<DatedDuty> Duties)
{
    /// <summary>The old code that was asked for; null when it was the present one.</summary>
    public string? ResolvedFrom { get; init; }

    /// <summary>What the request says about the authority.</summary>
    public required Said Said { get; init; }

    /// <summary>Why there are few duties, where the territory is no authority.</summary>
    public LanguageMap? Remark { get; init; }

    /// <summary>The calendar of the authority that has the duties, where the territory is no authority.</summary>
    public Iri? Authority { get; init; }
}

/// <summary>A duty with its day.</summary>
/// <param name="Duty">The rule as it concerns the territory.</param>
/// <param name="Day">The day by which it must be done, or on which the rule comes into force.</param>
/// <param name="ComesIntoForce">Whether it is the day on which the rule comes into force.</param>
public sealed record DatedDuty(Duty Duty, DateOnly Day, bool ComesIntoForce);
