using System.Collections.Concurrent;
using DataCatalog.Storage;

namespace DataCatalog.Http.Hot;

/// <summary>The answers that show one state of the catalogue and one day.</summary>
/// <param name="history">The changes that the answers show. A change makes another object.</param>
/// <param name="day">The day in Paris.</param>
/// <param name="capacity">The most bytes of all answers.</param>
internal sealed class HotState(History history, DateOnly day, long capacity)
{
    private readonly BoundedCache<string, HotTarget> _targets = new(capacity);

    /// <summary>The answers that are being made, by what tells their requests apart.</summary>
    private readonly ConcurrentDictionary<HotQuestion, TaskCompletionSource> _inWork = new();

    /// <summary>The number of the last change that the answers show.</summary>
    public long Sequence => history.Sequence;

    /// <summary>The memory of the answers, in bytes.</summary>
    public long Bytes => _targets.Bytes;

    /// <summary>Whether this is the state of the catalogue after some changes, on a day.</summary>
    public bool Is(History present, DateOnly today) => ReferenceEquals(present, history) && today == day;

    /// <summary>Returns the answers at an address; null for none.</summary>
    public HotTarget? Find(string target) => _targets.Find(target);

    /// <summary>Keeps an answer.</summary>
    public void Keep(string target, HotOffer offer, HotAnswer answer) => _targets.Set(
        target,
        present => (present is not null && present.IsFixed == offer.IsFixed && present.Syntaxes.SequenceEqual(offer.Syntaxes)
            ? present
            : new HotTarget(offer.Syntaxes, offer.IsFixed, [])).With(answer),
        answers => answers.Size + (sizeof(char) * target.Length));

    /// <summary>Drops all answers.</summary>
    public void Clear() => _targets.Clear();

    /// <summary>Begins to make an answer, unless another request makes it. Who has begun calls <see cref="End"/> then.</summary>
    /// <param name="question">What tells the request apart.</param>
    /// <param name="other">The end of the work of the other request.</param>
    public bool TryBegin(HotQuestion question, out Task other)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _inWork.GetOrAdd(question, mine);
        other = first.Task;
        return ReferenceEquals(first, mine);
    }

    /// <summary>Ends the making of an answer, whether there is one or not.</summary>
    public void End(HotQuestion question)
    {
        if (_inWork.TryRemove(question, out var work))
        {
            work.SetResult();
        }
    }
}

/// <summary>What tells requests apart: equal questions have equal answers in one state.</summary>
/// <param name="Target">The address as the client sent it.</param>
/// <param name="Accept">The header <c>Accept</c>.</param>
/// <param name="AcceptEncoding">The header <c>Accept-Encoding</c>.</param>
/// <param name="IsForOrigin">Whether the request has an origin.</param>
/// <param name="Language">The language that the header <c>Accept-Language</c> asks for.</param>
internal sealed record HotQuestion(string Target, string Accept, string AcceptEncoding, bool IsForOrigin, string Language);
