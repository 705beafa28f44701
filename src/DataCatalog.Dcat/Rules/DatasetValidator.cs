using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on datasets (DCAT-AP 3.0.1 section 3.2, and our own).</summary>
public sealed class DatasetValidator : AbstractValidator<Dataset>
{
    public DatasetValidator(IReferences references, TimeProvider time)
    {
        this.CheckCodes(references);
        Describe(references);
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
        RuleFor(dataset => dataset.Themes).NotEmptyList();
        RuleFor(dataset => dataset.Competences).NotEmptyList();
    }

    private void Govern(IReferences references)
    {
        RuleFor(dataset => dataset.Access).SetValidator(new AccessValidator(references));
        RuleFor(dataset => dataset.HvdCategories).OnlyWhenOpen(dataset => dataset.Access, references);
    }

    private void Place(IReferences references, TimeProvider time)
    {
        RuleForEach(dataset => dataset.Territories).TerritoryId(references);
        RuleFor(dataset => dataset.Territories).NoneTwice();
        RuleForEach(dataset => dataset.TerritoriesExcept).TerritoryId(references);
        RuleFor(dataset => dataset.TerritoriesExcept).NoneTwice();
        RuleForEach(dataset => dataset.TerritoriesUnknown).TerritoryId(references);
        RuleFor(dataset => dataset.TerritoriesUnknown).NoneTwice();
        RuleFor(dataset => dataset).Custom((dataset, context) => AreaRules.Check(dataset, references, context));
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
        RuleFor(dataset => dataset.Series).SeriesId(references);
        RuleForEach(dataset => dataset.OtherIdentifiers).SetValidator(new OtherIdentifierValidator());
        RuleFor(dataset => dataset.OtherIdentifiers).NoneTwice(other => $"{other.Platform}={other.Identifier}");
        RuleFor(dataset => dataset).Custom(PlatformRecords.Check);
        RuleFor(dataset => dataset).Custom((dataset, context) => PlatformValidator.Check(dataset, references, context));
        RuleFor(dataset => dataset.ReuseExample!).SetValidator(new ReuseExampleValidator(references));
    }
}
