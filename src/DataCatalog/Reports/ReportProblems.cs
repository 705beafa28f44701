using DataCatalog.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Reports;

/// <summary>Why a report is not kept.</summary>
internal static class ReportProblems
{
    private const int Hour = 3600;

    /// <summary>Returns 403 for a form of another site: only a page of this catalogue may send its readers' reports.</summary>
    public static ProblemHttpResult CrossSite() => Problems.Problem(
        StatusCodes.Status403Forbidden,
        "cross-site",
        "Form of another site",
        "The form comes from a page of another site. Open the page of the dataset here, and send it from there.");

    public static ProblemHttpResult TooLarge() => Problems.Problem(
        StatusCodes.Status413PayloadTooLarge,
        "too-large",
        "Too large",
        $"The form is larger than {ReportForm.MostBytes / 1024} KB. A report has at most {ReportForm.Longest} characters: shorten it.");

    /// <summary>Returns 422 for a form that was read and says something that cannot be kept.</summary>
    public static ProblemHttpResult Invalid(string field, string detail) => Problems.Problem(
        StatusCodes.Status422UnprocessableEntity,
        "invalid-report",
        "Unusable report",
        detail,
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["parameter"] = field });

    /// <summary>Returns 429 for a client that has reported enough for this hour.</summary>
    public static IResult TooMany(TimeSpan wait) => new Problems.RetryLater(
        Problems.Problem(
            StatusCodes.Status429TooManyRequests,
            "too-many-reports",
            "Too many reports",
            $"Your address has sent {ReportAllowance.OfOneClient} reports in this hour. Wait as 'Retry-After' says."),
        (int)Math.Ceiling(wait.TotalSeconds));

    /// <summary>Returns 503 when too many reports wait to be read.</summary>
    public static IResult Full(string? contact) => new Problems.RetryLater(
        Problems.Problem(
            StatusCodes.Status503ServiceUnavailable,
            "reports-full",
            "Too many open reports",
            $"{ReportStore.MostOpen} reports wait to be read, and no more are kept. {Instead(contact)}"),
        Hour);

    /// <summary>Returns 503 when the database is read-only.</summary>
    public static IResult ReadOnly(string? contact) => new Problems.RetryLater(
        Problems.Problem(
            StatusCodes.Status503ServiceUnavailable,
            "read-only",
            "Read-only",
            $"This server reads its catalogue from a read-only database, so it keeps no reports. {Instead(contact)}"),
        Hour);

    private static string Instead(string? contact) =>
        contact is null ? "Try again another day." : $"Write to {contact}, or try again another day.";
}
