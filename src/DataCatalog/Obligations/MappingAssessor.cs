using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Index.Columns;
using DataCatalog.Territories;

namespace DataCatalog.Obligations;

/// <summary>
/// Assesses the status of each model. A dataset answers a model when it, or one of its distributions, names the model's schema; the same
/// subject alone does not prove it.
/// </summary>
/// <param name="subject">The territory that the models concern.</param>
/// <param name="competences">The competences by code.</param>
/// <param name="tallies">The counts of the datasets within reach of the territory.</param>
/// <param name="places">The territories.</param>
/// <param name="rules">The rules of law by the models that they name.</param>
internal sealed class MappingAssessor(
    MappingSubject subject,
    IReadOnlyDictionary<string, Concept> competences,
    ReachTallies tallies,
    TerritoryIndex places,
    ILookup<string, LegalRule> rules)
{
    public Assessment Assess(Model model)
    {
        var use = tallies.OfSchema(model.Schema);
        var candidates = Candidates(model);
        var thresholds = Thresholds.Of(rules[model.Id], subject.Territory.Kind);
        var facts = new AssessmentFacts(thresholds, model.Schema is not null, subject.Territory.Population, HoldingOf(model))
        {
            IsFound = use.Tally.Own > 0,
            IsCovered = use.IsCovered,
            IsCoveredInPart = use.IsCoveredInPart,
            HasCandidates = candidates.Count > 0,
        };
        var outcome = facts.Conclude();
        return new Assessment(model, outcome.Status.Code, outcome.Explanation)
        {
            Answers = MappingLinks.Name(use.Tally.FirstOwn.Concat(use.Tally.FirstOthers)),
            Candidates = MappingLinks.Name(candidates),
            Example = use.Example is { } example
                ? new PublicationExample(MappingLinks.Name(example.Row), places.IdOf(example.Place))
                : null,
        };
    }

    private CompetenceHolding HoldingOf(Model model) => model.Competences.Select(code => subject.HoldingOf(competences[code])).Max();

    private IReadOnlyList<Row> Candidates(Model model) =>
        [.. model.Competences.SelectMany(code => tallies.OfCompetence(code).FirstWithoutSchema).Distinct().Take(FirstRows.Max)];
}
