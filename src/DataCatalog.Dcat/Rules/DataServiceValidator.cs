using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>What a service must be (DCAT-AP 3.0.1 section 3.4, and our own rules).</summary>
public sealed class DataServiceValidator : AbstractValidator<DataService>
{
    public DataServiceValidator(IReferences references, TimeProvider time)
    {
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
        RuleForEach(service => service.Themes).CodeOf(Schemes.Themes, references);
        RuleFor(service => service.Themes).NoneTwice();
        RuleFor(service => service.Competences).NotEmptyList();
        RuleForEach(service => service.Competences).CodeOf(Schemes.Competences, references);
        RuleFor(service => service.Competences).NoneTwice();
    }

    private void Link(IReferences references)
    {
        RuleFor(service => service.EndpointUrl).Url();
        RuleFor(service => service.EndpointDescription).Url();
        RuleFor(service => service.LandingPage).Url();
        RuleFor(service => service.Documentation).Url();
        RuleForEach(service => service.ConformsTo).CodeOf(Schemes.Standards, references);
        RuleFor(service => service.ConformsTo).NoneTwice();
        RuleForEach(service => service.Serves).DatasetId(references);
        RuleFor(service => service.Serves).NoneTwice();
        RuleForEach(service => service.OtherIdentifiers).SetValidator(new OtherIdentifierValidator());
        RuleFor(service => service.OtherIdentifiers).NoneTwice(other => $"{other.Platform}={other.Identifier}");
    }

    private void Govern(IReferences references)
    {
        RuleFor(service => service.Access).SetValidator(new AccessValidator(references));
        RuleFor(service => service.Licence).CodeOf(Schemes.Licences, references);
        RuleFor(service => service.PersonalData).CodeOf(Schemes.PersonalData, references);
        RuleForEach(service => service.LegalBases).CodeOf(Schemes.LegalBases, references);
        RuleFor(service => service.LegalBases).NoneTwice();
        RuleForEach(service => service.HvdCategories).CodeOf(Schemes.HvdCategories, references);
        RuleFor(service => service.HvdCategories).NoneTwice();
        RuleFor(service => service.HvdCategories).OnlyWhenOpen(service => service.Access, references);
    }
}
