using DataCatalog.Configuration;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Reports;

/// <summary>Takes reports over HTTP. No address shows them: the verb <c>reports</c> does.</summary>
internal static class ReportEndpoints
{
    /// <summary>The flag that the page of the form has after a report was kept.</summary>
    public const string Sent = "sent";

    public static void MapReports(this IEndpointRouteBuilder routes) => routes
        .MapPost("/datasets/{id}/reports", Add)
        .WithName("reportError")
        .WithTags("Datasets")
        .WithMetadata(new RequestSizeLimitAttribute(ReportForm.MostBytes))
        .Accepts<ReportForm>(ReportForm.ContentType)
        .Produces(StatusCodes.Status204NoContent)
        .Produces(StatusCodes.Status303SeeOther)
        .ProducesEntryProblems()
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Reports an error in the entry of a dataset</summary>
    /// <remarks>
    /// For the form on the page of a dataset, and for programs. The operator reads the text; no address shows it. Who sends it is not
    /// stored. One address may send 5 reports an hour.
    /// </remarks>
    /// <param name="id" example="qualite-eau-robinet">The dataset's identifier.</param>
    /// <response code="204">The report is kept.</response>
    /// <response code="303">The report is kept; `Location` is a page that says so, for a client that prefers pages.</response>
    /// <response code="403">The form comes from a page of another site.</response>
    /// <response code="404">There never was such a dataset.</response>
    /// <response code="410">The dataset was withdrawn.</response>
    /// <response code="413">The form is larger than 32 KB.</response>
    /// <response code="415">The body is no form.</response>
    /// <response code="422">The text is missing, too long or not plain text; `parameter` names the field.</response>
    /// <response code="429">Your address has sent too many reports or requests; `Retry-After` says when to try again.</response>
    /// <response code="503">The database is read-only or being loaded, or 1,000 reports wait to be read; `detail` says which.</response>
    private static async Task<IResult> Add(
        HttpContext context, ReportDesk desk, RecordReader<Dataset> datasets, CatalogIris iris, WorkGate gate, string id)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (FormOrigin.IsOfOtherSite(context.Request, iris))
        {
            return ReportProblems.CrossSite();
        }

        // A slow body must not hold a place of work.
        var (text, fault) = await ReportForm.ReadAsync(context.Request);
        if (fault is not null)
        {
            return fault;
        }

        using var place = await gate.EnterAsync(context, Cost.Entry);
        return place is null ? Problems.Busy()
            : datasets.Find(id) is null ? Entries.Missing("dataset", "datasets", id, datasets.FindTombstone(id))
            : desk.Keep(context.Connection.RemoteIpAddress, id, text!) is { } refusal ? refusal
            : AcceptedSyntaxes.PreferPage(context.Request) ? new Thanks(PageLanguage.Asked(context.Request))
            : Results.NoContent();
    }

    /// <summary>Leads a browser from the form that it has sent to a page that it may load again.</summary>
    private sealed class Thanks(string? language) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location =
                $"?{Sent}=true{(language is null ? "" : $"&{PageLanguage.Parameter}={language}")}";
            return Task.CompletedTask;
        }
    }
}

/// <summary>Keeps reports, as far as there is room for them.</summary>
internal sealed class ReportDesk(ReportStore reports, ReportAllowance allowance, CatalogOptions options)
{
    /// <summary>Keeps a report of a client. Only what is kept counts.</summary>
    /// <returns>Why it is not kept; null when it is.</returns>
    public IResult? Keep(System.Net.IPAddress? client, string dataset, string text)
    {
        if (!reports.IsWritable)
        {
            return ReportProblems.ReadOnly(options.Contact);
        }

        if (allowance.Take(client) is { } wait)
        {
            return ReportProblems.TooMany(wait);
        }

        var isKept = false;
        try
        {
            isKept = reports.Save(dataset, text);
            return isKept ? null : ReportProblems.Full(options.Contact);
        }
        finally
        {
            if (!isKept)
            {
                allowance.GiveBack(client);
            }
        }
    }
}
