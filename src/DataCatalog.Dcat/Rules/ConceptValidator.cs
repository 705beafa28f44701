using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>What a term of a vocabulary must be. Chains of broader terms are looked at over the whole vocabulary, not here.</summary>
public sealed class ConceptValidator : AbstractValidator<Concept>
{
    public ConceptValidator(IReferences references)
    {
        RuleFor(concept => concept.Scheme)
            .Must(scheme => references.FindScheme(scheme) is not null).WithMessage("the name of a vocabulary (/vocabularies)");
        RuleFor(concept => concept.Code).ConceptCode();
        RuleFor(concept => concept.Iri).AbsoluteIri();
        RuleFor(concept => concept.Notation).PlainText();
        Describe();
        Relate(references);
        RuleFor(concept => concept.Competence!).SetValidator(new CompetenceValidator(references));
    }

    private void Describe()
    {
        RuleFor(concept => concept.Label).FrenchText(Texts.TitleLength);
        RuleForEach(concept => concept.AltLabels).PlainText();
        RuleFor(concept => concept.AltLabels).NoneTwice();
        RuleFor(concept => concept.Definition).OptionalFrenchText(Texts.DescriptionLength);
        RuleFor(concept => concept.Page).Url();
        RuleFor(concept => concept.Source).PlainText(Texts.DescriptionLength);
    }

    private void Relate(IReferences references)
    {
        RuleFor(concept => concept.Broader)
            .Must((concept, broader) => broader is null || IsOther(concept, broader, references))
            .WithMessage((concept, _) => $"another code of /vocabularies/{concept.Scheme}");
        RuleForEach(concept => concept.ExactMatches).AbsoluteIri();
        RuleFor(concept => concept.ExactMatches).NoneTwice();
        RuleForEach(concept => concept.BroadMatches).AbsoluteIri();
        RuleFor(concept => concept.BroadMatches).NoneTwice();
        RuleFor(concept => concept.MapsTo)
            .Must(target => target is null || Exists(target, references))
            .WithMessage("a term as scheme:code, such as access-rights:PUBLIC");
    }

    private static bool IsOther(Concept concept, string broader, IReferences references) =>
        !string.Equals(broader, concept.Code, StringComparison.Ordinal)
        && references.FindConcept(concept.Scheme, broader) is not null;

    private static bool Exists(string target, IReferences references) =>
        target.Split(':') is [var scheme, var code] && references.FindConcept(scheme, code) is not null;
}
