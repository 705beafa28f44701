using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Search;
using DataCatalog.Storage;
using DataCatalog.Territories;

namespace DataCatalog.Obligations;

/// <summary>Maps the data of territories, each mapping from one state of the catalogue.</summary>
internal sealed class TerritoryMappings(
    CatalogIris iris, SearchEngine engine, RecordReader<Model> models, RecordReader<LegalRule> rules, References references)
{
    /// <summary>Maps the data of a territory.</summary>
    /// <param name="named">The territory, with the map in which it was found.</param>
    /// <param name="competence">The only competence, or group of competences, to map; null for all.</param>
    public TerritoryMapping Of(NamedTerritory named, string? competence)
    {
        var subject = new MappingSubject(named.Entry.Record, named.AskedId, competence);
        using var session = engine.Open();
        var competences = Competences();
        Model[] concerned = [.. Concerned(subject, competences)];
        var schemas = concerned.Select(model => model.Schema).OfType<string>();
        var tallies = ReachTallies.Count(session.Columns, named.Places, named.Number, schemas);
        var assessor = new MappingAssessor(
            subject, competences.ToDictionary(concept => concept.Code, StringComparer.Ordinal), tallies, named.Places, RulesByModel());
        var assessments = concerned.Select(assessor.Assess).ToLookup(assessment => assessment.Model.Obligation.Type is "none");
        var links = new MappingLinks(iris, subject.Territory.Id);
        return new TerritoryMapping(
            links.Mapping(subject.Competence),
            subject.Territory,
            links.Reach(subject.Competence is null ? tallies.All : tallies.OfCompetence(subject.Competence), subject.Competence),
            Groups(subject, competences, concerned, tallies, links),
            [.. assessments[false]],
            [.. assessments[true]])
        {
            ResolvedFrom = subject.ResolvedFrom,
            Note = subject.IsAuthority ? null : NoAuthority(subject.Territory),
            Authority = !subject.IsAuthority && CommuneAround(named) is { } commune
                ? new MappingLinks(iris, commune).Mapping(subject.Competence)
                : null,
            Totals = subject.IsAuthority ? Totals(assessments[false]) : [],
            CoveragePercent = Coverage(assessments[false]),
        };
    }

    private static LanguageMap NoAuthority(Territory territory) => LanguageMap.Of(
        $"{territory.Name} n'est pas une collectivité qui aurait des obligations propres :"
        + " celles d'une commune sont dans la cartographie de la commune.",
        $"{territory.Name} is no authority with obligations of its own: those of a commune are in the mapping of the commune.");

    /// <summary>Returns the id of the commune that contains a territory; null when none does.</summary>
    private static string? CommuneAround(NamedTerritory named) =>
        named.Places.Above(named.Number).Where(above => named.Places.KindOf(above) is "commune").Select(named.Places.IdOf).FirstOrDefault();

    /// <summary>Lists all competences and groups of competences by notation.</summary>
    private Concept[] Competences()
    {
        var known = references.Current;
        return [.. known.CodesOf(Schemes.Competences)
            .Select(code => known.FindConcept(Schemes.Competences, code)!)
            .OrderBy(concept => concept.Notation, StringComparer.Ordinal).ThenBy(concept => concept.Code, StringComparer.Ordinal)];
    }

    /// <summary>Lists the models of the competences of the mapping; none for a territory without an authority.</summary>
    private IEnumerable<Model> Concerned(MappingSubject subject, IEnumerable<Concept> competences)
    {
        var codes = competences.Where(subject.Includes).Select(competence => competence.Code).ToHashSet(StringComparer.Ordinal);
        return subject.IsAuthority ? models.All().Select(entry => entry.Record).Where(model => model.Competences.Any(codes.Contains)) : [];
    }

    private ILookup<string, LegalRule> RulesByModel() => rules.All()
        .SelectMany(entry => entry.Record.Models, (entry, model) => (Model: model, Rule: entry.Record))
        .ToLookup(pair => pair.Model, pair => pair.Rule, StringComparer.Ordinal);

    private static CompetenceMapping[] Groups(
        MappingSubject subject,
        IReadOnlyList<Concept> competences,
        IReadOnlyList<Model> concerned,
        ReachTallies tallies,
        MappingLinks links)
    {
        var included = competences.Where(competence => competence.Broader is not null && subject.Includes(competence));
        CompetenceMapping[] narrower = [.. included.Select(competence =>
            new CompetenceMapping(
                competence,
                links.Reach(tallies.OfCompetence(competence.Code), competence.Code),
                CompetenceHoldings.Words(subject.HoldingOf(competence), subject.Territory.Kind),
                [.. concerned
                    .Where(model => model.Competences.Contains(competence.Code, StringComparer.Ordinal))
                    .Select(model => model.Id)],
                []))];
        var byGroup = narrower.ToLookup(mapping => mapping.Concept.Broader, StringComparer.Ordinal);
        return [.. competences
            .Where(group => group.Broader is null && (byGroup.Contains(group.Code) || subject.Includes(group)))
            .Select(group => new CompetenceMapping(
                group, links.Reach(tallies.OfCompetence(group.Code), group.Code), UsualHolder: null, [], [.. byGroup[group.Code]]))];
    }

    private static StatusCount[] Totals(IEnumerable<Assessment> obligations) =>
        [.. AssessmentStatus.All.Select(status => new StatusCount(status.Code, status.Label, Count(obligations, status)))];

    private static int? Coverage(IEnumerable<Assessment> obligations)
    {
        var answered = Count(obligations, AssessmentStatus.Found) + Count(obligations, AssessmentStatus.CoveredNationally);
        var judged = answered + Count(obligations, AssessmentStatus.NotFound);
        return judged == 0 ? null : 100 * answered / judged;
    }

    private static int Count(IEnumerable<Assessment> obligations, AssessmentStatus status) =>
        obligations.Count(assessment => string.Equals(assessment.Status, status.Code, StringComparison.Ordinal));
}
