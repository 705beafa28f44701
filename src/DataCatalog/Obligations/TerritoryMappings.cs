using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.LegalRules;
using DataCatalog.Obligations.Judging;
using DataCatalog.Search;
using DataCatalog.Storage;

namespace DataCatalog.Obligations;

/// <summary>Maps the duties and the data of territories, each mapping from one state of the catalogue.</summary>
internal sealed class TerritoryMappings(CatalogIris iris, SearchEngine engine, RuleBook rules, References references)
{
    private static readonly Dictionary<string, LanguageMap> Labels = new(StringComparer.Ordinal)
    {
        [Applicability.Yes] = LanguageMap.Of("S'applique", "Applies"),
        [Applicability.OnlyIf] = LanguageMap.Of("S'applique si les conditions sont remplies", "Applies if the conditions are met"),
        [Applicability.Undetermined] = LanguageMap.Of("Indéterminé", "Undetermined"),
        [Applicability.No] = LanguageMap.Of("Ne s'applique pas", "Does not apply"),
    };

    /// <summary>The question about the staff, which is no condition of the vocabulary.</summary>
    public static readonly LanguageMap StaffQuestion = LanguageMap.Of(
        "Combien d'agents la collectivité emploie-t-elle, en équivalents temps plein ?",
        "How many people does the authority employ, in full-time equivalents?");

    /// <summary>Maps the duties and the data of a territory.</summary>
    /// <param name="subject">The territory, what the request says of it, and which competences it asks for.</param>
    /// <param name="today">The day of the answer, in Paris.</param>
    public TerritoryMapping Of(Subject subject, DateOnly today)
    {
        using var session = engine.Open();
        var all = rules.Current;
        var known = references.Current;
        var (named, statements) = (subject.Named, subject.Statements);
        var sight = new TerritorySight(session.Columns, named.Places, named.Number, Concerned(subject, all, known), known);
        var dutyLinks = new DutyLinks(iris, subject.Territory.Id, statements);
        var duties = sight.Duties(statements, today, dutyLinks).ToList();
        var shown = RuleDuties.InOrder(duties.Where(RuleDuties.MayApply)).Where(duty => duty.Applies is not Applicability.OnlyIf).ToList();
        var links = new MappingLinks(iris, subject.Territory.Id, statements);
        var competence = subject.Competence?.Code;
        return new TerritoryMapping(
            links.Mapping(competence),
            subject.Territory,
            [.. shown.Where(duty => duty.Rule.Act is not LegalRule.Right)],
            [.. shown.Where(duty => duty.Rule.Act is LegalRule.Right)],
            [.. Questions(duties, dutyLinks, competence, known)],
            [
                .. Applicability.Answers.Select(answer =>
                    new AnswerCount(answer, Labels[answer], duties.Count(duty => RuleDuties.Is(duty, answer)))),
            ],
            links.Reach(sight, competence),
            Groups(subject, known, sight, links))
        {
            ResolvedFrom = named.AskedId,
            Said = statements.Said,
            Note = NoAuthorities.RemarkOn(named),
            IsOfCompetence = subject.Competence is not null,
            Authority = NoAuthorities.AuthorityOf(named) is { } other
                ? new MappingLinks(iris, other, statements).Mapping(competence)
                : null,
        };
    }

    /// <summary>Lists the questions on which rules depend, those of most rules first.</summary>
    private static IEnumerable<AskedCondition> Questions(
        IEnumerable<Duty> duties, DutyLinks links, string? competence, ReferenceSnapshot known) => duties
        .SelectMany(duty => duty.AskedStaff is null ? duty.Questions : [.. duty.Questions, Applicability.Staff])
        .CountBy(code => code, StringComparer.Ordinal)
        .OrderByDescending(asked => asked.Value).ThenBy(asked => asked.Key, StringComparer.Ordinal)
        .Select(asked => new AskedCondition(asked.Key, QuestionOf(asked.Key, known), links.Asking(asked.Key, competence), asked.Value));

    private static LanguageMap QuestionOf(string code, ReferenceSnapshot known) => code is Applicability.Staff
        ? StaffQuestion
        : known.FindConcept(Schemes.Conditions, code)!.Definition!;

    private static IReadOnlyList<LegalRule> Concerned(Subject subject, IReadOnlyList<LegalRule> all, ReferenceSnapshot known) =>
        subject.Competence is not { } competence ? all
        : [.. all.Where(rule => RuleCompetences.IsAbout(rule, competence, known))];

    private static CompetenceMapping[] Groups(Subject subject, ReferenceSnapshot known, TerritorySight sight, MappingLinks links)
    {
        Concept[] competences =
        [
            .. known.CodesOf(Schemes.Competences)
                .Select(code => known.FindConcept(Schemes.Competences, code)!)
                .OrderBy(concept => concept.Notation, StringComparer.Ordinal).ThenBy(concept => concept.Code, StringComparer.Ordinal),
        ];
        var byGroup = competences
            .Where(competence => competence.Broader is not null && subject.Includes(competence))
            .ToLookup(
                competence => competence.Broader,
                competence => new CompetenceMapping(
                    links.Mapping(competence.Code),
                    competence,
                    links.Reach(sight, competence.Code),
                    sight.Authority.HolderOf(competence),
                    []),
                StringComparer.Ordinal);
        return
        [
            .. competences
                .Where(group => group.Broader is null && (byGroup.Contains(group.Code) || subject.Includes(group)))
                .Select(group => new CompetenceMapping(
                    links.Mapping(group.Code),
                    group,
                    links.Reach(sight, group.Code),
                    UsualHolder: null,
                    [.. byGroup[group.Code]])),
        ];
    }
}
