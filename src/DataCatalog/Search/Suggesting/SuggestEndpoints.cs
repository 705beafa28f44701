using System.ComponentModel.DataAnnotations;
using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Search.Suggesting;

/// <summary>Suggestions while somebody types.</summary>
internal static class SuggestEndpoints
{
    private const int LongestText = 200;
    private const int MostCount = 50;

    private static readonly CountLimits Limits = new(Usual: 10, MostCount);

    public static void MapSuggestions(this IEndpointRouteBuilder routes) => routes.MapGroup("").WithTags("Search")
        .MapGet("/suggest", Suggest).WithName("suggest").WithCost(Cost.Search).WithMetadata(new NeededParameter("q"), new UsualValue("limit", Limits.Usual));

    /// <summary>Suggests what somebody who is typing may mean</summary>
    /// <remarks>
    /// Competences, publishers, territories (name, INSEE code, postcode, SIREN) and datasets in one list, best first, for each key stroke: what is called so in full, then what
    /// begins so, then what has a word that begins so. At most half of the list is of one kind, unless the others have fewer. `datasets` is the
    /// search for what is suggested.
    /// </remarks>
    /// <param name="q" example="eau">What is typed, at most 200 characters.</param>
    /// <param name="limit" example="10">At most so many: 1 to 50, 10 unless given.</param>
    /// <response code="200">The suggestions.</response>
    private static Results<JsonAnswer<SuggestionList>, ProblemHttpResult> Suggest(Documents documents, Suggester suggester, [MaxLength(LongestText)] string? q, [Range(1, MostCount)] int? limit)
    {
        var version = documents.Version;
        if (q is null)
        {
            return Problems.BadQuery("q", "'q' is missing; give what is typed, such as q=eau.");
        }

        var count = 0;
        var fault = new ParameterReader().Text("q", q, LongestText) ?? ParameterReader.Count("limit", limit, Limits, out count);
        return fault is null ? new JsonAnswer<SuggestionList>(version, new SuggestionList(q, suggester.Suggest(q, count))) : fault;
    }
}

/// <summary>What somebody may mean.</summary>
/// <param name="Q">What is typed.</param>
/// <param name="Suggestions">Best first.</param>
internal sealed record SuggestionList(string Q, IReadOnlyList<Suggestion> Suggestions);

/// <summary>Something that somebody may mean.</summary>
/// <param name="Kind"><c>competence</c>, <c>publisher</c>, <c>territory</c> or <c>dataset</c>.</param>
/// <param name="Identifier">Its identifier.</param>
/// <param name="Label">What people call it, in French.</param>
/// <param name="Detail">What tells it from others of its name: the group of a competence, where a territory lies, who publishes a dataset.</param>
/// <param name="Iri">Its IRI, which is its address.</param>
/// <param name="Datasets">The address of its datasets; absent for a dataset.</param>
internal sealed record Suggestion(
    [property: AllowedValues("competence", "publisher", "territory", "dataset")] string Kind, string Identifier, string Label, string? Detail, string Iri, string? Datasets);
