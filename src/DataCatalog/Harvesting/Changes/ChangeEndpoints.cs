using System.ComponentModel.DataAnnotations;
using System.Globalization;
using DataCatalog.Dcat;
using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.OpenApi;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Harvesting.Changes;

/// <summary>The change log over HTTP.</summary>
internal static class ChangeEndpoints
{
    private const int MaxLimit = 1000;

    private static readonly CountLimits Limits = new(Usual: 100, MaxLimit);

    private static readonly IReadOnlyList<string> AllKinds = [Kinds.Dataset, Kinds.Rule, .. Kinds.References];

    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Harvesting").WithMetadata(new RequestRate.NotCounted());
        group.MapGet("/changes", List).WithName("listChanges")
            .WithMetadata(new ClosedSet("kind", AllKinds), new UsualValue("since", 0), new UsualValue("limit", Limits.Usual));
        group.MapGet("/feed.atom", Feed).WithName("getFeed").Produces<string>(StatusCodes.Status200OK, "application/atom+xml");
    }

    /// <summary>Lists the changes</summary>
    /// <remarks>
    /// Lists every creation, change and withdrawal, oldest first. Keep `last`, and give it as `since` next time. A withdrawn entry stays in
    /// the list, and its address answers 410. A publisher, a label or a territory has rows of its own: its change does not count as a
    /// change of the datasets that refer to it. The kind `catalog` is the catalogue itself: its title, publisher and licence.
    /// </remarks>
    /// <param name="since" example="0">
    /// Only changes after this sequence number: the `last` of an earlier answer, or the `Catalog-Sequence` of a dump.
    /// </param>
    /// <param name="kind" example="dataset">
    /// Only this kind of record: dataset, service, series, model, agent, concept, scheme, territory or catalog.
    /// </param>
    /// <param name="limit" example="100">Changes per answer: 1 to 1000, default 100; `next` leads to the rest.</param>
    /// <response code="200">The changes.</response>
    private static Results<JsonAnswer<ChangeListing>, ProblemHttpResult> List(
        ChangeStore changes,
        Database database,
        ChangeIris iris,
        CatalogIris addresses,
        long? since,
        string? kind,
        [Range(1, MaxLimit)] int? limit)
    {
        var history = database.History;
        var most = 0;
        var (from, last, parameters) = (since ?? 0, history.Sequence, new ParameterReader());
        var fault = AnotherDatabase(from, last)
            ?? parameters.Choice("kind", kind, AllKinds)
            ?? ParameterReader.Count("limit", limit, Limits, out most);
        if (fault is not null)
        {
            return fault;
        }

        var found = changes.Since(from, last, kind, most + 1);
        var page = found.Take(most).Select(change => Changed.Of(change, iris)).ToList();
        var end = page.Count > 0 ? page[^1].Sequence : from;
        return new JsonAnswer<ChangeListing>(
            history.OfTimes,
            found.Count > most
                ? new ChangeListing(from, end, Next(addresses, end, parameters.Query, limit), page)
                : new ChangeListing(from, Math.Max(last, end), Next: null, page));
    }

    /// <summary>Gets the newest changes as an Atom feed</summary>
    /// <remarks>
    /// Lists datasets, services and series, each with its last change, newest first (RFC 4287). A withdrawn one is an `at:deleted-entry`
    /// (RFC 6721). The link `next` leads to older changes (RFC 5005).
    /// </remarks>
    /// <param name="before" example="1000">Only changes before this sequence number.</param>
    /// <response code="200">The feed.</response>
    private static FileAnswer Feed(Documents documents, AtomFeed feed, long? before) =>
        new(Syntax.Atom, documents.VersionWithTimes, output => feed.Write(before, output));

    private static ProblemHttpResult? AnotherDatabase(long since, long last) => since <= last ? null : Problems.BadQuery(
        "since",
        $"'since' is {since}, but the last change here is {last}: this is not the database that you read before."
        + $" Read the whole catalogue again, then go on from {last}.");

    private static string Next(CatalogIris addresses, long since, string filter, int? limit) => addresses.At(Listing.AddressOf(
        "changes",
        string.Create(CultureInfo.InvariantCulture, $"since={since}"),
        filter,
        limit is null ? "" : string.Create(CultureInfo.InvariantCulture, $"limit={limit}"))).Value;
}

/// <summary>A part of the change log.</summary>
/// <param name="Since">The number that the request gave; 0 when it gave none.</param>
/// <param name="Last">The number for <c>since</c> next time: the last change that this answer covers.</param>
/// <param name="Next">The address of the next changes; absent when there are none.</param>
/// <param name="Changes">The changes, oldest first.</param>
internal sealed record ChangeListing(long Since, long Last, string? Next, IReadOnlyList<Changed> Changes);

/// <summary>A change.</summary>
/// <param name="Sequence">The sequence number; numbers grow and are never used twice.</param>
/// <param name="At">The time of the change, in UTC.</param>
/// <param name="Kind">
/// The kind of record: <c>dataset</c>, <c>service</c>, <c>series</c>, <c>model</c>, <c>agent</c>, <c>concept</c>, <c>scheme</c>,
/// <c>territory</c> or <c>catalog</c>.
/// </param>
/// <param name="Operation"><c>create</c>, <c>update</c> or <c>withdraw</c>.</param>
/// <param name="Iri">The IRI of the record; also its address, except for terms with an IRI of the EU.</param>
/// <param name="Identifier">The identifier of the record.</param>
/// <param name="Version">The version of the record after the change, from 1.</param>
internal sealed record Changed(
    long Sequence,
    DateTimeOffset At,
    [property: AllowedValues(
        Kinds.Agent, Kinds.Catalog, Kinds.Concept, Kinds.Dataset, Kinds.Model, Kinds.Rule, Kinds.Scheme,
        Kinds.Series, Kinds.Service, Kinds.Territory)]
    string Kind,
    [property: AllowedValues("create", "update", "withdraw")] string Operation,
    string Iri,
    string Identifier,
    long Version)
{
    public static Changed Of(LoggedChange change, ChangeIris iris) => new(
        change.Sequence, change.At, change.Kind, change.Operation, iris.Of(change.Kind, change.Id).Value, change.Id, change.Version);
}
