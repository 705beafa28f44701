using System.Text.RegularExpressions;
using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on the facts about a competence.</summary>
internal sealed partial class CompetenceValidator : AbstractValidator<Competence>
{
    public CompetenceValidator(IReferences references)
    {
        this.CheckCodes(references);
        RuleFor(competence => competence.CommuneRole).Role();
        RuleFor(competence => competence.EpciRole).Role();
        RuleFor(competence => competence.LegalReference).PlainText(TextForm.Label);
        RuleFor(competence => competence.LegalReferenceStatus)
            .Must(status => status is null || Status.IsMatch(status))
            .WithMessage("V and a year (in force), H and a year (older text), S (secondary source) or N (not verified) at the beginning");
        RuleFor(competence => competence.LegalReferenceStatus).PlainText(TextForm.Label);
        RuleForEach(competence => competence.BanaticCodes)
            .Must(code => code is null || Banatic.IsMatch(code)).WithMessage("a code of BANATIC: C and four digits");
        RuleFor(competence => competence.BanaticCodes).NoneTwice();
    }

    [GeneratedRegex(@"^C[0-9]{4}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Banatic { get; }

    [GeneratedRegex(@"^([VH][0-9]{4}|[SN])\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Status { get; }
}
