using DataCatalog.Dcat.Records;
using DataCatalog.Territories.Holders;

namespace DataCatalog.Obligations.Judging;

/// <summary>
/// Tells whether rules apply to an authority, and why. It uses the facts that a rule names, what the catalogue knows of the authority, and
/// what the request says; what nobody has said is a question, never a no.
/// </summary>
/// <param name="authority">The authority.</param>
/// <param name="statements">What the request says about it.</param>
/// <param name="today">The day of the answer, in Paris.</param>
internal sealed class RuleJudge(Authority authority, Statements statements, DateOnly today)
{
    private readonly KnownConditions _known = new(authority);

    /// <summary>
    /// Returns the first answer that applies: what surely excludes the rule, then what is not known, then what may be asked.
    /// </summary>
    public Applicability Judge(LegalRule rule) =>
        Excluded(rule) ?? Denied(rule.Scope) ?? NotKnown(rule.Scope) ?? Asked(rule.Scope);

    private Applicability? Excluded(LegalRule rule)
    {
        var scope = rule.Scope;
        return authority.Kind is not "collectivite" && OfOthers(scope) is { } other ? other
            : IsElsewhere(scope) ? No("place", Reasoning.OfPlace)
            : rule.InForceFrom > today ? No("in-force", Reasoning.NotYet(rule.InForceFrom.Value))
            : rule.InForceUntil < today ? No("in-force", Reasoning.NoMore(rule.InForceUntil.Value))
            : authority.Kind is "collectivite" ? Unknown("own-law", Reasoning.OwnLaw)
            : null;
    }

    /// <summary>Returns the answer for a rule that is for others, by kind or population; null when it may be for the authority.</summary>
    private Applicability? OfOthers(RuleScope scope) =>
        !authority.Exists && authority.Kind is "departement" ? No("not-an-authority", Reasoning.OfKind(scope))
        : !Includes(scope.Kinds, authority.Kind) ? OfOtherKinds(scope)
        : IsOtherGrouping(scope) ? No("kind", Reasoning.OfKind(scope))
        : scope.MinimumPopulation > authority.Population || scope.MaximumPopulation < authority.Population
            ? No("population", Reasoning.OfPopulation(scope, authority.Population!.Value))
        : null;

    private Applicability OfOtherKinds(RuleScope scope) =>
        authority.ActsAsDepartement && Includes(scope.Kinds, "departement") ? Unknown("kind", Reasoning.ActsAsDepartement)
        : No(authority.Exists ? "kind" : "not-an-authority", Reasoning.OfKind(scope));

    private Applicability? NotKnown(RuleScope scope)
    {
        if (authority.OwnLaw is { } law && !Includes(scope.ExtendsTo, law))
        {
            return Unknown("own-law", Reasoning.OwnLaw);
        }

        // The roles of competences are those of communes and their groupings; a text that names a département or a region binds it.
        var holding = authority.Kind is "departement" or "region" ? CompetenceHolding.Held : authority.HoldingOf(scope.Competences);
        return holding is CompetenceHolding.Elsewhere ? No("competence", Reasoning.HeldElsewhere)
            : holding is not CompetenceHolding.Held ? Unknown("competence", Reasoning.MayBeHeldElsewhere)
            : authority.Population is null && (scope.MinimumPopulation ?? scope.MaximumPopulation) is not null
                ? Unknown("population", Reasoning.UnknownPopulation)
            : IsGroupingOfUnknownKind(scope) ? Unknown("kind", Reasoning.UnknownKind)
            : null;
    }

    /// <summary>Returns the no of a condition that is not met, or of too small a staff: it stands whoever holds the competence.</summary>
    private Applicability? Denied(RuleScope scope) =>
        scope.Conditions.Any(code => statements.Of(code) is false) ? No("condition", Reasoning.Denied)
        : scope.Conditions.Any(code => Holds(code) is false) ? No("population", Reasoning.NoLargeMember)
        : scope.MinimumStaff > statements.Staff ? No("staff", Reasoning.OfStaff(scope.MinimumStaff.Value, statements.Staff.Value))
        : null;

    /// <summary>Tells whether a condition is met, by the request or by what the catalogue knows; null when neither does.</summary>
    private bool? Holds(string condition) => statements.Of(condition) ?? _known.Holds(condition);

    private Applicability Asked(RuleScope scope)
    {
        var asksStaff = scope.MinimumStaff is not null && statements.Staff is null;
        string[] questions =
        [
            .. scope.Conditions.Where(code => Holds(code) is null)
                .Concat(asksStaff ? [Applicability.Staff] : []).Order(StringComparer.Ordinal),
        ];
        return questions.Length == 0 ? new(Applicability.Yes) : new(Applicability.OnlyIf) { Questions = questions };
    }

    /// <summary>Whether a rule names other kinds of EPCI. Two métropoles have forms of their own and are métropoles here.</summary>
    private bool IsOtherGrouping(RuleScope scope) => authority.Kind is "epci" && scope.EpciKinds.Count > 0
        && authority.LegalForm is { } form && !Includes(scope.EpciKinds, form is "MGP" or "METLYON" ? "METRO" : form);

    private bool IsGroupingOfUnknownKind(RuleScope scope) =>
        authority.Kind is "epci" && scope.EpciKinds.Count > 0 && authority.LegalForm is null;

    private bool IsElsewhere(RuleScope scope) =>
        scope.ExceptIn.Any(id => Includes(authority.Around, id))
        || (scope.OnlyIn.Count > 0 && !scope.OnlyIn.Any(id => Includes(authority.Around, id)));

    private static Applicability No(string because, LanguageMap why) => new(Applicability.No, because, why);

    private static Applicability Unknown(string because, LanguageMap why) => new(Applicability.Undetermined, because, why);

    private static bool Includes(IReadOnlyList<string> list, string item) => list.Contains(item, StringComparer.Ordinal);
}
