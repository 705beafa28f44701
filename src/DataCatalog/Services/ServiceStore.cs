using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Services;

/// <summary>Writes the data services.</summary>
internal static class ServiceStore
{
    private static readonly IdentifierTable Identifiers = new(Kinds.Service);

    public static readonly RecordWriter<DataService> Writer = new([Kinds.Agent, Kinds.Concept, Kinds.Dataset], LinksOf)
    {
        Derive = service => (session, _) => Identifiers.Replace(session, service.Id, service.OtherIdentifiers),
        Withdrawing = Identifiers.Clear,
    };

    private static IEnumerable<Link> LinksOf(DataService service) =>
    [
        .. Link.ToConcepts(service),
        .. Link.To(Kinds.Agent, "publisher", service.Publisher),
        .. Link.To(Kinds.Dataset, "serves", service.Serves),
    ];
}
