using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Http;
using DataCatalog.Index.Text;
using DataCatalog.Rdf;
using DataCatalog.Search.Text;
using DataCatalog.Storage;
using DataCatalog.Territories;

namespace DataCatalog.Search.Places;

/// <summary>
/// Answers questions of which some words name a place: with what covers it and has the other words. A question is taken literally where
/// that answers better, because many words are also names of places.
/// </summary>
internal sealed class PlacedSearch(QuestionPlaces reader, References references)
{
    /// <summary>The largest number of words of which each may be a part of a misspelt name.</summary>
    private const int MaxMisspelt = 2;

    /// <summary>The largest number of misspelt names that are tried: each is a search.</summary>
    private const int MaxReadings = 3;

    /// <summary>Finds the answers to a question.</summary>
    /// <param name="session">The state of the catalogue.</param>
    /// <param name="question">The question as it was typed.</param>
    /// <param name="understood">The question as it was answered: with the territory as a filter, where a place was read.</param>
    public SearchHits Find(SearchSession session, Question question, out Question understood)
    {
        var place = question is { Text: { } text, MayNamePlace: true } ? reader.In(text) : null;
        understood = place is { IsDoubtful: false } && Asked(session, question, place) is { } sure ? sure : question;
        var hits = SearchEngine.Find(session, understood);
        if (IsComplete(hits) || !question.MayNamePlace || question.Text is null)
        {
            return hits;
        }

        var others = understood == question ? Doubtful(session, question, place) : [question];
        foreach (var other in others)
        {
            if (SearchEngine.Find(session, other) is var found && (IsComplete(found) || IsBetter(other, found, hits)))
            {
                understood = other;
                return found;
            }
        }

        return hits;
    }

    /// <summary>Says which place was read out of the words; null when none was.</summary>
    /// <param name="iris">The addresses of this catalogue.</param>
    /// <param name="path">The path of the list below the base URL.</param>
    /// <param name="question">The question as it was typed.</param>
    /// <param name="understood">The question as it was answered.</param>
    /// <param name="others">Further parameters of the list, as a query; empty for none.</param>
    public static UnderstoodQuestion? Describe(CatalogIris iris, string path, Question question, Question understood, string others = "")
    {
        if (understood.Understood is not { } read)
        {
            return null;
        }

        var (places, best) = (read.Places, read.Best);
        return new UnderstoodQuestion(On(best.Place), read.Words, places.IdOf(best.Place), best.On.Name())
        {
            CorrectedName = best.On is MatchedOn.Spelling ? places[best.Place].Name : null,
            Literally = Address(("literal", "true")),
            Others = [.. read.Others.Select(other => new SuggestedQuestion($"{read.Words}, {places.FullNameOf(other)}", On(other)))],
        };

        Iri On(int place) => Address(("q", read.Words), ("territory", places.IdOf(place)));

        Iri Address(params (string Name, string Value)[] parameters) =>
            iris.At(Listing.AddressOf(path, question.QueryWith(parameters), others));
    }

    /// <summary>Lists the questions with a place that the words doubtfully name, or misspell.</summary>
    private IEnumerable<Question> Doubtful(SearchSession session, Question question, PlaceInQuestion? place) =>
        Spelling.Unknown(session.Snapshot.Connection, question.Text!, session.Synonyms).Take(MaxMisspelt)
            .SelectMany(word => reader.Misspelt(question.Text!, word.Start))
            .DistinctBy(read => (read.Best.Place, read.Words))
            .Take(MaxReadings)
            .Concat(place is null ? [] : [place])
        .Select(read => Asked(session, question, read)).OfType<Question>();

    /// <summary>Returns the question with a place as its filter; null when the other words ask for nothing.</summary>
    private Question? Asked(SearchSession session, Question question, PlaceInQuestion place)
    {
        var (places, number) = (place.Places, place.Best.Place);
        return !TextQuery.Parse(place.Words, session.Synonyms).HasSubject ? null : question with
        {
            Text = place.Words,
            Filters = [.. question.Filters, RowFilter.Covering(places, number)],
            TerritoryLinks = Territories.Links.TerritoryLinks.For(references.Current, places, number),
            Near = (places, number),
            Understood = place,
        };
    }

    /// <summary>
    /// Whether answers about a place are better than literal ones, though neither have all of the words: no literal answer has the words
    /// that name the place.
    /// </summary>
    private static bool IsBetter(Question placed, SearchHits found, SearchHits literal) =>
        found.Total > 0 && placed.Understood is { } place
        && (literal.Total == 0 || place.Typed.Where(word => !PlaceNames.IsSmallWord(PlaceNames.Fold(word)))
            .All(word => literal.LeftOut.Any(left => left.Contains(word, StringComparison.Ordinal))));

    private static bool IsComplete(SearchHits hits) => hits is { Total: > 0, IsRelaxed: false };
}
