using DataCatalog.Configuration;
using DataCatalog.Storage;
using Microsoft.AspNetCore.ResponseCompression;

namespace DataCatalog.Http.Hot;

/// <summary>
/// Whole answers, ready to be sent: found by the address and a few headers alone, before routing and without asking the database. All of
/// them show one state of the catalogue and one day, and are dropped together when either changes.
/// </summary>
internal sealed class HotAnswers
{
    private const long Megabyte = 1024 * 1024;

    private readonly Database _database;
    private readonly ParisDay _day;
    private readonly RepresentationCache _sending;
    private readonly IResponseCompressionProvider _compression;
    private readonly Memo<string?> _codings;
    private readonly long _capacity;
    private readonly Lock _gate = new();
    private readonly AnswerMetrics _metrics;
    private volatile HotState _state;

    public HotAnswers(
        CatalogOptions options,
        Database database,
        ParisDay day,
        RepresentationCache sending,
        IResponseCompressionProvider compression,
        AnswerMetrics metrics)
    {
        (_database, _day, _sending, _compression, _metrics) = (database, day, sending, compression, metrics);
        _capacity = options.CacheMegabytes * Megabyte / 2;
        _state = new HotState(database.History, day.Today, _capacity);
        _codings = new Memo<string?>(CodingOf);
        metrics.ShowSize(() => _state.Bytes);
    }

    /// <summary>Whether an answer to a request may be ready: it reads, and no header asks for more than a form and a version.</summary>
    public static bool MayAnswer(HttpRequest request)
    {
        var headers = request.Headers;
        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && headers.Range.Count == 0
            && headers.IfMatch.Count == 0
            && headers.AcceptEncoding.Count <= 1
            && headers.Origin.Count <= 1;
    }

    /// <summary>Returns the present state, which may be new and empty.</summary>
    public HotState Current
    {
        get
        {
            var (history, day) = (_database.History, _day.Today);
            return _state is { } state && state.Is(history, day) ? state : Renew(history, day);
        }
    }

    /// <summary>Finds the answer to a request in a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="target">The address as the client sent it.</param>
    /// <param name="request">The request.</param>
    public HotAnswer? Find(HotState state, string target, HttpRequest request) =>
        state.Find(target)?.Find(request, _codings.Of(request.Headers.AcceptEncoding.ToString())) is { } answer && answer.Answers(request)
            ? answer
            : null;

    /// <summary>Keeps an answer, unless the catalogue or the day has changed since its request came.</summary>
    public void Keep(HotState state, string target, HotOffer offer, HotAnswer answer)
    {
        if (state.Is(_database.History, _day.Today))
        {
            state.Keep(target, offer, answer);
        }
    }

    /// <summary>Sends an answer that was ready.</summary>
    public Task SendAsync(HttpContext context, HotAnswer answer)
    {
        _metrics.CountHit();
        return answer.SendAsync(context, _sending);
    }

    /// <summary>Counts a request whose answer is not ready.</summary>
    public void CountMiss() => _metrics.CountMiss();

    /// <summary>Drops all answers, to free memory.</summary>
    public void Clear() => _state.Clear();

    private HotState Renew(History history, DateOnly day)
    {
        lock (_gate)
        {
            return _state.Is(history, day) ? _state : _state = new HotState(history, day, _capacity);
        }
    }

    /// <summary>Returns the coding that the framework chooses for a header <c>Accept-Encoding</c>.</summary>
    private string? CodingOf(string header)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptEncoding = header;
        return _compression.GetCompressionProvider(context)?.EncodingName;
    }
}
