using DataCatalog.Storage;

namespace DataCatalog.Http;

/// <summary>
/// The making of an answer, from the first read to the last byte. A change of the catalogue that comes meanwhile spoils it: its parts, or
/// its tag and its bytes, may show different states. It is then made again.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="response">The answer, which says what it shows.</param>
internal sealed class Making(Database database, HttpResponse response)
{
    /// <summary>
    /// How often an answer is made at most. The last one is sent though changes came: each part shows the state of its tag or a newer one,
    /// so the client finds the tag outdated when it asks again.
    /// </summary>
    private const int MostTimes = 5;

    /// <summary>The first pause before an answer is made again, so that a commit can end; each further pause is twice as long.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private int _times;
    private long _commits;

    /// <summary>Whether the answer must be made again.</summary>
    public bool IsSpoilt { get; private set; }

    /// <summary>Begins: nothing is read before.</summary>
    public void Begin()
    {
        _times++;
        IsSpoilt = false;
        database.Follow();
        _commits = database.Commits;
        ShownSequence.Set(response, database.Sequence);
    }

    /// <summary>Ends: everything is read. Returns whether the answer must be made again.</summary>
    public bool EndsSpoilt()
    {
        database.Follow();
        return IsSpoilt = _times < MostTimes && (long.IsOddInteger(_commits) || database.Commits != _commits);
    }

    /// <summary>Whether a failure may be due to a mixed state, so that the answer must be made again.</summary>
    public bool ExplainsFailure(Exception exception) => exception is not OperationCanceledException && EndsSpoilt();

    /// <summary>Waits before the answer is made again.</summary>
    public Task WaitAsync(CancellationToken left) => Task.Delay(Pause * (1 << (_times - 1)), left);
}
