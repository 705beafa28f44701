namespace DataCatalog.Territories;

/// <summary>Words of a sentence that name a place.</summary>
/// <param name="Start">The index of the first word.</param>
/// <param name="Length">The number of words.</param>
/// <param name="Hits">The places with that name or code, the likeliest first, and why each was found.</param>
/// <param name="IsDoubtful">
/// Whether the words may mean something else than a place: an ordinary word, a number, a river or a département of the same name.
/// </param>
internal sealed record PlaceSpan(int Start, int Length, IReadOnlyList<PlaceHit> Hits, bool IsDoubtful);
