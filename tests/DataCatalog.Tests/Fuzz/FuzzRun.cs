using System.Net;

namespace DataCatalog.Tests.Fuzz;

/// <summary>Sends the requests of a run over some connections, and collects what is wrong by kind.</summary>
internal sealed class FuzzRun(IPEndPoint server, RequestMaker maker, Judge judge, CancellationToken cancellation)
{
    private const int Connections = 3;
    private const int Slowest = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, FaultKind> _kinds = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, int> _statuses = [];
    private readonly List<(TimeSpan Elapsed, FuzzRequest Request)> _slow = [];
    private int _next = -1;

    public IReadOnlyCollection<FaultKind> Kinds =>
        [.. _kinds.Values.OrderBy(kind => kind.Fault.Check).ThenBy(kind => kind.Fault.Kind, StringComparer.Ordinal)];

    public IReadOnlyDictionary<int, int> Statuses => _statuses;

    public IReadOnlyList<(TimeSpan Elapsed, FuzzRequest Request)> Slow => _slow;

    public async Task SendAsync(int requests)
    {
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => WorkAsync(requests), cancellation)));
        foreach (var kind in Kinds.Where(kind => kind.Fault.Check != Check.Answered))
        {
            await ShortenAsync(kind);
        }
    }

    private async Task WorkAsync(int requests)
    {
        using var connection = new RawConnection(server);
        for (var number = Interlocked.Increment(ref _next); number < requests; number = Interlocked.Increment(ref _next))
        {
            var request = maker.Make(number);
            var (answer, faults) = await JudgedAsync(connection, request);
            Note(request, answer, faults);
        }
    }

    private async Task<(RawAnswer? Answer, IReadOnlyList<Fault> Faults)> JudgedAsync(RawConnection connection, FuzzRequest request)
    {
        try
        {
            var answer = await SentAsync(connection, request);
            var get = request.IsHead ? await SentAsync(connection, AsGet(request)) : null;
            var again = request with { Headers = [.. request.Headers, $"If-None-Match: {answer.Header("ETag")}"] };
            var known = IsAskedAgain(request, answer) ? await SentAsync(connection, again) : null;
            return (answer, [.. judge.Of(request, answer, get), .. known is null ? [] : Judge.OfKnown(answer, known)]);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, [new Fault(Check.Answered, "no answer in 30 s", "")]);
        }
        catch (IOException exception)
        {
            return (null, [new Fault(Check.Answered, "no answer, or half of one", exception.Message)]);
        }
    }

    private async Task<RawAnswer> SentAsync(RawConnection connection, FuzzRequest request)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        return await connection.SendAsync(request, patience.Token);
    }

    /// <summary>GET of the same, without the range that HEAD ignores (RFC 9110 section 14.2).</summary>
    private static FuzzRequest AsGet(FuzzRequest request) =>
        request with
        {
            Method = "GET",
            Headers = [.. request.Headers.Where(header => !header.StartsWith("Range:", StringComparison.Ordinal))],
        };

    /// <summary>Some of those that have a tag and set no condition.</summary>
    private static bool IsAskedAgain(FuzzRequest request, RawAnswer answer) =>
        request.Method is "GET" && answer.Status == 200 && answer.Header("ETag") is not null && request.Length % 4 == 0
        && !request.Headers.Any(header =>
            header.StartsWith("If-", StringComparison.Ordinal) || header.StartsWith("Range:", StringComparison.Ordinal));

    private void Note(FuzzRequest request, RawAnswer? answer, IReadOnlyList<Fault> faults)
    {
        lock (_lock)
        {
            foreach (var fault in faults)
            {
                var kind = _kinds.GetValueOrDefault(fault.Kind);
                var shortest = kind is null || request.Length < kind.Example.Length ? Renewed(kind, fault, request) : kind;
                shortest.Count++;
                shortest.Operations.Add(answer is null ? "none" : judge.OperationOf(request, answer)?.Id ?? "no operation");
                _kinds[fault.Kind] = shortest;
            }

            if (answer is not null)
            {
                _statuses[answer.Status] = _statuses.GetValueOrDefault(answer.Status) + 1;
                _slow.Add((answer.Elapsed, request));
                _slow.Sort((one, other) => other.Elapsed.CompareTo(one.Elapsed));
                _slow.RemoveRange(Math.Min(Slowest, _slow.Count), Math.Max(0, _slow.Count - Slowest));
            }
        }
    }

    private static FaultKind Renewed(FaultKind? kind, Fault fault, FuzzRequest example)
    {
        var renewed = new FaultKind(fault, example) { Count = kind?.Count ?? 0 };
        renewed.Operations.UnionWith(kind?.Operations ?? []);
        return renewed;
    }

    /// <summary>Leaves parts of the example away, one at a time, while the same fault remains.</summary>
    private async Task ShortenAsync(FaultKind kind)
    {
        using var connection = new RawConnection(server);
        var (example, fault) = (kind.Example, kind.Fault);
        for (var isShorter = true; isShorter;)
        {
            isShorter = false;
            foreach (var candidate in Shorter(example))
            {
                var (_, faults) = await JudgedAsync(connection, candidate);
                if (faults.FirstOrDefault(found => found.Kind == kind.Fault.Kind) is { } same)
                {
                    (example, fault, isShorter) = (candidate, same, true);
                    break;
                }
            }
        }

        _kinds[kind.Fault.Kind] = Renewed(kind, fault, example);
    }

    private static IEnumerable<FuzzRequest> Shorter(FuzzRequest request) =>
    [
        .. request.IsHead ? [request with { Method = "GET" }] : Array.Empty<FuzzRequest>(),
        .. request.Query.Select((_, index) => request with { Query = [.. request.Query.Where((_, other) => other != index)] }),
        .. request.Headers.Select((_, index) => request with { Headers = [.. request.Headers.Where((_, other) => other != index)] }),
        .. request.Body.Length > 0 ? [request with { Body = "" }] : Array.Empty<FuzzRequest>(),
        .. request.Query.SelectMany((part, index) => Halves(part).Select(half =>
            request with { Query = [.. request.Query.Select((other, place) => place == index ? half : other)] })),
        .. Halves(request.Path).Where(path => path.StartsWith('/')).Select(path => request with { Path = path }),
    ];

    private static IEnumerable<string> Halves(string text) => text.Length < 24
        ? []
        : [text[..(text.Length / 2)], text[..^(text.Length / 8)], text[..8] + text[(text.Length / 2)..]];
}
