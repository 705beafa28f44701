using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Index.Columns;
using DataCatalog.Storage;
using DataCatalog.Territories;

namespace DataCatalog.Search.Suggesting;

/// <summary>Finds what somebody may mean who is still typing.</summary>
internal sealed class Suggester(CatalogIris iris, References references, DatasetStore datasets, TerritoryMaps maps, SearchEngine engine)
{
    private static readonly string[] Kinds = ["competence", "publisher", "territory", "dataset"];

    private readonly Derived<KnownNames> _names = new();

    /// <summary>The best suggestions.</summary>
    /// <param name="text">What is typed.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<Suggestion> Suggest(string text, int limit)
    {
        var folded = PlaceNames.Fold(text);
        if (folded.Length == 0)
        {
            return [];
        }

        var map = maps.Current;
        using var session = engine.Open();
        var names = _names.Since(session.Snapshot.Sequence, _ => Names(session));
        var known = names.References;
        var candidates = names.Find(folded).Select(name => new Candidate(name.Kind, name.Fit, () => Describe(known, name.Kind, name.Id)))
            .Concat(Territories(map, text, folded).Take(limit))
            .Concat(Datasets(session, known, text, folded, limit));
        return [.. Mixed(candidates, limit).Select(candidate => candidate.Describe())];
    }

    /// <summary>Best first; beyond half of the list, one kind waits for the others.</summary>
    private static IEnumerable<Candidate> Mixed(IEnumerable<Candidate> candidates, int limit)
    {
        var ordered = candidates.OrderBy(candidate => candidate.Fit).ThenBy(candidate => Array.IndexOf(Kinds, candidate.Kind)).ToList();
        var most = (limit + 1) / 2;
        var first = Kinds.SelectMany(kind => ordered.Where(candidate => string.Equals(candidate.Kind, kind, StringComparison.Ordinal)).Take(most)).ToHashSet();
        return ordered.Where(first.Contains).Concat(ordered.Where(candidate => !first.Contains(candidate))).Take(limit);
    }

    private static IEnumerable<Candidate> Fitting(string kind, IEnumerable<(Fit Fit, Func<Suggestion> Describe)> found) =>
        found.Select(one => new Candidate(kind, one.Fit, one.Describe));

    private IEnumerable<Candidate> Territories(TerritoryMap map, string text, string folded) => Fitting("territory", map.FindNumbers(text).Select(number =>
    {
        var place = map[number];
        var isCode = string.Equals(place.Code, text.Trim(), StringComparison.OrdinalIgnoreCase) || place.Postcodes.Contains(text.Trim(), StringComparer.Ordinal);
        var fit = isCode ? Fit.Exact : KnownNames.FitOf(PlaceNames.Fold(place.Name), folded);
        return (fit == Fit.None ? Fit.Beginning : fit, (Func<Suggestion>)(() => Describe(map, number)));
    }));

    private IEnumerable<Candidate> Datasets(SearchSession session, ReferenceSnapshot known, string text, string folded, int limit) => Fitting(
        "dataset",
        SearchEngine.FindBeginnings(session, text, limit).Select(row =>
        {
            var fit = KnownNames.FitOf(PlaceNames.Fold(row.Title), folded);
            return (fit == Fit.None ? Fit.Word : fit, (Func<Suggestion>)(() => Describe(session.Columns, known, row)));
        }));

    private Suggestion Describe(ReferenceSnapshot known, string kind, string id)
    {
        if (kind is "publisher")
        {
            var agent = known.FindAgent(id)!;
            var producer = agent.Kind is null ? null : known.FindConcept(Schemes.ProducerKinds, agent.Kind)?.Label["fr"];
            return new Suggestion(kind, id, agent.Name["fr"]!, producer, iris.Agent(id).Value, Search("publisher", id));
        }

        var concept = known.FindConcept(Schemes.Competences, id)!;
        var group = concept.Broader is null ? null : known.FindConcept(Schemes.Competences, concept.Broader)?.Label["fr"];
        return new Suggestion(kind, id, concept.Label["fr"]!, group, iris.Concept(concept).Value, Search("competence", id));
    }

    private Suggestion Describe(TerritoryMap map, int number)
    {
        var place = map[number];
        var around = string.Join(", ", map.Above(number).Skip(1).Where(above => map.KindOf(above) is "departement" or "collectivite" or "region").Select(above => map[above].Name).Distinct(StringComparer.Ordinal));
        return new Suggestion("territory", place.Id, place.Name, around.Length == 0 ? null : around, iris.Territory(place.Id).Value, Search("territory", place.Id));
    }

    private Suggestion Describe(CatalogColumns columns, ReferenceSnapshot known, Row row)
    {
        var publisher = columns.Codes(Facet.Publisher)[columns.Codes(row, Facet.Publisher)[0]];
        return new Suggestion("dataset", row.Id, row.Title, known.FindAgent(publisher)?.Name["fr"], iris.Dataset(row.Id).Value, Datasets: null);
    }

    private string Search(string filter, string value) => iris.At($"datasets?{filter}={Uri.EscapeDataString(value)}").Value;

    /// <summary>Publishers are read before the references, so that these have them.</summary>
    private KnownNames Names(SearchSession session)
    {
        var publishers = datasets.Publishers();
        return KnownNames.Of(references.Current, publishers, session.Synonyms);
    }

    /// <summary>Something that fits; equals of a kind come in the order in which they were found.</summary>
    private sealed record Candidate(string Kind, Fit Fit, Func<Suggestion> Describe);
}
