using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Index.Columns;
using DataCatalog.Search.Everything;
using DataCatalog.Storage;
using DataCatalog.Territories;

namespace DataCatalog.Search.Suggesting;

/// <summary>Finds suggestions for a user who is still typing.</summary>
internal sealed class Suggester(
    Database database,
    CatalogIris iris,
    DatasetStore datasets,
    TerritoryIndexes indexes,
    SearchEngine engine,
    KnownEntries entries,
    FoundEntries found)
{
    /// <summary>The kinds, in the order of equally good suggestions.</summary>
    private static readonly string[] Kinds =
    [
        EntryKind.Competence, EntryKind.Publisher, "territory", EntryKind.Dataset, EntryKind.Service, EntryKind.Rule, EntryKind.Model,
        EntryKind.Licence, EntryKind.AccessRegime,
    ];

    private readonly Derived<KnownNames> _names = new(database.Epoch);

    /// <summary>Returns the best suggestions, best first.</summary>
    /// <param name="text">The typed text.</param>
    /// <param name="limit">The maximal number of suggestions.</param>
    public IReadOnlyList<Suggestion> Suggest(string text, int limit)
    {
        var folded = PlaceNames.Fold(text);
        if (folded.Length == 0)
        {
            return [];
        }

        var places = indexes.Current;
        using var session = engine.Open();
        var names = _names.Since(session.Snapshot.Sequence, _ => Names(session));
        var known = names.Book.References;
        List<Candidate> candidates =
        [
            .. names.Find(folded).Select(name => new Candidate(name.Entry.Kind, name.Fit, () => Describe(known, name.Entry))),
            .. Territories(places, text, folded, limit),
            .. Datasets(session, known, text, folded, limit),
        ];
        if (candidates.Count < limit)
        {
            candidates.AddRange(Misspelt(places, text, limit));
        }

        return [.. Mixed(candidates, limit).Select(candidate => candidate.Describe())];
    }

    /// <summary>
    /// Orders the candidates, best first. Beyond half of the list, the candidates of one kind come after those of the others; similar names
    /// come last.
    /// </summary>
    private static IEnumerable<Candidate> Mixed(IEnumerable<Candidate> candidates, int limit)
    {
        var ordered = candidates.OrderBy(candidate => candidate.Fit).ThenBy(candidate => Array.IndexOf(Kinds, candidate.Kind)).ToList();
        var most = (limit + 1) / 2;
        var first = Kinds
            .SelectMany(kind => ordered.Where(candidate => string.Equals(candidate.Kind, kind, StringComparison.Ordinal)).Take(most))
            .Where(candidate => candidate.Fit != Fit.Similar)
            .ToHashSet();
        return ordered.Where(first.Contains).Concat(ordered.Where(candidate => !first.Contains(candidate))).Take(limit);
    }

    private IEnumerable<Candidate> Territories(TerritoryIndex all, string text, string folded, int limit) =>
        all.FindMatches(text, corrects: false).InOrder().Take(limit)
            .Select(hit => new Candidate("territory", FitOf(all, hit, text.Trim(), folded), () => Describe(all, hit.Place)));

    /// <summary>
    /// Finds territories whose name is misspelt. They are looked for only where a place in the list is left: a user who is typing rather
    /// means the beginning of a name.
    /// </summary>
    private IEnumerable<Candidate> Misspelt(TerritoryIndex all, string text, int limit) =>
        all.FindMatches(text).InOrder().Where(hit => hit.On is MatchedOn.Spelling).Take(limit)
            .Select(hit => new Candidate("territory", Fit.Similar, () => Describe(all, hit.Place)));

    private static Fit FitOf(TerritoryIndex all, PlaceHit hit, string code, string folded)
    {
        var place = all[hit.Place];
        var isCode = hit.On is MatchedOn.Alias
            || (place.Kind is not "country-subset" && string.Equals(place.Code, code, StringComparison.OrdinalIgnoreCase))
            || place.Postcodes.Contains(code, StringComparer.Ordinal);
        var fit = isCode ? Fit.Exact : KnownNames.FitOf(PlaceNames.Fold(place.Name), folded);
        return fit == Fit.None ? Fit.Beginning : fit;
    }

    private IEnumerable<Candidate> Datasets(SearchSession session, ReferenceSnapshot known, string text, string folded, int limit) =>
        SearchEngine.FindBeginnings(session, text, limit).Select(row =>
        {
            var fit = KnownNames.FitOf(PlaceNames.Fold(row.Title), folded);
            return new Candidate("dataset", fit == Fit.None ? Fit.Word : fit, () => Describe(session.Columns, known, row));
        });

    private Suggestion Describe(ReferenceSnapshot known, KnownEntry entry) => new(
        entry.Kind,
        entry.Identifier,
        entry.Name["fr"]!,
        FoundEntries.DetailOf(entry, known),
        found.IriOf(entry.Record).Value,
        found.FilterOf(entry) is { } filter ? Search(filter, entry.Identifier) : null);

    private Suggestion Describe(TerritoryIndex places, int number)
    {
        var place = places[number];
        var around = string.Join(", ", places.Around(number));
        var detail = around.Length == 0 ? null : around;
        return new Suggestion("territory", place.Id, place.Name, detail, iris.Territory(place.Id).Value, Search("territory", place.Id));
    }

    private Suggestion Describe(CatalogColumns columns, ReferenceSnapshot known, Row row)
    {
        var publisher = columns.Codes(Facet.Publisher)[columns.Codes(row, Facet.Publisher)[0]];
        var name = known.FindAgent(publisher)?.Name["fr"];
        return new Suggestion("dataset", row.Id, row.Title, name, iris.Dataset(row.Id).Value, Datasets: null);
    }

    private string Search(string filter, string value) => iris.At($"datasets?{filter}={Uri.EscapeDataString(value)}").Value;

    /// <summary>Reads the names. Publishers are read before the entries, so that the entries contain each of them.</summary>
    private KnownNames Names(SearchSession session)
    {
        var publishers = datasets.Publishers();
        return KnownNames.Of(entries.Since(session.Snapshot.Sequence), publishers, session.Synonyms);
    }

    /// <summary>A possible suggestion. Equally good ones of a kind stay in the order in which they were found.</summary>
    private sealed record Candidate(string Kind, Fit Fit, Func<Suggestion> Describe);
}
