using System.ComponentModel.DataAnnotations;
using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Search.Suggesting;

/// <summary>Suggestions over HTTP, for a user who is typing.</summary>
internal static class SuggestEndpoints
{
    private const int MaxTextLength = 200;
    private const int MaxCount = 50;

    private static readonly CountLimits Limits = new(Usual: 10, MaxCount);

    public static void MapSuggestions(this IEndpointRouteBuilder routes) => routes.MapGroup("").WithTags("Search")
        .MapGet("/suggest", Suggest).WithName("suggest").WithCost(Cost.Search)
        .WithMetadata(new NeededParameter("q"), new UsualValue("limit", Limits.Usual));

    /// <summary>Suggests entries of all kinds and territories while a user types</summary>
    /// <remarks>
    /// Fast enough to ask at each key stroke. Competences, publishers, territories (by name, INSEE code, postcode or SIREN), datasets,
    /// services, rules, models, licences and access regimes are in one list: first those whose whole name is the text, then those whose
    /// name begins with it, then those of which another name or a synonym does, then those with a further word that begins with it;
    /// territories whose name is misspelt come last. One kind takes at most half of the list, unless the others do not fill
    /// the rest. `datasets` is the search for the datasets of the suggestion.
    /// </remarks>
    /// <param name="q" example="eau">The typed text, at most 200 characters.</param>
    /// <param name="limit" example="10">The number of suggestions: 1 to 50, default 10.</param>
    /// <response code="200">The suggestions.</response>
    private static Results<JsonAnswer<SuggestionList>, ProblemHttpResult> Suggest(
        Documents documents, Suggester suggester, [MaxLength(MaxTextLength)] string? q, [Range(1, MaxCount)] int? limit)
    {
        var version = documents.Version;
        if (q is null)
        {
            return Problems.BadQuery("q", "'q' is missing; give the typed text, such as q=eau.");
        }

        var count = 0;
        var fault = new ParameterReader().Words("q", q, MaxTextLength, out var words)
            ?? ParameterReader.Count("limit", limit, Limits, out count);
        return fault is null
            ? new JsonAnswer<SuggestionList>(version, new SuggestionList(words ?? "", suggester.Suggest(words ?? "", count)))
            : fault;
    }
}

/// <summary>The suggestions for a text.</summary>
/// <param name="Q">The typed text.</param>
/// <param name="Suggestions">The suggestions, best first.</param>
internal sealed record SuggestionList(string Q, IReadOnlyList<Suggestion> Suggestions);

/// <summary>An entry or a territory that the user may be looking for.</summary>
/// <param name="Kind">
/// <c>competence</c>, <c>publisher</c>, <c>territory</c>, <c>dataset</c>, <c>service</c>, <c>rule</c>, <c>model</c>, <c>licence</c> or
/// <c>access-regime</c>.
/// </param>
/// <param name="Identifier">The identifier.</param>
/// <param name="Label">The name, in French.</param>
/// <param name="Detail">
/// What distinguishes it from others of the same name: the group of a competence, the kind of a publisher, the place of a territory, the
/// publisher of a dataset or service, the schema of a model, the article of a rule.
/// </param>
/// <param name="Iri">The IRI, which is also the address.</param>
/// <param name="Datasets">The address of the search for its datasets; absent where it has none of its own.</param>
internal sealed record Suggestion(
    [property: AllowedValues(
        "competence", "publisher", "territory", "dataset", "service", "rule", "model", "licence", "access-regime")] string Kind,
    string Identifier,
    string Label,
    string? Detail,
    string Iri,
    string? Datasets)
{
    /// <summary>The code or identifier, as the filters of <c>/datasets</c> take it.</summary>
    public string Code => Identifier;
}
