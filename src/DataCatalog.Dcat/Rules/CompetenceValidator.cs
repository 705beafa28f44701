using System.Text.RegularExpressions;
using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>What is said of a competence beyond its label.</summary>
internal sealed partial class CompetenceValidator : AbstractValidator<Competence>
{
    public CompetenceValidator(IReferences references)
    {
        RuleFor(competence => competence.CommuneRole).PlainText();
        RuleFor(competence => competence.EpciRole).PlainText();
        RuleFor(competence => competence.LegalReference).PlainText();
        RuleFor(competence => competence.LegalReferenceStatus)
            .Must(status => status is null || Status.IsMatch(status))
            .WithMessage("V and a year (in force), H and a year (older text), S (secondary source) or N (not verified) at the beginning");
        RuleFor(competence => competence.LegalReferenceStatus).PlainText();
        RuleForEach(competence => competence.BanaticCodes).PlainText();
        RuleFor(competence => competence.BanaticCodes).NoneTwice();
        RuleForEach(competence => competence.Themes).CodeOf(Schemes.Themes, references);
        RuleFor(competence => competence.Themes).NoneTwice();
    }

    [GeneratedRegex(@"^([VH][0-9]{4}|[SN])\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Status { get; }
}
