using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on distributions (DCAT-AP 3.0.1 section 3.3, and our own).</summary>
public sealed class DistributionValidator : AbstractValidator<Distribution>
{
    public DistributionValidator(IReferences references, TimeProvider time)
    {
        RuleFor(distribution => distribution.Id).Identifier();
        this.CheckCodes(references);
        RuleFor(distribution => distribution.Title).FrenchText(TextForm.Title);
        RuleFor(distribution => distribution.Description).OptionalFrenchText(TextForm.Definition);
        RuleFor(distribution => distribution.AccessUrl).Url();
        RuleFor(distribution => distribution.DownloadUrl).Url();
        RuleFor(distribution => distribution.Template!).SetValidator(new AddressTemplateValidator(references));
        RuleFor(distribution => distribution.Service).ServiceId(references);
        RuleFor(distribution => distribution.Service)
            .NotNull().When(distribution => distribution.Format?.EndsWith("_SRVC", StringComparison.Ordinal) == true)
            .WithMessage("the id of a service, for the format is one of a service");
        RuleFor(distribution => distribution.PackageFormat).Archive("application-zip", "ZIP", references);
        RuleFor(distribution => distribution.CompressFormat).Archive("application-gzip", "GZIP", references);
        RuleFor(distribution => distribution.ByteSize).Positive();
        RuleFor(distribution => distribution.Issued).NotInFuture(time);
        RuleFor(distribution => distribution.Issued).NotBeforeData();
        RuleFor(distribution => distribution.Modified).NotInFuture(time);
        RuleFor(distribution => distribution.Modified).NotBeforeData();
        RuleFor(distribution => distribution.Modified).NotBefore(distribution => distribution.Issued, "issued");
    }
}
