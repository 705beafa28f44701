using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>
/// The rules on the catalogue itself (DCAT-AP 3.0.1 section 3.1, and our own). <see cref="CatalogValidator"/> has those on its records
/// together.
/// </summary>
public sealed class AboutCatalogValidator : AbstractValidator<Catalog>
{
    public AboutCatalogValidator(IReferences references, TimeProvider time)
    {
        this.CheckCodes(references);
        RuleFor(catalog => catalog.Title).FrenchText(TextForm.Title);
        RuleFor(catalog => catalog.Description).FrenchText(TextForm.Description);
        RuleFor(catalog => catalog.Publisher).NotNull().WithMessage("the id of an agent (/agents)");
        RuleFor(catalog => catalog.Publisher).AgentId(references);
        RuleFor(catalog => catalog.Licence).NotNull().WithMessage($"a code of /vocabularies/{Schemes.Licences}");
        RuleForEach(catalog => catalog.Territories).TerritoryId(references);
        RuleFor(catalog => catalog.Territories).NoneTwice();
        RuleFor(catalog => catalog.Issued).NotNull().WithMessage("a date as YYYY, YYYY-MM or YYYY-MM-DD");
        RuleFor(catalog => catalog.Issued).NotInFuture(time);
        RuleFor(catalog => catalog.Issued).NotBeforeData();
    }
}
