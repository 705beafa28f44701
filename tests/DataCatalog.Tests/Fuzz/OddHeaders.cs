namespace DataCatalog.Tests.Fuzz;

/// <summary>Header lines that clients send, should not send, or send to see what happens.</summary>
internal static class OddHeaders
{
    private static readonly string[] Accepts =
    [
        "*/*", "application/json", "application/ld+json", "text/turtle", "application/rdf+xml", "application/n-triples", "text/csv",
        "application/jsonl", "application/atom+xml", "text/html", "application/problem+json", "text/*", "application/*",
        "application/*+json", "text/turtle;q=0", "text/turtle;q=0.5, application/json;q=0.9", "*/*;q=0.1, text/turtle", "*/*;q=0",
        "application/json;q=2", "application/json;q=-1", "application/json;q=0.0001", "application/json;q=abc",
        "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\"", "text/turtle;charset=utf-16", "", ",", ",,,", ";",
        "a", "a/b/c", "*", "*/json", "image/png", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "application/json\u00E9", "application/json; q=\"", "text/turtle, text/turtle, text/turtle;q=0.3",
    ];

    private static readonly string[] Codings =
    [
        "gzip", "br", "gzip, br", "identity;q=0", "*;q=0", "identity;q=0, *;q=0", "deflate", "zstd", "br;q=0, gzip;q=0.5",
        "nonsense", "gzip;q=x", "", "*",
    ];

    private static readonly string[] Tags =
    [
        "*", "\"x\"", "W/\"x\"", "x", "\"", "\"x\", \"y\"", "", "W/", "\"x\", *", "\"\u00E9\"",
        "\"0480f647b518dcfc5219c02e4b50b9d3\"",
    ];

    private static readonly string[] Dates =
    [
        "Tue, 24 Nov 2026 03:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "2026-11-24",
        "yesterday", "0", "",
    ];

    private static readonly string[] Ranges =
    [
        "bytes=0-9", "bytes=-5", "bytes=5-", "bytes=99999999999-", "bytes=9-0", "bytes=0-1,5-6", "bytes=", "bytes=a-b", "bytes=-0",
        "items=0-9", "lines=1-2", "none", "bytes 0-9", "BYTES=0-9", "bytes=0-99999999999999999999", "",
    ];

    private static readonly string[] Others =
    [
        "Host: evil.example", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "X-HTTP-Method-Override: DELETE",
        "X-Original-URL: /vocab", "Origin: https://evil.example", "Origin: null", "Accept-Language: fr;q=x",
        "Accept-Charset: utf-16", "Content-Type: text/plain", "Expect: 100-continue", "Upgrade: h2c", "Prefer: return=minimal",
        "Accept-Profile: <http://x>", "Cache-Control: no-cache", "Cookie: a=\"", "Authorization: Basic \u00E9", "If-Range: \"x\"",
        "TE: trailers", "Forwarded: host=evil.example", "traceparent: 00-zz", "Access-Control-Request-Method: DELETE",
        "Access-Control-Request-Method: GET", "Request-Id: |\u00E9", "X: \u00E9\u00FF", "Connection: close",
        "Referer: http://evil.example/%00",
    ];

    public static IEnumerable<string> Of(Random random)
    {
        if (random.Next(10) < 6)
        {
            yield return $"Accept: {OddValues.Pick(random, Accepts)}";
        }

        if (random.Next(10) == 0)
        {
            yield return $"Accept-Encoding: {OddValues.Pick(random, Codings)}";
        }

        if (random.Next(8) == 0)
        {
            yield return random.Next(4) switch
            {
                0 => $"If-Match: {OddValues.Pick(random, Tags)}",
                1 => $"{OddValues.Pick(random, (string[])["If-Modified-Since", "If-Unmodified-Since"])}: {OddValues.Pick(random, Dates)}",
                _ => $"If-None-Match: {OddValues.Pick(random, Tags)}",
            };
        }

        if (random.Next(5) == 0)
        {
            yield return $"Range: {OddValues.Pick(random, Ranges)}";
        }

        if (random.Next(8) == 0)
        {
            yield return OddValues.Pick(random, Others);
        }

        if (random.Next(300) == 0)
        {
            yield return $"X-Long: {new string('x', OddValues.Pick(random, (int[])[7_000, 16_000, 40_000]))}";
        }
    }
}
