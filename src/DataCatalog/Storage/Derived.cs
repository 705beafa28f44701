using System.Runtime.ExceptionServices;

namespace DataCatalog.Storage;

/// <summary>
/// A value that is made from the database, kept together with the revision that it shows. Whoever first asks for a newer revision makes it
/// anew; who asks meanwhile waits, since an older value would be wrong under the tag of a newer revision. An attempt that fails has failed for
/// all who waited for it; the next one who asks tries again. Who has an older value keeps it: values are immutable.
/// </summary>
internal sealed class Derived<T>
    where T : class
{
    private readonly Lock _gate = new();
    private volatile Made? _made;
    private volatile Failure? _failure;

    /// <summary>The value as it was at a revision or after it.</summary>
    /// <param name="revision">The number of a change, known before anything is read: a value is never said to be newer than what it was made from.</param>
    /// <param name="make">Makes it from what is stored now, and may take over parts of the one before; that one is null at first.</param>
    public T Since(long revision, Func<T?, T> make) => Get(revision, make).Value;

    /// <summary>The value as it was at a revision; null where a newer one is kept already.</summary>
    /// <param name="revision">The number of the last change in a snapshot.</param>
    /// <param name="make">Makes it from that snapshot, and may take over parts of the one before; that one is null at first.</param>
    public T? At(long revision, Func<T?, T> make) => Get(revision, make) is { } made && made.Revision == revision ? made.Value : null;

    private Made Get(long revision, Func<T?, T> make)
    {
        if (_made is { } made && made.Revision >= revision)
        {
            return made;
        }

        var before = _failure;
        lock (_gate)
        {
            if (_made is { } newest && newest.Revision >= revision)
            {
                return newest;
            }

            if (_failure is { } failure && failure != before && failure.Revision >= revision)
            {
                failure.Cause.Throw();
            }

            return Make(revision, make);
        }
    }

    private Made Make(long revision, Func<T?, T> make)
    {
        try
        {
            var made = new Made(revision, make(_made?.Value));
            (_made, _failure) = (made, null);
            return made;
        }
        catch (Exception exception)
        {
            _failure = new Failure(revision, ExceptionDispatchInfo.Capture(exception));
            throw;
        }
    }

    private sealed record Made(long Revision, T Value);

    private sealed class Failure(long revision, ExceptionDispatchInfo cause)
    {
        public long Revision => revision;

        public ExceptionDispatchInfo Cause => cause;
    }
}
