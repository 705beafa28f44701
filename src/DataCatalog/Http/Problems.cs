using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Http;

/// <summary>The errors of this service as problem details (RFC 9457): a stable type, and a sentence that says what to do.</summary>
internal static class Problems
{
    private const string TypePrefix = "urn:datacatalog:problem:";

    public static ProblemHttpResult NotFound(string detail) => Problem(StatusCodes.Status404NotFound, "not-found", "Not found", detail);

    /// <summary>503 for what will be there soon.</summary>
    public static ProblemHttpResult NotReady(string detail) =>
        Problem(StatusCodes.Status503ServiceUnavailable, "not-ready", "Not ready yet", detail);

    /// <summary>404 for an address that means nothing here.</summary>
    public static ProblemHttpResult NothingAt(PathString path) => NotFound(NothingText(path));

    public static ProblemHttpResult Gone(string what, Storage.Tombstone tombstone) => Problem(
        StatusCodes.Status410Gone, "gone", "Withdrawn", $"The {what} '{tombstone.Id}' was withdrawn: {tombstone.Reason}",
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["withdrawnAt"] = tombstone.WithdrawnAt });

    public static ProblemHttpResult BadQuery(string parameter, string detail) => Problem(
        StatusCodes.Status400BadRequest, "bad-query", "Unusable query parameter", detail,
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["parameter"] = parameter });

    /// <summary>410 for a place in a list that is no longer as it was.</summary>
    public static ProblemHttpResult ListGone(string detail) => Problem(StatusCodes.Status410Gone, "list-gone", "The list has changed", detail);

    public static ProblemHttpResult NotAcceptable(IEnumerable<Syntax> syntaxes) => Problem(
        StatusCodes.Status406NotAcceptable, "not-acceptable", "No such representation",
        "None of the types in 'Accept' is served here. Ask for one of those in 'available', or leave the header out for JSON-LD.",
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["available"] = syntaxes.Select(syntax => syntax.MediaType).ToArray() });

    /// <summary>Gives the framework's own errors the same form as ours.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var status = problem.Status ?? context.HttpContext.Response.StatusCode;
        if (problem.Type?.StartsWith(TypePrefix, StringComparison.Ordinal) == true)
        {
            return;
        }

        var (type, detail) = Describe(status, context.HttpContext);
        problem.Type = TypePrefix + type;
        problem.Detail ??= detail;
    }

    private static (string Type, string Detail) Describe(int status, HttpContext context) => status switch
    {
        StatusCodes.Status400BadRequest => ("bad-request", "The request could not be read. Its description is at /swagger."),
        StatusCodes.Status404NotFound => ("not-found", NothingText(context.Request.Path)),
        StatusCodes.Status405MethodNotAllowed => ("method-not-allowed", "This address does not answer that method; `Allow` names those that it does."),
        StatusCodes.Status412PreconditionFailed => ("precondition-failed", "`If-Match` or `If-Unmodified-Since` names another version than the present one. Leave it out to get that."),
        StatusCodes.Status416RangeNotSatisfiable => ("range", "`Range` begins behind the end of the file; `Content-Range` names its length."),
        StatusCodes.Status500InternalServerError => ("internal", "The answer could not be built, and nothing shorter is sent in its place. Try again later."),
        _ => ("error", "The request was refused. Its description is at /swagger."),
    };

    private static string NothingText(PathString path) => $"There is nothing at '{path}'. The home address '/' links to everything.";

    private static ProblemHttpResult Problem(
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
