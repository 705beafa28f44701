using System.Text.RegularExpressions;
using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on the facts about a competence.</summary>
internal sealed partial class CompetenceValidator : AbstractValidator<Competence>
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    public CompetenceValidator(IReferences references)
    {
        this.CheckCodes(references);
        RuleForEach(competence => competence.Roles).SetValidator(new HolderRoleValidator(references));
        RuleFor(competence => competence.Roles)
            .Must(roles => roles is null || roles.DistinctBy(role => role.Holder, StringComparer.Ordinal).Count() == roles.Count)
            .WithMessage("each holder once");
        RuleFor(competence => competence.LegalReference).PlainText(TextForm.Label);
        Verification();
        RuleForEach(competence => competence.BanaticCodes)
            .Must(code => code is null || Banatic.IsMatch(code)).WithMessage("a code of BANATIC: C and four digits");
        RuleFor(competence => competence.BanaticCodes).NoneTwice();
    }

    private void Verification()
    {
        RuleFor(competence => competence.LegalReferenceStatus).OneOf(Competence.LegalReferenceStatuses);
        RuleFor(competence => competence.LegalReferenceStatus)
            .Must((competence, status) => status is null == competence.LegalReference is null)
            .WithMessage((competence, _) => competence.LegalReference is null
                ? "no status, for there is no legal reference"
                : $"how the legal reference was verified: {string.Join(", ", Competence.LegalReferenceStatuses)}")
            .When(competence => competence.LegalReferenceStatus is null || IsKnown(competence));
        RuleFor(competence => competence.LegalReferenceYear)
            .Must((competence, year) => WasRead(competence) ? year is >= FirstYear and <= LastYear : year is null)
            .WithMessage((competence, _) => WasRead(competence) ? "the year of the text that was read" : "no year, for no text was read")
            .When(competence => competence.LegalReference is null || IsKnown(competence));
    }

    private static bool IsKnown(Competence competence) =>
        Competence.LegalReferenceStatuses.Contains(competence.LegalReferenceStatus, StringComparer.Ordinal);

    private static bool WasRead(Competence competence) => competence.LegalReferenceStatus is "text-read" or "older-text";

    [GeneratedRegex(@"^C[0-9]{4}\z", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Banatic { get; }

    private sealed class HolderRoleValidator : AbstractValidator<HolderRole>
    {
        public HolderRoleValidator(IReferences references)
        {
            RuleFor(role => role.Holder).OneOf(HolderRole.Holders);
            this.CheckCodes(references);
            RuleFor(role => role.Role)
                .Must((role, code) => code is not "unless-transferred" || role.Holder is "commune")
                .WithMessage("another role: only communes hold a competence unless they transferred it");
            RuleFor(role => role.MinimumPopulation)
                .Must(number => number is null or > 0).WithMessage("a number of 1 or more");
            RuleFor(role => role.MinimumPopulation)
                .Null().WithMessage("no threshold, for the role is not 'mandatory'")
                .When(role => role.Role is { } code and not HolderRole.Mandatory
                    && references.FindConcept(Schemes.CompetenceRoles, code) is not null);
            When(role => role.Note is not null, () => RuleFor(role => role.Note).BilingualText(TextForm.Title));
        }
    }
}
