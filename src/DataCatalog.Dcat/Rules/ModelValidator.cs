using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on models. All are our own: DCAT-AP has no models.</summary>
public sealed class ModelValidator : AbstractValidator<Model>
{
    public ModelValidator(IReferences references, TimeProvider time)
    {
        RuleFor(model => model.Id).Identifier();
        this.CheckCodes(references);
        RuleFor(model => model.Title).FrenchText(TextForm.Title);
        RuleFor(model => model.Description).FrenchText(TextForm.Description);
        RuleFor(model => model.Competences).NotEmptyList();
        RuleFor(model => model.Obligation).SetValidator(new ObligationValidator(references));
        RuleFor(model => model.Provenance).SetValidator(new ProvenanceValidator(time));
    }

    private sealed class ObligationValidator : AbstractValidator<Obligation>
    {
        public ObligationValidator(IReferences references) => this.CheckCodes(references);
    }
}
