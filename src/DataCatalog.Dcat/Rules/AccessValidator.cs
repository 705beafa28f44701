using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>Who may have the data: reasons belong to restricted regimes only.</summary>
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

    /// <summary>Whether everybody may have the data; false as well for a regime that does not exist.</summary>
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
