namespace DataCatalog.Storage;

/// <summary>
/// Counts how often the history of changes was replaced by another: a standby that took over may lack the last changes. Then what was
/// computed before shows a history that has ended, though the numbers of its changes come again.
/// </summary>
internal sealed class Epoch
{
    private long _number;

    public long Number => Volatile.Read(ref _number);

    /// <summary>Ends the present epoch.</summary>
    public void End() => Interlocked.Increment(ref _number);
}
