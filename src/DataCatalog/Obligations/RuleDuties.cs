using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Obligations.Judging;
using DataCatalog.Search;
using DataCatalog.Storage;

namespace DataCatalog.Obligations;

/// <summary>Tells what rules are for a territory, from one state of the catalogue.</summary>
internal sealed class RuleDuties(CatalogIris iris, SearchEngine engine, References references)
{
    /// <summary>Tells what some rules are for a territory, in the order of the rules.</summary>
    /// <param name="subject">The territory, and what the request says of its authority.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="today">The day of the answer, in Paris.</param>
    public IReadOnlyList<Duty> Of(Subject subject, IReadOnlyList<LegalRule> rules, DateOnly today)
    {
        using var session = engine.Open();
        var (named, known) = (subject.Named, references.Current);
        var sight = new TerritorySight(session.Columns, named.Places, named.Number, rules, known);
        return [.. sight.Duties(subject.Statements, today, new DutyLinks(iris, subject.Territory.Id, subject.Statements))];
    }

    /// <summary>Orders rules as people need them: those that surely apply first, and among them those due soonest first.</summary>
    public static IEnumerable<Duty> InOrder(IEnumerable<Duty> duties) => duties
        .OrderBy(duty => Applicability.Answers.Index().First(answer => Is(duty, answer.Item)).Index)
        .ThenBy(duty => duty.Next.DueDay ?? DateOnly.MaxValue)
        .ThenBy(duty => duty.Rule.Id, StringComparer.Ordinal);

    /// <summary>
    /// Whether a rule applies, or may apply. Left out are those of which nearly all would be undetermined for one reason: the laws of an
    /// overseas collectivity, and the powers of a département that another authority has.
    /// </summary>
    public static bool MayApply(Duty duty) => duty.Applies is not Applicability.No && duty.Because is not ("own-law" or "kind");

    public static bool Is(Duty duty, string answer) => string.Equals(duty.Applies, answer, StringComparison.Ordinal);
}
