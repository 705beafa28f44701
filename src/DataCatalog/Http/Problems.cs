using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace DataCatalog.Http;

/// <summary>The errors of this service as problem details (RFC 9457): a stable type, and a sentence that says what to do.</summary>
internal static class Problems
{
    private const string TypePrefix = "urn:datacatalog:problem:";
    private const string PreconditionText =
        "`If-Match` or `If-Unmodified-Since` names another version than the current one. Leave it out to get the current one.";

    private const string BodyText =
        "Only reports (/datasets/{id}/reports) have a body: a form (application/x-www-form-urlencoded) of at most 32 KB. "
        + "Elsewhere leave it out.";

    public static ProblemHttpResult NotFound(string detail) => Problem(StatusCodes.Status404NotFound, "not-found", "Not found", detail);

    /// <summary>Returns 503 for work that the server has no room for now.</summary>
    public static IResult Busy() => new RetryLater(Problem(
        StatusCodes.Status503ServiceUnavailable,
        "busy",
        "Busy",
        "There is too much to do at this moment. Try again in some seconds, as 'Retry-After' says."));

    /// <summary>Returns 429 for a client that asks for too many answers.</summary>
    /// <param name="most">The most answers in a second.</param>
    public static ProblemHttpResult TooMany(int most) => Problem(
        StatusCodes.Status429TooManyRequests,
        "too-many",
        "Too many requests",
        $"Your address asks for more than {most} answers a second. Wait as 'Retry-After' says. /catalog and /dumps have no such limit.");

    /// <summary>Returns 401 for a request without the operator's key.</summary>
    public static ProblemHttpResult KeyNeeded() => Problem(
        StatusCodes.Status401Unauthorized,
        "key-needed",
        "Key needed",
        "This address is the operator's: send the key of Catalog:MetricsKey as 'Authorization: Bearer KEY'.");

    /// <summary>Returns 412 for a request that names another version than the current one.</summary>
    public static ProblemHttpResult PreconditionFailed() =>
        Problem(StatusCodes.Status412PreconditionFailed, "precondition-failed", "Another version", PreconditionText);

    /// <summary>Returns 503 for content that will be ready soon.</summary>
    public static ProblemHttpResult NotReady(string detail) =>
        Problem(StatusCodes.Status503ServiceUnavailable, "not-ready", "Not ready yet", detail);

    /// <summary>Returns 404 for an address that does not exist.</summary>
    public static ProblemHttpResult NothingAt(HttpContext context) => NotFound(NothingText(context));

    public static ProblemHttpResult Gone(string what, Storage.Tombstone tombstone) =>
        Withdrawn($"The {what} '{tombstone.Id}' was withdrawn", tombstone);

    /// <summary>Returns 410 for a part of a withdrawn entry.</summary>
    public static ProblemHttpResult GoneWith(string part, string whole, Storage.Tombstone tombstone) =>
        Withdrawn($"The {part} was withdrawn with the {whole} '{tombstone.Id}'", tombstone);

    public static ProblemHttpResult BadQuery(string parameter, string detail) => Problem(
        StatusCodes.Status400BadRequest, "bad-query", "Unusable query parameter", detail,
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["parameter"] = parameter });

    /// <summary>Returns 400 for a sequence that a client sent back and no answer of this catalogue has.</summary>
    public static ProblemHttpResult BadSequence(string detail) =>
        Problem(StatusCodes.Status400BadRequest, "bad-sequence", "Unusable sequence number", detail);

    /// <summary>Returns 410 for a cursor in a list that has changed.</summary>
    public static ProblemHttpResult ListGone(string detail) =>
        Problem(StatusCodes.Status410Gone, "list-gone", "The list has changed", detail);

    public static ProblemHttpResult NotAcceptable(IEnumerable<Syntax> syntaxes) => Problem(
        StatusCodes.Status406NotAcceptable, "not-acceptable", "No such representation",
        "None of the types in 'Accept' is served here. Ask for one of those in 'available', or leave the header out for JSON-LD.",
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["available"] = syntaxes.Select(syntax => syntax.MediaType).ToArray() });

    /// <summary>Gives the errors of the framework the same form as ours.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var status = problem.Status ?? context.HttpContext.Response.StatusCode;
        if (problem.Type?.StartsWith(TypePrefix, StringComparison.Ordinal) == true)
        {
            return;
        }

        var (type, title, detail) = Describe(status, context.HttpContext);
        (problem.Type, problem.Title, problem.Status) = (TypePrefix + type, title, status);
        problem.Detail ??= detail;
    }

    private static (string Type, string Title, string Detail) Describe(int status, HttpContext context) => status switch
    {
        StatusCodes.Status400BadRequest =>
            ("bad-request", "Unreadable request", "The request could not be read. The API is described at /swagger."),
        StatusCodes.Status404NotFound => ("not-found", "Not found", NothingText(context)),
        StatusCodes.Status405MethodNotAllowed =>
            ("method-not-allowed", "Method not allowed", "This address does not answer that method; `Allow` names those that it does."),
        StatusCodes.Status408RequestTimeout => ("timeout", "Too slow", "The request took too long to arrive."),
        StatusCodes.Status412PreconditionFailed => ("precondition-failed", "Another version", PreconditionText),
        StatusCodes.Status413PayloadTooLarge => ("too-large", "Too large", BodyText),
        StatusCodes.Status415UnsupportedMediaType =>
            ("unsupported-media-type", "Unsupported media type", BodyText),
        StatusCodes.Status416RangeNotSatisfiable =>
            ("range", "No such range", "`Range` begins after the end of the file; `Content-Range` names its length."),
        StatusCodes.Status500InternalServerError =>
            ("internal", "Internal error", "The answer could not be built, and no part of it is sent. Try again later."),
        _ => ("error", ReasonPhrases.GetReasonPhrase(status), "The request was refused. The API is described at /swagger."),
    };

    private static string NothingText(HttpContext context) =>
        $"There is nothing at '{Shown.Of(context.Request.Path.ToUriComponent())}'.{NearestAddress.DidYouMean(context)} "
        + "The home address '/' links to everything.";

    private static ProblemHttpResult Withdrawn(string sentence, Storage.Tombstone tombstone) => Problem(
        StatusCodes.Status410Gone, "gone", "Withdrawn", $"{sentence}: {tombstone.Reason}",
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["withdrawnAt"] = tombstone.WithdrawnAt });

    /// <summary>A temporary problem, with the time in seconds after which clients should try again.</summary>
    internal sealed class RetryLater(ProblemHttpResult problem, int seconds = RetryLater.Soon) : IResult
    {
        private const int Soon = 5;

        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return problem.ExecuteAsync(httpContext);
        }
    }

    /// <summary>Returns a problem of a type of ours.</summary>
    public static ProblemHttpResult Problem(
        int status, string type, string title, string detail, IDictionary<string, object?>? extensions = null) =>
        TypedResults.Problem(new ProblemDetails
        {
            Status = status,
            Type = TypePrefix + type,
            Title = title,
            Detail = detail,
            Extensions = extensions ?? new Dictionary<string, object?>(StringComparer.Ordinal),
        });
}
