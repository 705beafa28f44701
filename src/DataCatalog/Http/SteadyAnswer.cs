namespace DataCatalog.Http;

/// <summary>
/// An answer that shows one state of the catalogue: it is made again when a change comes while it is made. A mixed state may also make the
/// making fail, when an entry names a record that the older state does not have.
/// </summary>
/// <param name="first">The answer as it was made first; null when that failed in a mixed state.</param>
/// <param name="making">Its making, which has begun.</param>
/// <param name="again">Calls the handler again.</param>
internal sealed class SteadyAnswer(IRenderedAnswer? first, Making making, Func<ValueTask<object?>> again) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var isMade = first is not null && await TryAsync(httpContext, () => ValueTask.FromResult<object?>(first));
        while (!isMade)
        {
            await making.WaitAsync(httpContext.RequestAborted);
            making.Begin();
            isMade = await TryAsync(httpContext, again);
        }
    }

    /// <summary>Makes the answer; returns whether it shows one state, and is sent.</summary>
    private async Task<bool> TryAsync(HttpContext context, Func<ValueTask<object?>> make)
    {
        try
        {
            await ((IResult)(await make())!).ExecuteAsync(context);
            return !making.IsSpoilt;
        }
        catch (Exception exception) when (!context.Response.HasStarted && making.ExplainsFailure(exception))
        {
            return false;
        }
    }
}
