using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>What a dataset must be (DCAT-AP 3.0.1 section 3.2, and our own rules).</summary>
public sealed class DatasetValidator : AbstractValidator<Dataset>
{
    public DatasetValidator(IReferences references, TimeProvider time)
    {
        Describe(references);
        Classify(references);
        Govern(references);
        Place(references, time);
        Link(references);
        RuleFor(dataset => dataset.Provenance).SetValidator(new ProvenanceValidator(time));
        RuleForEach(dataset => dataset.Distributions).SetValidator(new DistributionValidator(references, time));
        RuleFor(dataset => dataset.Distributions).Custom(DistributionRules.Check);
    }

    private void Describe(IReferences references)
    {
        RuleFor(dataset => dataset.Id).Identifier();
        RuleFor(dataset => dataset.Title).FrenchText(TextForm.Title);
        RuleFor(dataset => dataset.Description).FrenchText(TextForm.Description);
        RuleForEach(dataset => dataset.Keywords).Keyword();
        RuleFor(dataset => dataset.Keywords).NoneTwice(StringComparer.OrdinalIgnoreCase);
        RuleFor(dataset => dataset.Publisher).AgentId(references);
        RuleFor(dataset => dataset.Creator).AgentId(references);
        RuleForEach(dataset => dataset.Languages).CodeOf(Schemes.Languages, references);
        RuleFor(dataset => dataset.Languages).NoneTwice();
    }

    private void Classify(IReferences references)
    {
        RuleFor(dataset => dataset.Themes).NotEmptyList();
        RuleForEach(dataset => dataset.Themes).CodeOf(Schemes.Themes, references);
        RuleFor(dataset => dataset.Themes).NoneTwice();
        RuleFor(dataset => dataset.Competences).NotEmptyList();
        RuleForEach(dataset => dataset.Competences).CodeOf(Schemes.Competences, references);
        RuleFor(dataset => dataset.Competences).NoneTwice();
        RuleFor(dataset => dataset.Relation).CodeOf(Schemes.Relations, references);
        RuleFor(dataset => dataset.Granularity).CodeOf(Schemes.Granularities, references);
    }

    private void Govern(IReferences references)
    {
        RuleFor(dataset => dataset.Access).SetValidator(new AccessValidator(references));
        RuleFor(dataset => dataset.Licence).CodeOf(Schemes.Licences, references);
        RuleFor(dataset => dataset.PersonalData).CodeOf(Schemes.PersonalData, references);
        RuleForEach(dataset => dataset.LegalBases).CodeOf(Schemes.LegalBases, references);
        RuleFor(dataset => dataset.LegalBases).NoneTwice();
        RuleForEach(dataset => dataset.ContractClauses).CodeOf(Schemes.ContractClauses, references);
        RuleFor(dataset => dataset.ContractClauses).NoneTwice();
        RuleForEach(dataset => dataset.HvdCategories).CodeOf(Schemes.HvdCategories, references);
        RuleFor(dataset => dataset.HvdCategories).NoneTwice();
        RuleFor(dataset => dataset.HvdCategories).OnlyWhenOpen(dataset => dataset.Access, references);
    }

    private void Place(IReferences references, TimeProvider time)
    {
        RuleFor(dataset => dataset.Frequency).CodeOf(Schemes.Frequencies, references);
        RuleForEach(dataset => dataset.Territories).TerritoryId(references);
        RuleFor(dataset => dataset.Territories).NoneTwice();
        RuleFor(dataset => dataset.Coverage).CodeOf(Schemes.Coverage, references);
        RuleFor(dataset => dataset.Temporal!).SetValidator(new PeriodValidator(time));
        RuleFor(dataset => dataset.Issued).NotInFuture(time);
        RuleFor(dataset => dataset.Issued).NotBeforeData();
        RuleFor(dataset => dataset.Modified).NotInFuture(time);
        RuleFor(dataset => dataset.Modified).NotBeforeData();
        RuleFor(dataset => dataset.Modified).NotBefore(dataset => dataset.Issued, "issued");
    }

    private void Link(IReferences references)
    {
        RuleFor(dataset => dataset.LandingPage).Url();
        RuleForEach(dataset => dataset.ConformsTo).CodeOf(Schemes.Standards, references);
        RuleFor(dataset => dataset.ConformsTo).NoneTwice();
        RuleFor(dataset => dataset.Series).SeriesId(references);
        RuleForEach(dataset => dataset.OtherIdentifiers).SetValidator(new OtherIdentifierValidator());
        RuleFor(dataset => dataset.OtherIdentifiers).NoneTwice(other => $"{other.Platform}={other.Identifier}");
        RuleFor(dataset => dataset.ReuseExample!).SetValidator(new ReuseExampleValidator(references));
    }
}
