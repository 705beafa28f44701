using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on services (DCAT-AP 3.0.1 section 3.4, and our own).</summary>
public sealed class DataServiceValidator : AbstractValidator<DataService>
{
    public DataServiceValidator(IReferences references, TimeProvider time)
    {
        this.CheckCodes(references);
        Describe(references);
        Link(references);
        Govern(references);
        RuleFor(service => service.Provenance).SetValidator(new ProvenanceValidator(time));
    }

    private void Describe(IReferences references)
    {
        RuleFor(service => service.Id).Identifier();
        RuleFor(service => service.Title).FrenchText(TextForm.Title);
        RuleFor(service => service.Description).FrenchText(TextForm.Description);
        RuleForEach(service => service.Keywords).Keyword();
        RuleFor(service => service.Keywords).NoneTwice(StringComparer.OrdinalIgnoreCase);
        RuleFor(service => service.Publisher).AgentId(references);
        RuleFor(service => service.Themes).NotEmptyList();
        RuleFor(service => service.Competences).NotEmptyList();
    }

    private void Link(IReferences references)
    {
        RuleFor(service => service.EndpointUrl).Url();
        RuleFor(service => service.EndpointDescription).Url();
        RuleFor(service => service.LandingPage).Url();
        RuleFor(service => service.Documentation).Url();
        RuleForEach(service => service.Serves).DatasetId(references);
        RuleFor(service => service.Serves).NoneTwice();
        RuleForEach(service => service.OtherIdentifiers).SetValidator(new OtherIdentifierValidator());
        RuleFor(service => service.OtherIdentifiers).NoneTwice(other => $"{other.Platform}={other.Identifier}");
        RuleFor(service => service).Custom(PlatformRecords.Check);
    }

    private void Govern(IReferences references)
    {
        RuleFor(service => service.Access).SetValidator(new AccessValidator(references));
        RuleFor(service => service.HvdCategories).OnlyWhenOpen(service => service.Access, references);
    }
}
