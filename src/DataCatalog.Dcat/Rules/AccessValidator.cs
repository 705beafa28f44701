using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on access conditions. Only a restricted regime has reasons.</summary>
internal sealed class AccessValidator : AbstractValidator<AccessConditions>
{
    public AccessValidator(IReferences references)
    {
        this.CheckCodes(references);
        RuleForEach(access => access.Audiences).SetValidator(new AudienceValidator());
        RuleFor(access => access.Audiences).NoneTwice(audience => audience.Role);
        RuleFor(access => access.RequestUrl).Url();
        RuleFor(access => access.RestrictionReasons)
            .Must((access, reasons) => reasons is not { Count: > 0 } || !IsOpen(access.Regime, references))
            .WithMessage((access, _) => $"no reason, for the access regime '{access.Regime}' is open");
    }

    /// <summary>Tells whether a regime lets everybody have the data; false for a regime that does not exist.</summary>
    internal static bool IsOpen(string regime, IReferences references) =>
        references.FindConcept(Schemes.AccessRegimes, regime)?.MapsTo is Schemes.AccessRights + ":PUBLIC";

    private sealed class AudienceValidator : AbstractValidator<Audience>
    {
        public AudienceValidator()
        {
            RuleFor(audience => audience.Role).OneOf(Audience.Roles);
            RuleFor(audience => audience.Condition).OneOf(Audience.Conditions);
        }
    }
}
