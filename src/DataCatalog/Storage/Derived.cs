using System.Runtime.ExceptionServices;

namespace DataCatalog.Storage;

/// <summary>
/// A value computed from the database, kept together with the revision that it shows. The first caller that asks for a newer revision
/// computes it; callers that ask meanwhile wait, since an older value would be wrong under the ETag of a newer revision. A failed
/// computation fails for all callers that waited for it; the next caller tries again. Values are immutable, so a caller may keep an older
/// one. Values of an epoch that has ended are not used.
/// </summary>
/// <param name="epoch">The epoch of the database.</param>
internal sealed class Derived<T>(Epoch epoch)
    where T : class
{
    private readonly Lock _gate = new();
    private volatile Made? _made;
    private volatile Failure? _failure;

    /// <summary>Returns the value as of a revision or a later one.</summary>
    /// <param name="revision">
    /// The number of a change, read before the data: a value may then be newer than its revision says, and never older.
    /// </param>
    /// <param name="make">
    /// Computes the value from what is stored now. Its argument is the previous value, whose parts it may reuse; null at first.
    /// </param>
    public T Since(long revision, Func<T?, T> make) => Get(revision, make).Value;

    /// <summary>Returns the value as of exactly this revision; null when a newer one is kept already.</summary>
    /// <param name="revision">The number of the last change in a snapshot.</param>
    /// <param name="make">
    /// Computes the value from that snapshot. Its argument is the previous value, whose parts it may reuse; null at first.
    /// </param>
    public T? At(long revision, Func<T?, T> make) => Get(revision, make) is { } made && made.Revision == revision ? made.Value : null;

    /// <summary>What was made in the present epoch.</summary>
    private Made? Present => _made is { } made && made.Epoch == epoch.Number ? made : null;

    private Made Get(long revision, Func<T?, T> make)
    {
        var number = epoch.Number; // before the wait: the revision is one of this epoch
        if (Present is { } made && made.Revision >= revision)
        {
            return made;
        }

        var before = _failure;
        lock (_gate)
        {
            if (Present is { } newest && newest.Revision >= revision)
            {
                return newest;
            }

            if (_failure is { } failure && failure != before && failure.Revision >= revision)
            {
                failure.Cause.Throw();
            }

            return Make(revision, number, make);
        }
    }

    private Made Make(long revision, long number, Func<T?, T> make)
    {
        try
        {
            var made = new Made(revision, number, make(Present?.Value));
            (_made, _failure) = (made, null);
            return made;
        }
        catch (Exception exception)
        {
            _failure = new Failure(revision, ExceptionDispatchInfo.Capture(exception));
            throw;
        }
    }

    private sealed record Made(long Revision, long Epoch, T Value);

    private sealed class Failure(long revision, ExceptionDispatchInfo cause)
    {
        public long Revision => revision;

        public ExceptionDispatchInfo Cause => cause;
    }
}
