using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Mapping;

/// <summary>
/// Lists the facts that were looked for and not found, by their JSON keys. A document leaves out what is not known; this list tells readers
/// that it was not forgotten.
/// </summary>
internal static class Unknown
{
    public static IEnumerable<string> Of(Dataset dataset, Agent publisher) => Missing(
        ("license", dataset.Licence is not null || dataset.Distributions.Any(distribution => distribution.Licence is not null)),
        ("frequency", dataset.Frequency is not null),
        ("temporal", dataset.Temporal is not null),
        ("spatial", dataset.Territories.Count > 0),
        ("granularity", dataset.Granularity is not null),
        ("personalDataStatus", dataset.PersonalData is not null),
        ("contactPoint", publisher.Contact is not null));

    public static IEnumerable<string> Of(DataService service, Agent publisher) => Missing(
        ("license", service.Licence is not null),
        ("personalDataStatus", service.PersonalData is not null),
        ("contactPoint", publisher.Contact is not null));

    private static IEnumerable<string> Missing(params (string Fact, bool IsKnown)[] facts) =>
        facts.Where(fact => !fact.IsKnown).Select(fact => fact.Fact);
}
