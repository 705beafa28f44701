namespace DataCatalog.Tests.Fuzz;

/// <summary>What an answer is judged by; each can be switched off by itself (<see cref="FuzzTests"/>).</summary>
internal enum Check
{
    /// <summary>There is an answer within 30 seconds, and nothing behind it.</summary>
    Answered,

    /// <summary>No 5xx, except a 503 that says when to come again.</summary>
    NoServerError,

    /// <summary>An error is problem details with type, title, status and detail (RFC 9457), whatever was accepted.</summary>
    ErrorsAreProblems,

    /// <summary>All headers together stay under 2 KB: proxies have buffers of 4.</summary>
    HeadersAreShort,

    /// <summary>Headers are ASCII, known, and their IRIs are IRIs of ours.</summary>
    HeadersAreClean,

    /// <summary>JSON is valid against the schema of its operation.</summary>
    JsonIsAsDescribed,

    /// <summary>What says it is JSON or XML is; a 304 and a HEAD have no body.</summary>
    BodiesAreWhole,

    /// <summary>HEAD has the headers of GET.</summary>
    HeadIsAsGet,

    /// <summary>Nothing redirects, and 206 answers only ranges of bytes.</summary>
    StatusFits,

    /// <summary>The statuses and media types of GET are those of the description.</summary>
    AnswerIsDescribed,
}

/// <summary>One thing that is wrong with an answer.</summary>
/// <param name="Check">What it breaks.</param>
/// <param name="Kind">The same for all faults that are mended together.</param>
/// <param name="Detail">What was seen.</param>
internal sealed record Fault(Check Check, string Kind, string Detail);

/// <summary>All faults of one kind.</summary>
/// <param name="Fault">That of the shortest example.</param>
/// <param name="Example">The shortest request that shows it.</param>
internal sealed record FaultKind(Fault Fault, FuzzRequest Example)
{
    public int Count { get; set; }

    public SortedSet<string> Operations { get; } = new(StringComparer.Ordinal);

    public override string ToString() =>
        $"[{Fault.Check}] {Fault.Kind} ({Count} times; {string.Join(", ", Operations)})\n"
        + $"    {Shown(Example.ToString(), 400)}\n    {Shown(Fault.Detail, 400)}";

    private static string Shown(string text, int length) =>
        text.Length <= length
        ? text
        : $"{text[..(length / 2)]}…{text[^20..]} ({text.Length} characters)";
}
