using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on periods: each has begun and does not end before it begins. The end may be in the future.</summary>
internal sealed class PeriodValidator : AbstractValidator<Period>
{
    public PeriodValidator(TimeProvider time)
    {
        RuleFor(period => period.Start).NotInFuture(time);
        RuleFor(period => period.End).NotBefore(period => period.Start, "the start");
    }
}
