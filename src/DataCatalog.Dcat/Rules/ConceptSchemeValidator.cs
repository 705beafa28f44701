using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on vocabularies.</summary>
public sealed class ConceptSchemeValidator : AbstractValidator<ConceptScheme>
{
    public ConceptSchemeValidator()
    {
        RuleFor(scheme => scheme.Id).Identifier();
        RuleFor(scheme => scheme.Iri).AbsoluteIri();
        RuleFor(scheme => scheme.Title).BilingualText(TextForm.Title);
        RuleFor(scheme => scheme.Description).OptionalFrenchText(TextForm.ShortDescription);
    }
}
