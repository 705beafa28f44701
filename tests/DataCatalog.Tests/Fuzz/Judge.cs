namespace DataCatalog.Tests.Fuzz;

/// <summary>Says what is wrong with an answer, whatever was asked.</summary>
internal sealed class Judge(IReadOnlyList<DescribedOperation> operations)
{
    private const string Problem = "application/problem+json";

    /// <summary>The media type of pages for people, which the description of the API leaves out.</summary>
    private const string Page = "text/html";

    /// <summary>The addresses of what is about this site, which the description of the API leaves out too.</summary>
    private static readonly string[] OfTheSite =
        ["/about", "/developers", "/accessibilite", "/mentions-legales", "/robots.txt", "/sitemap.xml", "/sitemaps/"];

    /// <summary>Judges an answer.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="answer">What came.</param>
    /// <param name="get">Of a HEAD: the answer to GET of the same.</param>
    public IEnumerable<Fault> Of(FuzzRequest request, RawAnswer answer, RawAnswer? get)
    {
        var operation = OperationOf(request, answer);
        return
        [
            .. OfStatus(request, answer, operation),
            .. OfAddress(request, answer, operation),
            .. OfDescription(request, answer, operation),
            .. HeaderJudge.Judge(answer),
            .. answer.Status >= 400 ? OfError(request, answer) : OfBody(request, answer, operation),
            .. get is null ? [] : OfHead(answer, get),
        ];
    }

    /// <summary>The operation that answered: paths that are written otherwise may be one of another than was meant.</summary>
    public DescribedOperation? OperationOf(FuzzRequest request, RawAnswer answer)
    {
        var location = answer.Header("Content-Location");
        var isOurs = location?.StartsWith(CatalogApp.BaseUrl, StringComparison.Ordinal) is true;
        var path = (isOurs ? location![CatalogApp.BaseUrl.Length..] : request.Path).Split('?')[0];
        var extension = path.LastIndexOf('.');
        return operations.At(path)
            ?? (extension > path.LastIndexOf('/') ? operations.At(path[..extension] is "/index" ? "/" : path[..extension]) : null);
    }

    /// <summary>Judges the answer to the same request with the ETag that came.</summary>
    public static IEnumerable<Fault> OfKnown(RawAnswer first, RawAnswer second) =>
        second.Status != 304 ? [new Fault(Check.StatusFits, $"a known ETag is answered {second.Status}", first.Header("ETag")!)]
        : second.Header("ETag") != first.Header("ETag")
            ? [new Fault(Check.StatusFits, "a 304 with another ETag", $"{first.Header("ETag")}, {second.Header("ETag")}")]
        : second.StrayBytes > 0 ? [new Fault(Check.BodiesAreWhole, "a 304 with a body", $"{second.StrayBytes} bytes")]
        : [];

    private static IEnumerable<Fault> OfStatus(FuzzRequest request, RawAnswer answer, DescribedOperation? operation)
    {
        if (answer.StrayBytes > 0)
        {
            yield return new Fault(Check.Answered, "bytes behind the end of an answer", $"{answer.Status}: {answer.StrayBytes} bytes");
        }

        if (answer.Status >= 500 && !(answer.Status == 503 && answer.Header("Retry-After") is not null))
        {
            yield return new Fault(Check.NoServerError, $"{answer.Status} at {operation?.Id ?? "no operation"}", Text(answer));
        }

        if (answer.Status is >= 300 and < 400 and not 304 && !request.Path.StartsWith("/swagger", StringComparison.Ordinal))
        {
            yield return new Fault(Check.StatusFits, "a redirect", $"{answer.Status} {answer.Header("Location")}");
        }

        if (answer.Status == 206 && !request.Headers.Any(header => header.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase)))
        {
            yield return new Fault(
                Check.StatusFits,
                "206 for a range that is not of bytes (RFC 9110 section 14.2)",
                answer.Header("Content-Range") ?? "");
        }
    }

    /// <summary>One thing has one address.</summary>
    private static IEnumerable<Fault> OfAddress(FuzzRequest request, RawAnswer answer, DescribedOperation? operation)
    {
        // The server leaves out what stands before '..' (RFC 3986 section 5.2.4), whatever it is.
        if (answer.Status == 200
            && request.Path.Contains("%25", StringComparison.Ordinal)
            && !request.Path.Contains("..", StringComparison.Ordinal))
        {
            yield return new Fault(
                Check.StatusFits,
                "an address that is encoded twice answers: no identifier has a percent sign",
                answer.Header("Content-Location") ?? "");
        }

        if (answer.Status == 200 && answer.Header("Content-Location") is { } location && operation is null
            && !Array.Exists(OfTheSite, address => location.StartsWith(CatalogApp.BaseUrl + address, StringComparison.Ordinal)))
        {
            yield return new Fault(Check.StatusFits, "an address answers that is none of the description", location);
        }
    }

    private static IEnumerable<Fault> OfDescription(FuzzRequest request, RawAnswer answer, DescribedOperation? operation)
    {
        if (request.Method is "GET" && operation is not null && !answer.IsOfTheServer
            && answer.Status is not (206 or 405 or 412 or 416 or >= 500)
            && (answer.Status != 404 || operation.IsAt(request.Path)) && !operation.Statuses.Contains($"{answer.Status}"))
        {
            yield return new Fault(
                Check.AnswerIsDescribed, $"{operation.Id} answers {answer.Status}, and the description does not say so", Text(answer));
        }

        if (request.Method is "GET" && answer.Status == 200 && operation is not null
            && answer.MediaType is not Page
            && !operation.Contents.ContainsKey(answer.MediaType ?? "")
            && !operation.Contents.ContainsKey("application/octet-stream"))
        {
            yield return new Fault(
                Check.AnswerIsDescribed, $"{operation.Id} answers with {answer.MediaType}, and the description does not say so", "");
        }
    }

    private static IEnumerable<Fault> OfError(FuzzRequest request, RawAnswer answer)
    {
        if (answer.IsOfTheServer)
        {
            return [];
        }

        var form = answer.MediaType ?? "no media type";
        var wrongForm = $"an error with {form}, {answer.Status}{(request.IsHead ? " to HEAD" : "")}";
        return form is Page && IsForPeople(request) ? []
            : form != Problem ? [new Fault(Check.ErrorsAreProblems, wrongForm, $"{answer.Body.Length} bytes; {Text(answer)}")]
            : request.IsHead ? []
            : BodyJudge.JudgeProblem(answer);
    }

    /// <summary>Whether a request may be answered by a page: its headers or its address name pages.</summary>
    private static bool IsForPeople(FuzzRequest request) =>
        request.Path.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
        || request.Headers.Any(header => header.StartsWith("Accept:", StringComparison.OrdinalIgnoreCase)
            && (header.Contains("text/html", StringComparison.OrdinalIgnoreCase) || header.Contains("text/*", StringComparison.Ordinal)));

    private static IEnumerable<Fault> OfBody(FuzzRequest request, RawAnswer answer, DescribedOperation? operation) =>
        answer.Status == 304 && answer.Header("Content-Length") is not (null or "0")
            ? [new Fault(Check.BodiesAreWhole, "a 304 with a length", "")]
        : answer.Status == 304 && answer.Header("ETag") is null ? [new Fault(Check.BodiesAreWhole, "a 304 without an ETag", "")]
        : answer.Status == 200 && !request.IsHead ? BodyJudge.Judge(answer, operation)
        : [];

    private static IEnumerable<Fault> OfHead(RawAnswer head, RawAnswer get)
    {
        if (head.Status != get.Status)
        {
            return [new Fault(Check.HeadIsAsGet, $"HEAD answers {head.Status}, and GET {get.Status}", "")];
        }

        var (ofHead, ofGet) = (Compared(head), Compared(get));
        return ofHead.Concat(ofGet).Distinct().Where(header => ofHead.Contains(header) != ofGet.Contains(header))
            .Select(header => new Fault(Check.HeadIsAsGet, $"HEAD differs from GET in {header.Split(':')[0]}, {head.Status}", header));
    }

    /// <summary>RFC 9110 section 9.3.2: what is known only while the body is made may be left out.</summary>
    private static HashSet<string> Compared(RawAnswer answer) => [.. answer.Headers
        .Where(header => header.Name is not ("Date" or "Transfer-Encoding" or "Connection")
            && !(header.Name is "Content-Length" && answer.Status >= 300))
        .Select(header => $"{header.Name}: {header.Value}")];

    private static string Text(RawAnswer answer) => System.Text.Encoding.UTF8.GetString(answer.Content());
}
