using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Datasets;

/// <summary>What a dataset and its distributions point at.</summary>
internal static class DatasetLinks
{
    public static IEnumerable<Link> Of(Dataset dataset) =>
    [
        .. Link.To(Kinds.Agent, "publisher", dataset.Publisher),
        .. Link.To(Kinds.Agent, "creator", dataset.Creator),
        .. Link.To(Kinds.Series, "series", dataset.Series),
        .. Link.To(Kinds.Territory, "territories", dataset.Territories),
        .. Link.To(Kinds.Territory, "reuseExample.territory", dataset.ReuseExample?.Territory),
        .. Subjects(dataset),
        .. Governance(dataset),
        .. dataset.Distributions.SelectMany(Of),
    ];

    private static IEnumerable<Link> Subjects(Dataset dataset) =>
    [
        .. Link.ToConcepts("themes", Schemes.Themes, dataset.Themes),
        .. Link.ToConcepts("competences", Schemes.Competences, dataset.Competences),
        .. Link.ToConcepts("hvdCategories", Schemes.HvdCategories, dataset.HvdCategories),
        .. Link.ToConcepts("conformsTo", Schemes.Standards, dataset.ConformsTo),
        .. Link.ToConcepts("languages", Schemes.Languages, dataset.Languages),
        .. Link.ToConcept("granularity", Schemes.Granularities, dataset.Granularity),
        .. Link.ToConcept("frequency", Schemes.Frequencies, dataset.Frequency),
        .. Link.ToConcept("coverage", Schemes.Coverage, dataset.Coverage),
    ];

    private static IEnumerable<Link> Governance(Dataset dataset) =>
    [
        .. Link.Of(dataset.Access),
        .. Link.ToConcept("licence", Schemes.Licences, dataset.Licence),
        .. Link.ToConcept("personalData", Schemes.PersonalData, dataset.PersonalData),
        .. Link.ToConcepts("legalBases", Schemes.LegalBases, dataset.LegalBases),
        .. Link.ToConcept("relation", Schemes.Relations, dataset.Relation),
        .. Link.ToConcepts("contractClauses", Schemes.ContractClauses, dataset.ContractClauses),
    ];

    private static IEnumerable<Link> Of(Distribution distribution) =>
    [
        .. Link.ToConcept("distributions.format", Schemes.FileTypes, distribution.Format),
        .. Link.ToConcept("distributions.mediaType", Schemes.MediaTypes, distribution.MediaType),
        .. Link.ToConcept("distributions.licence", Schemes.Licences, distribution.Licence),
        .. Link.ToConcepts("distributions.conformsTo", Schemes.Standards, distribution.ConformsTo),
        .. Link.ToConcepts("distributions.languages", Schemes.Languages, distribution.Languages),
    ];
}
