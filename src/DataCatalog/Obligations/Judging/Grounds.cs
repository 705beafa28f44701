using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Territories.Holders;

namespace DataCatalog.Obligations.Judging;

/// <summary>Says in one sentence why a rule applies to an authority, or on which competence it depends that nobody here can tell.</summary>
/// <param name="authority">The authority.</param>
/// <param name="statements">What the request says about it.</param>
/// <param name="references">The vocabularies.</param>
internal sealed class Grounds(Authority authority, Statements statements, IReferences references)
{
    /// <summary>Returns the reason in words; null where the questions say it all.</summary>
    public LanguageMap? Of(LegalRule rule, Applicability answer) => answer switch
    {
        { Answer: Applicability.Yes } => Applies(rule.Scope),
        { Because: "competence", Answer: Applicability.Undetermined } => Added(answer.Why!, rule.Scope),
        _ => answer.Why,
    };

    private LanguageMap Applies(RuleScope scope)
    {
        var (kind, size, competence, said) = (Reasoning.NameOf(scope, authority.Kind), SizeOf(scope), HeldOf(scope), SaidOf(scope));
        return LanguageMap.Of(
            $"La règle vise {kind.French}{size.French}{competence.French}{said.French}.",
            $"The rule is for {kind.English}{size.English}{competence.English}{said.English}.");
    }

    /// <summary>Names the number of inhabitants that counts, beside that of the authority.</summary>
    private (string French, string English) SizeOf(RuleScope scope) => (scope, authority.Population) switch
    {
        ({ MinimumPopulation: { } least }, { } own) => (
            $" d'au moins {Reasoning.InFrench(least)} habitants (ici {Reasoning.InFrench(own)})",
            $" of at least {Reasoning.InEnglish(least)} inhabitants (here {Reasoning.InEnglish(own)})"),
        ({ MaximumPopulation: { } most }, { } own) => (
            $" d'au plus {Reasoning.InFrench(most)} habitants (ici {Reasoning.InFrench(own)})",
            $" of at most {Reasoning.InEnglish(most)} inhabitants (here {Reasoning.InEnglish(own)})"),
        _ => ("", ""),
    };

    /// <summary>Names the competences of the rule that the authority holds; a text that names a département or a region binds it.</summary>
    private (string French, string English) HeldOf(RuleScope scope)
    {
        string[] held = authority.Kind is "departement" or "region" ? []
            : [.. scope.Competences.Where(code => authority.HoldingOf(code) is CompetenceHolding.Held)];
        return held.Length == 0 ? ("", "") : (
            $" qui exercent la compétence {Joined(held, Schemes.Competences, "fr", " ou ")}",
            $" that hold the competence {Joined(held, Schemes.Competences, "en", " or ")}");
    }

    /// <summary>Repeats what the request says that the rule depends on.</summary>
    private (string French, string English) SaidOf(RuleScope scope)
    {
        string[] met = [.. scope.Conditions.Where(code => statements.Of(code) is true)];
        var staff = scope.MinimumStaff is { } least && statements.Staff is { } own ? (Least: least, Own: own) : ((int Least, int Own)?)null;
        return (
            (met.Length == 0 ? "" : $" ; vous avez indiqué : {Joined(met, Schemes.Conditions, "fr", ", ")}")
            + (staff is { } count
                ? $" ; vous avez indiqué {Reasoning.InFrench(count.Own)} agents, il en faut {Reasoning.InFrench(count.Least)}"
                : ""),
            (met.Length == 0 ? "" : $"; you said: {Joined(met, Schemes.Conditions, "en", ", ")}")
            + (staff is { } number
                ? $"; you said a staff of {Reasoning.InEnglish(number.Own)}, it takes {Reasoning.InEnglish(number.Least)}"
                : ""));
    }

    private LanguageMap Added(LanguageMap why, RuleScope scope) => LanguageMap.Of(
        $"{why["fr"]} Compétence : {Joined(scope.Competences, Schemes.Competences, "fr", " ou ")}.",
        $"{why["en"]} Competence: {Joined(scope.Competences, Schemes.Competences, "en", " or ")}.");

    private string Joined(IEnumerable<string> codes, string scheme, string language, string between) =>
        string.Join(between, codes.Select(code => references.FindConcept(scheme, code)?.Label is { } label
            ? language is "fr" ? $"« {label["fr"]} »" : $"'{label["en"] ?? label["fr"]}'"
            : code));
}
