using System.Globalization;
using DataCatalog.Storage;

namespace DataCatalog.Http;

/// <summary>
/// The header that says which change an answer shows as the last one. A client that sends it back gets no older state, from whatever server
/// of the catalogue; the bytes and the tag of an answer do not depend on it.
/// </summary>
internal static class ShownSequence
{
    public const string Header = "Catalog-Sequence";

    /// <summary>Says in an answer which change it shows.</summary>
    public static void Set(HttpResponse response, long sequence) =>
        response.Headers[Header] = sequence.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a state of the catalogue is new enough for a request.</summary>
    public static bool Allows(HttpRequest request, long sequence) =>
        request.Headers[Header].Count == 0 || (Read(request) is { } least && least <= sequence);

    /// <summary>Follows the catalogue until it is new enough for a request; returns a problem when it never will be.</summary>
    /// <exception cref="System.Data.Common.DbException">The server that has the newest state cannot be reached.</exception>
    public static IResult? FaultOf(HttpRequest request, Database database) => Allows(request, database.Sequence) ? null
        : Read(request) is not { } least ? Problems.BadSequence($"'{Header}' is a number, as answers have it.")
        : database.Reach(least) ? null
        : Problems.BadSequence(string.Create(
            CultureInfo.InvariantCulture,
            $"'{Header}' is after the last change, {database.Sequence}: this is not the database that you read before. "
            + $"Read the catalogue again, without that header at first."));

    private static long? Read(HttpRequest request) =>
        long.TryParse(request.Headers[Header].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
