using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Models;

/// <summary>Writes what local authorities are expected to produce.</summary>
internal static class ModelStore
{
    public static readonly RecordWriter<Model> Writer = new([Kinds.Concept], LinksOf);

    private static IEnumerable<Link> LinksOf(Model model) =>
    [
        .. Link.ToConcepts("competences", Schemes.Competences, model.Competences),
        .. Link.ToConcept("schema", Schemes.Standards, model.Schema),
        .. Link.ToConcept("obligation.type", Schemes.ObligationTypes, model.Obligation.Type),
        .. Link.ToConcepts("obligation.legalBases", Schemes.LegalBases, model.Obligation.LegalBases),
        .. Link.ToConcepts("obligation.contractClauses", Schemes.ContractClauses, model.Obligation.ContractClauses),
    ];
}
