using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>The dated duties of a territory.</summary>
/// <param name="Address">The document's own address.</param>
/// <param name="Territory">The territory.</param>
/// <param name="Duties">The duties, those due soonest first.</param>
public sealed record TerritoryCalendar(Iri Address, Territory Territory, IReadOnlyList<DatedDuty> Duties);

/// <summary>A duty with its day.</summary>
/// <param name="Duty">The rule as it concerns the territory.</param>
/// <param name="Day">The day by which it must be done, or on which the rule comes into force.</param>
/// <param name="ComesIntoForce">Whether it is the day on which the rule comes into force.</param>
public sealed record DatedDuty(Duty Duty, DateOnly Day, bool ComesIntoForce);
