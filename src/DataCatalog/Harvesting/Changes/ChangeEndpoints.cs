using System.ComponentModel.DataAnnotations;
using System.Globalization;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Rules;
using DataCatalog.Http;
using DataCatalog.OpenApi;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Harvesting.Changes;

/// <summary>What changed, over HTTP.</summary>
internal static class ChangeEndpoints
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    private static readonly IReadOnlyList<string> AllKinds = [Kinds.Dataset, Kinds.Model, .. Kinds.References];

    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Harvesting");
        group.MapGet("/changes", List).WithName("listChanges").WithMetadata(new ClosedSet("kind", AllKinds), new UsualValue("since", 0), new UsualValue("limit", DefaultLimit));
        group.MapGet("/feed.atom", Feed).WithName("getFeed").Produces<string>(StatusCodes.Status200OK, "application/atom+xml");
    }

    /// <summary>Lists what changed</summary>
    /// <remarks>
    /// Every creation, change and withdrawal in their order. Keep `last` and ask with it next time. A withdrawn entry stays here, and its
    /// address answers 410. A publisher, a label or a territory has rows of its own: its change is none of the datasets that name it.
    /// </remarks>
    /// <param name="changes">The change log.</param>
    /// <param name="database">The database.</param>
    /// <param name="iris">Names what changed.</param>
    /// <param name="addresses">The addresses of this catalogue.</param>
    /// <param name="since" example="0">Only what came after this sequence number: the `last` of an earlier answer, or the `Catalog-Sequence` of a dump.</param>
    /// <param name="kind" example="dataset">Only this kind of record: dataset, service, series, model, agent, concept, scheme or territory.</param>
    /// <param name="limit" example="100">Changes in an answer: 1 to 1000, 100 when nothing is said; `next` leads to the rest.</param>
    /// <response code="200">The changes.</response>
    private static Results<JsonAnswer<ChangeListing>, ProblemHttpResult> List(
        ChangeStore changes, Database database, ChangeIris iris, CatalogIris addresses, long? since, string? kind, [Range(1, MaxLimit)] int? limit)
    {
        var history = database.History;
        var (from, most, last) = (since ?? 0, limit ?? DefaultLimit, history.Sequence);
        if (Fault(from, last, kind, most) is { } fault)
        {
            return fault;
        }

        var found = changes.Since(from, last, kind, most + 1);
        var page = found.Take(most).Select(change => Changed.Of(change, iris)).ToList();
        var end = page.Count > 0 ? page[^1].Sequence : from;
        return new JsonAnswer<ChangeListing>(
            history.OfTimes,
            found.Count > most
                ? new ChangeListing(from, end, Next(addresses, end, kind, limit), page)
                : new ChangeListing(from, Math.Max(last, end), Next: null, page));
    }

    /// <summary>The newest changes as an Atom feed</summary>
    /// <remarks>
    /// Datasets, services and series, each with its last change, newest first (RFC 4287). What was withdrawn is an `at:deleted-entry`
    /// (RFC 6721). The link `next` leads to older ones (RFC 5005).
    /// </remarks>
    /// <param name="documents">Tells which version this is.</param>
    /// <param name="feed">Builds the feed.</param>
    /// <param name="before" example="1000">Only changes before this sequence number.</param>
    /// <response code="200">The feed.</response>
    private static FileAnswer Feed(Documents documents, AtomFeed feed, long? before) =>
        new(Syntax.Atom, documents.VersionWithTimes, output => feed.Write(before, output));

    private static ProblemHttpResult? Fault(long since, long last, string? kind, int limit)
    {
        if (since > last)
        {
            return Problems.BadQuery(
                "since", $"'since' is {since}, and the last change here is {last}: this is another database than the one you read. Read the catalogue as a whole again, then go on from {last}.");
        }

        if (kind is not null && !AllKinds.Contains(kind, StringComparer.Ordinal))
        {
            return Problems.BadQuery("kind", $"'kind' is '{Shown.Of(kind)}'.{EditDistance.DidYouMean(kind, AllKinds)} Allowed: {string.Join(", ", AllKinds)}.");
        }

        return limit is < 1 or > MaxLimit ? Problems.BadQuery("limit", $"'limit' is {limit}; expected 1 to {MaxLimit}.") : null;
    }

    private static string Next(CatalogIris addresses, long since, string? kind, int? limit)
    {
        string?[] parameters = [
            string.Create(CultureInfo.InvariantCulture, $"since={since}"),
            kind is null ? null : $"kind={kind}",
            limit is null ? null : string.Create(CultureInfo.InvariantCulture, $"limit={limit}")];
        return addresses.At($"changes?{string.Join('&', parameters.OfType<string>())}").Value;
    }
}

/// <summary>A part of the change log.</summary>
/// <param name="Since">What the request asked.</param>
/// <param name="Last">The number to ask with next time: the last change that this answer covers.</param>
/// <param name="Next">The address of the rest; absent when there is none.</param>
/// <param name="Changes">The changes, oldest first.</param>
internal sealed record ChangeListing(long Since, long Last, string? Next, IReadOnlyList<Changed> Changes);

/// <summary>A change.</summary>
/// <param name="Sequence">Its number; numbers grow and are never given twice.</param>
/// <param name="At">When it was made, in UTC.</param>
/// <param name="Kind">The kind of record: <c>dataset</c>, <c>service</c>, <c>series</c>, <c>model</c>, <c>agent</c>, <c>concept</c>, <c>scheme</c> or <c>territory</c>.</param>
/// <param name="Operation"><c>create</c>, <c>update</c> or <c>withdraw</c>.</param>
/// <param name="Iri">What changed; its address, for what is ours.</param>
/// <param name="Identifier">Its identifier.</param>
/// <param name="Version">Its version after the change, from 1.</param>
internal sealed record Changed(
    long Sequence, DateTimeOffset At,
    [property: AllowedValues(Kinds.Agent, Kinds.Concept, Kinds.Dataset, Kinds.Model, Kinds.Scheme, Kinds.Series, Kinds.Service, Kinds.Territory)] string Kind,
    [property: AllowedValues("create", "update", "withdraw")] string Operation, string Iri, string Identifier, long Version)
{
    public static Changed Of(LoggedChange change, ChangeIris iris) => new(
        change.Sequence, change.At, change.Kind, change.Operation, iris.Of(change.Kind, change.Id).Value, change.Id, change.Version);
}
