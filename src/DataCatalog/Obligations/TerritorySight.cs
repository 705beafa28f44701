using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Index.Columns;
using DataCatalog.Obligations.Judging;
using DataCatalog.Obligations.Seeing;
using DataCatalog.Territories;
using DataCatalog.Territories.Links;

namespace DataCatalog.Obligations;

/// <summary>
/// What this catalogue sees of a territory: one pass over the columns counts its datasets and finds the evidence for rules.
/// </summary>
internal sealed class TerritorySight
{
    private readonly IReadOnlyList<LegalRule> _rules;
    private readonly IReferences _references;
    private readonly AddressVariables _addresses;
    private readonly RuleSightings _sightings;

    /// <summary>Looks at all datasets.</summary>
    /// <param name="columns">The datasets.</param>
    /// <param name="places">The territories.</param>
    /// <param name="place">The number of the territory.</param>
    /// <param name="rules">The rules whose evidence is looked for.</param>
    /// <param name="references">The records that rules and datasets name.</param>
    public TerritorySight(
        CatalogColumns columns, TerritoryIndex places, int place, IReadOnlyList<LegalRule> rules, IReferences references)
    {
        (_rules, _addresses, _references) = (rules, new AddressVariables(places, place), references);
        Authority = new Authority(places, place, code => references.FindConcept(Schemes.Competences, code));
        var reaches = new Reaches(columns, places, place, references);
        Publishers = [.. reaches.Publishers];
        Groupings = reaches.Groupings;
        Tallies = new CompetenceTallies(columns);
        _sightings = new RuleSightings(columns, places, place, reaches, rules);
        for (var number = 0; number < columns.Bound; number++)
        {
            if (columns[number] is { } row)
            {
                var reach = reaches.Of(row);
                Tallies.Add(row, reach);
                _sightings.Add(row, reach);
            }
        }
    }

    public Authority Authority { get; }

    /// <summary>The ids of the publishers that are the authority.</summary>
    public IReadOnlyList<string> Publishers { get; }

    /// <summary>The ids of the groupings in which a commune or an EPT lies, the nearest first.</summary>
    public IReadOnlyList<string> Groupings { get; }

    public CompetenceTallies Tallies { get; }

    /// <summary>Lists all rules as they concern the territory, in the order that was given.</summary>
    /// <param name="statements">What the request says about the authority.</param>
    /// <param name="today">The day of the answer, in Paris.</param>
    /// <param name="links">The addresses of what is said about each rule.</param>
    public IEnumerable<Duty> Duties(Statements statements, DateOnly today, DutyLinks links)
    {
        var judge = new RuleJudge(Authority, statements, today);
        var grounds = new Grounds(Authority, statements, _references);
        return _rules.Select((rule, index) =>
        {
            var answer = judge.Judge(rule);
            return new Duty(links.Of(rule), rule, answer.Answer, SightingOf(rule, index), NextOf(rule, index, today))
            {
                Because = answer.Because,
                Why = grounds.Of(rule, answer),
                Questions = [.. answer.Questions.Where(code => code is not Applicability.Staff)],
                AskedStaff = answer.Questions.Contains(Applicability.Staff, StringComparer.Ordinal) ? rule.Scope.MinimumStaff : null,
            };
        });
    }

    /// <summary>
    /// Tells what is seen of a rule. Only the rule's own competences count for the data of others: a rule without any binds each authority
    /// for itself.
    /// </summary>
    private Sighting SightingOf(LegalRule rule, int index) =>
        _sightings.Of(index, rule.Scope.Competences.Select(Authority.GroupingThatHolds).FirstOrDefault(holder => holder is not null));

    private NextStep NextOf(LegalRule rule, int index, DateOnly today) =>
        new(DueDays.Next(rule, today), CheckOf(rule), _sightings.ExampleOf(index));

    /// <summary>Returns the address at which to check a rule. Nothing is filed under the code of a former commune, no authority.</summary>
    private string? CheckOf(LegalRule rule) =>
        rule.CheckUrl is { } template && Authority.Kind is not "former-commune" ? _addresses.Fill(template) : null;
}
