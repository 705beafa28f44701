namespace DataCatalog.Tests.Fuzz;

/// <summary>
/// Makes the requests of a run: a good one, then up to three faults in it, so that one fault does not hide another. The same seed
/// and number make the same request, whatever was made before.
/// </summary>
internal sealed class RequestMaker(IReadOnlyList<DescribedOperation> operations, KnownValues known, int seed)
{
    private static readonly string[] Methods = ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get", "PROPFIND", "QUERY"];

    private static readonly string[] Extensions =
    [
        ".json", ".jsonld", ".ttl", ".rdf", ".xml", ".nt", ".csv", ".jsonl", ".atom", ".html", ".txt", ".TTL", ".json.ttl", ".",
        ".ttl/", ".ttl%00", "%2Ettl", ".gz", ".yaml",
    ];

    private static readonly string[] OddPaths =
    [
        "/", "//", "/.", "/..", "/%2e", "/index", "/index.ttl", "/.ttl", "/x%2500.json", "/swagger", "/openapi/v1.json", "/openapi",
        "/dataset", "/Datasets", "/datasets/", "/datasets//", "/favicon.ico", "/robots.txt", "/dumps/../catalog",
        "/dumps/%2e%2e/catalog.db", "/dumps/..%2F..%2Fetc%2Fpasswd", "/dumps/catalog.xml", "/dumps/", "/feed.atom/", "/feed",
        "/suggest.json", "/changes.json", "/swagger/../datasets", "/datasets/..%5C..", "*", "http://evil.example/datasets",
    ];

    private static readonly string[] UnknownNames =
    [
        "x", "pagesize", "PAGE", "utm_source", "page[]", "%00", "q%00", "", "%70age", "callback", "facets%20", "__proto__", "%E9",
        "\u00E9",
    ];

    /// <summary>Those with the most parameters come more often.</summary>
    private readonly DescribedOperation[] _weighted =
        [.. operations.SelectMany(operation => Enumerable.Repeat(operation, 1 + (operation.Query.Count / 5)))];

    private readonly string[] _cursors = [.. known.Links.Where(link => link.Contains("cursor=", StringComparison.Ordinal))];

    public FuzzRequest Make(int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var method = random.Next(20) switch { < 15 => "GET", < 19 => "HEAD", _ => OddValues.Pick(random, Methods) };
        var body = method is "POST" or "PUT" or "PATCH" ? new string('{', random.Next(300)) : "";
        var request = Target(random) with { Method = method, Body = body, Headers = [.. OddHeaders.Of(random)] };
        return random.Next(3) == 0 && random.Next(2) == 0 ? WithExtension(random, request) : request;
    }

    private FuzzRequest Target(Random random) => random.Next(20) switch
    {
        0 => Good("", OddValues.Pick(random, OddPaths)),
        < 3 => Damaged(random, OddValues.Pick(random, _cursors), "cursor="),
        < 5 => Damaged(random, OddValues.Pick(random, known.Links), ""),
        _ => Faulty(random),
    };

    private static FuzzRequest Good(string query, string path) => new("GET", path, query.Length == 0 ? [] : query.Split('&'), []);

    /// <summary>A link of an answer with one of some parts spoilt.</summary>
    private static FuzzRequest Damaged(Random random, string link, string part)
    {
        var parts = link.Split('?', 2);
        var query = parts[1].Split('&');
        var chosen = Array.FindIndex(query, other => other.StartsWith(part, StringComparison.Ordinal) && random.Next(2) == 0);
        if (chosen >= 0)
        {
            var (name, value) = query[chosen].Split('=', 2) is [var before, var after] ? (before, after) : (query[chosen], "");
            query[chosen] = $"{name}={OddValues.Spoilt(random, value)}";
        }

        return new FuzzRequest("GET", parts[0], query, []);
    }

    private FuzzRequest Faulty(Random random)
    {
        var operation = OddValues.Pick(random, _weighted);
        var query = operation.Query
            .Where(parameter => parameter.Name is not ("cursor" or "page")
                && (parameter.Name is "pageSize" ? random.Next(10) < 8 : random.Next(operation.Query.Count + 2) < 2))
            .Select(parameter => $"{parameter.Name}={Good(random, parameter)}");
        var request = new FuzzRequest("GET", OddValues.Pick(random, known.PathsOf(operation.Template)), [.. query], []);
        for (var faults = OddValues.Pick(random, (int[])[0, 0, 1, 1, 1, 2, 3]); faults > 0; faults--)
        {
            request = WithFault(random, request, operation);
        }

        return request;
    }

    private FuzzRequest WithFault(Random random, FuzzRequest request, DescribedOperation operation)
    {
        var last = request.Path.LastIndexOf('/') + 1;
        return random.Next(operation.Query.Count > 0 ? 12 : 5) switch
        {
            0 => request with { Path = request.Path[..last] + OddValues.Of(random, "string") },
            1 => request with
            {
                Path = request.Path[..last]
                    + Uri.EscapeDataString(OddValues.Pick(random, known.PathsOf(operation.Template)).Split('/')[^1].ToUpperInvariant()),
            },
            2 or 3 => request with { Path = OddValues.Spoilt(random, request.Path) is ['/', ..] spoilt ? spoilt : request.Path },
            4 => request with
            {
                Query =
                [
                    .. request.Query,
                    OddValues.Pick(random, UnknownNames) + (random.Next(4) == 0 ? "" : $"={OddValues.Of(random, "string")}"),
                ],
            },
            _ => WithValue(random, request, OddValues.Pick(random, operation.Query)),
        };
    }

    /// <summary>A parameter that is spoilt, wrong, empty, repeated or very long.</summary>
    private FuzzRequest WithValue(Random random, FuzzRequest request, DescribedParameter parameter)
    {
        var value = random.Next(8) switch
        {
            < 4 => OddValues.Spoilt(random, Good(random, parameter)),
            4 => OddValues.Long(random),
            _ => OddValues.Of(random, parameter.Type),
        };
        var others = request.Query.Where(part => random.Next(6) == 0 || !part.StartsWith($"{parameter.Name}=", StringComparison.Ordinal));
        return request with { Query = [.. others, random.Next(30) == 0 ? parameter.Name : $"{parameter.Name}={value}"] };
    }

    private string Good(Random random, DescribedParameter parameter) =>
        Uri.EscapeDataString(OddValues.Pick(random, known.ValuesOf(parameter.Name)));

    private static FuzzRequest WithExtension(Random random, FuzzRequest request) =>
        request.Path.Length > 1 ? request with { Path = request.Path + OddValues.Pick(random, Extensions) } : request;
}
