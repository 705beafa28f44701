using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>A period that has begun and does not end before it begins. Its end may lie ahead.</summary>
internal sealed class PeriodValidator : AbstractValidator<Period>
{
    public PeriodValidator(TimeProvider time)
    {
        RuleFor(period => period.Start).NotInFuture(time);
        RuleFor(period => period.End).NotBefore(period => period.Start, "the start");
    }
}
