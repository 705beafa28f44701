namespace DataCatalog.Storage;

/// <summary>
/// The time until the data that answers need are in memory. Work that can wait begins after it, so that it does not delay the first
/// answers.
/// </summary>
internal sealed class WarmUp
{
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the data are in memory, or could not be read.</summary>
    public Task Ended => _end.Task;

    /// <summary>Ends it.</summary>
    public void End() => _end.TrySetResult();
}
