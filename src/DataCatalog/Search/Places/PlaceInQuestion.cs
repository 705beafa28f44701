using DataCatalog.Territories;

namespace DataCatalog.Search.Places;

/// <summary>A place that a question names, and what the question asks about it.</summary>
/// <param name="Words">The words beside the place.</param>
/// <param name="Typed">The words that name the place.</param>
/// <param name="Hits">The places that may be meant, the likeliest first, and why each was found.</param>
/// <param name="IsDoubtful">Whether the words may mean something else than a place.</param>
/// <param name="Places">The map that numbers the places.</param>
internal sealed record PlaceInQuestion(
    string Words, IReadOnlyList<string> Typed, IReadOnlyList<PlaceHit> Hits, bool IsDoubtful, TerritoryIndex Places)
{
    /// <summary>The largest number of other places of the same name that an answer lists.</summary>
    private const int MaxOthers = 5;

    /// <summary>The likeliest place.</summary>
    public PlaceHit Best => Hits[0];

    /// <summary>The other places with the same name, the most populous first; former communes are left out.</summary>
    public IReadOnlyList<int> Others =>
    [
        .. Hits.Skip(1).Select(hit => hit.Place)
            .Where(place => Best.On is MatchedOn.Name && Places.KindOf(place) is not ("former-commune" or "country-subset"))
            .Take(MaxOthers),
    ];
}
