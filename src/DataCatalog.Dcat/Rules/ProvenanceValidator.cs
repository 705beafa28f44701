using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The proof of an entry: at least one source, read on a day that has been.</summary>
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

/// <summary>One source that was read.</summary>
internal sealed class EvidenceValidator : AbstractValidator<Evidence>
{
    public EvidenceValidator()
    {
        RuleFor(evidence => evidence.Fact).PlainText(TextForm.Label);
        RuleFor(evidence => evidence.Source).PlainText(TextForm.Reference);
    }
}
