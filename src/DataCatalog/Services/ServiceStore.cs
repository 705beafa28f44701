using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Services;

/// <summary>Writes the APIs.</summary>
internal static class ServiceStore
{
    private static readonly IdentifierTable Identifiers = new(Kinds.Service);

    public static readonly RecordWriter<DataService> Writer = new([Kinds.Agent, Kinds.Concept, Kinds.Dataset], LinksOf)
    {
        Saved = (session, service, _) => Identifiers.Replace(session, service.Id, service.OtherIdentifiers),
        Withdrawing = Identifiers.Clear,
    };

    private static IEnumerable<Link> LinksOf(DataService service) =>
    [
        .. Link.To(Kinds.Agent, "publisher", service.Publisher),
        .. Link.ToConcepts("themes", Schemes.Themes, service.Themes),
        .. Link.ToConcepts("competences", Schemes.Competences, service.Competences),
        .. Link.ToConcepts("conformsTo", Schemes.Standards, service.ConformsTo),
        .. Link.Of(service.Access),
        .. Link.ToConcept("licence", Schemes.Licences, service.Licence),
        .. Link.ToConcept("personalData", Schemes.PersonalData, service.PersonalData),
        .. Link.ToConcepts("legalBases", Schemes.LegalBases, service.LegalBases),
        .. Link.ToConcepts("hvdCategories", Schemes.HvdCategories, service.HvdCategories),
        .. Link.To(Kinds.Dataset, "serves", service.Serves),
    ];
}
