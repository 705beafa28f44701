using System.Text.RegularExpressions;
using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on terms of vocabularies. <see cref="CatalogValidator"/> has the one on chains of broader terms.</summary>
public sealed partial class ConceptValidator : AbstractValidator<Concept>
{
    public ConceptValidator(IReferences references)
    {
        RuleFor(concept => concept.Scheme)
            .Must(scheme => references.FindScheme(scheme) is not null).WithMessage("the name of a vocabulary (/vocabularies)");
        RuleFor(concept => concept.Code).ConceptCode();
        RuleFor(concept => concept.Iri).AbsoluteIri();
        RuleFor(concept => concept.Notation)
            .Must(notation => notation is not null && CompetenceNumber.IsMatch(notation))
            .When(concept => concept.Scheme is Schemes.Competences)
            .WithMessage("two digits for a group of competences, four for one of them");
        RuleFor(concept => concept.Notation).PlainText(TextForm.Label);
        Describe();
        Relate(references);
        RuleFor(concept => concept.Competence!).SetValidator(new CompetenceValidator(references));
        RuleFor(concept => concept.Platform!).SetValidator(new PlatformValidator(references));
        RuleFor(concept => concept.Platform)
            .Must((concept, platform) => platform is not null == concept.Scheme is Schemes.Platforms)
            .WithMessage((concept, _) =>
                concept.Scheme is Schemes.Platforms ? "the hosts of the platform" : "no hosts, for it is no platform");
    }

    private void Describe()
    {
        RuleFor(concept => concept.Label).BilingualText(TextForm.Label);
        RuleForEach(concept => concept.AltLabels).PlainText(TextForm.Label);
        RuleFor(concept => concept.AltLabels).NoneTwice();
        RuleFor(concept => concept.Definition).OptionalFrenchText(TextForm.Definition);
        RuleFor(concept => concept.Page).Url();
        RuleFor(concept => concept.Source).PlainText(TextForm.Remark);
    }

    private void Relate(IReferences references)
    {
        RuleFor(concept => concept.Broader)
            .Must((concept, broader) => broader is null || IsOther(concept, broader, references))
            .WithMessage((concept, _) => $"another code of /vocabularies/{concept.Scheme}")
            .WithState((concept, broader) =>
                string.Equals(broader, concept.Code, StringComparison.Ordinal) ? null! : Reference.ToConcept(concept.Scheme));
        RuleForEach(concept => concept.ExactMatches).AbsoluteIri();
        RuleFor(concept => concept.ExactMatches).NoneTwice();
        RuleForEach(concept => concept.BroadMatches).AbsoluteIri();
        RuleFor(concept => concept.BroadMatches).NoneTwice();
        RuleFor(concept => concept.MapsTo)
            .Must(target => target is null || Exists(target, references))
            .WithMessage("a term as scheme:code, such as access-rights:PUBLIC")
            .WithState((_, target) => Reference.ToConcept(target!.Split(':')[0]));
    }

    private static bool IsOther(Concept concept, string broader, IReferences references) =>
        !string.Equals(broader, concept.Code, StringComparison.Ordinal)
        && references.FindConcept(concept.Scheme, broader) is not null;

    private static bool Exists(string target, IReferences references) =>
        target.Split(':') is [var scheme, var code] && references.FindConcept(scheme, code) is not null;

    [GeneratedRegex(@"^[0-9]{2}([0-9]{2})?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex CompetenceNumber { get; }
}
