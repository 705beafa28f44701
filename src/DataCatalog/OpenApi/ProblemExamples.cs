using System.Text.Json.Nodes;
using DataCatalog.Http;
using Microsoft.OpenApi;

namespace DataCatalog.OpenApi;

/// <summary>
/// Explains each error of an operation, with an example: the answer of the service to such a request, which a test compares.
/// </summary>
internal static class ProblemExamples
{
    /// <summary>The identifier in the examples, which no entry has.</summary>
    public const string NoSuchId = "no-such-thing";

    public static string? Explain(string status, OpenApiOperation operation) => status switch
    {
        "400" when Parameters(operation).Count == 0 => "The address takes no query parameters.",
        "400" => "A query parameter is unknown, repeated, or out of bounds; `parameter` names it and `detail` says what is allowed.",
        "403" => "The form comes from a page of another site.",
        "404" => "There is no such entry, or no such page.",
        "406" => "None of the types in `Accept` is served; `available` lists those that are.",
        "410" when operation.OperationId is "listDatasets" => "The list of this `cursor` has changed; begin again without it.",
        "410" => "The entry was withdrawn; `withdrawnAt` says when.",
        "412" => "`If-Match` or `If-Unmodified-Since` names another version than the current one.",
        "416" => "`Range` begins after the end of the file.",
        "429" => "Your address asks for too many answers a second; `Retry-After` says when to ask again.",
        "503" => "The service is busy, or the answer is not ready yet; `Retry-After` says when to ask again.",
        _ => null,
    };

    public static JsonNode? Of(string status, OpenApiOperation operation, string route, bool hasPage) => status switch
    {
        "400" => BadQuery(Parameters(operation)),
        "404" => Problem(404, "not-found", "Not found", Missing(route)),
        "406" => Problem(406, "not-acceptable", "No such representation",
            "None of the types in 'Accept' is served here. Ask for one of those in 'available', or leave the header out for JSON-LD.",
            ("available", new JsonArray([.. Available(operation, hasPage).Select(type => (JsonNode)type)]))),
        "410" when operation.OperationId is "listDatasets" => Problem(410, "list-gone", "The list has changed",
            "The catalogue has changed since this list was ranked, and the list is not kept. Begin again without 'cursor', "
            + "or give 'sort=title' or 'sort=modified': those lists can be followed through changes."),
        "410" => Problem(410, "gone", "Withdrawn", $"The {Noun(route)} '{NoSuchId}' was withdrawn: It is no longer among the curated data.",
            ("withdrawnAt", "2026-11-24T03:00:00+00:00")),
        "403" => Problem(403, "cross-site", "Form of another site",
            "The form comes from a page of another site. Open the page of the dataset here, and send it from there."),
        "412" => Problem(412, "precondition-failed", "Precondition Failed",
            "`If-Match` or `If-Unmodified-Since` names another version than the current one. Leave it out to get the current one."),
        "413" => Problem(413, "too-large", "Too large",
            "The form is larger than 32 KB. A report has at most 2000 characters: shorten it."),
        "415" => Problem(415, "unsupported-media-type", "Unsupported media type",
            "Only reports (/datasets/{id}/reports) have a body: a form (application/x-www-form-urlencoded) of at most 32 KB. "
            + "Elsewhere leave it out."),
        "416" => Problem(416, "range", "Range Not Satisfiable",
            "`Range` begins after the end of the file; `Content-Range` names its length."),
        "422" => Problem(422, "invalid-report", "Unusable report",
            "'text' is empty. Say what is wrong with the entry.", ("parameter", "text")),
        "429" when operation.OperationId is "reportError" => Problem(429, "too-many-reports", "Too many reports",
            "Your address has sent 5 reports in this hour. Wait as 'Retry-After' says."),
        "429" => Problem(429, "too-many", "Too many requests",
            "Your address asks for more than 100 answers a second. Wait as 'Retry-After' says. /catalog and /dumps have no such limit."),
        "503" when operation.OperationId is "reportError" => Problem(503, "reports-full", "Too many open reports",
            "1000 reports wait to be read, and no more are kept. Try again another day."),
        "503" => Problem(503, "not-ready", "Not ready yet",
            "The first dump is being made. Try again in a minute, or walk through '/catalog'."),
        _ => null,
    };

    /// <summary>
    /// Lists the media types of an operation. A page is one too, though it is not described: programs have no use for it.
    /// </summary>
    private static IEnumerable<string> Available(OpenApiOperation operation, bool hasPage) =>
        operation.Responses!["200"].Content!.Keys.Concat(hasPage ? [Syntax.Html.MediaType] : []);

    private static List<string> Parameters(OpenApiOperation operation) =>
        [.. operation.Parameters?.Where(parameter => parameter.In == ParameterLocation.Query).Select(parameter => parameter.Name!) ?? []];

    private static JsonObject BadQuery(List<string> allowed)
    {
        var name = allowed.Count == 0 ? "lang" : allowed[^1][..^1];
        return Problem(400, "bad-query", "Unusable query parameter", QueryGate.Unknown(name, [.. allowed]), ("parameter", name));
    }

    private static string Missing(string route) => route.Split('/') switch
    {
        ["datasets", _, _] => $"There is no dataset '{NoSuchId}'. The list is at '/datasets'.",
        [_] or ["territories", _, "datasets"] => "There is no page 1000000: the last one is 12.",
        ["dumps", _] => $"There is no dump '{NoSuchId}'. There are: catalog.nt, catalog.nt.gz.",
        ["vocabularies", var scheme, _] => $"There is no term '{NoSuchId}/{NoSuchId}'. The list is at '/vocabularies/{NoSuchId}'.",
        ["distributions", _] => $"There is no distribution '{NoSuchId}'. The list is at '/datasets'.",
        ["territories", ..] => $"There is no territory '{NoSuchId}'. '/territories?q=' finds them by name.",
        [var list, ..] => $"There is no {Noun(route)} '{NoSuchId}'. The list is at '/{list}'.",
        _ => "",
    };

    private static string Noun(string route) => route.Split('/') switch
    {
        ["vocabularies", _, _] => "term",
        ["vocabularies", ..] => "vocabulary",
        ["territories", ..] => "territory",
        ["series", ..] => "series",
        [var list, ..] => list.TrimEnd('s'),
        _ => "",
    };

    private static JsonObject Problem(int status, string type, string title, string detail, params (string Name, JsonNode? Value)[] more)
    {
        var problem = new JsonObject
        {
            ["type"] = $"urn:datacatalog:problem:{type}",
            ["title"] = title,
            ["status"] = status,
            ["detail"] = detail,
        };
        foreach (var (name, value) in more)
        {
            problem[name] = value;
        }

        return problem;
    }
}
