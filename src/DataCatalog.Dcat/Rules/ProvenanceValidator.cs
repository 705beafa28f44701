using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on the sources of an entry: there is at least one, and they were not read after today.</summary>
internal sealed class ProvenanceValidator : AbstractValidator<Provenance>
{
    public ProvenanceValidator(TimeProvider time)
    {
        RuleFor(provenance => provenance.CheckedAt).NotInFuture(time);
        RuleFor(provenance => provenance.CheckedAt).NotBeforeData();
        RuleFor(provenance => provenance.Confidence).OneOf(Provenance.Confidences);
        RuleFor(provenance => provenance.Sources).NotEmptyList();
        RuleForEach(provenance => provenance.Sources).SetValidator(new EvidenceValidator());
    }
}

/// <summary>The rules on one source.</summary>
internal sealed class EvidenceValidator : AbstractValidator<Evidence>
{
    public EvidenceValidator()
    {
        RuleFor(evidence => evidence.Fact).PlainText(TextForm.Label);
        RuleFor(evidence => evidence.Source).PlainText(TextForm.Reference);
    }
}
