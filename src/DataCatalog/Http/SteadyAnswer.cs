namespace DataCatalog.Http;

/// <summary>An answer that shows one state of the catalogue: it is made again when a change comes while it is made.</summary>
/// <param name="first">The answer as it was made first.</param>
/// <param name="making">Its making, which has begun.</param>
/// <param name="again">Calls the handler again.</param>
internal sealed class SteadyAnswer(IRenderedAnswer first, Making making, Func<ValueTask<object?>> again) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await first.ExecuteAsync(httpContext);
        while (making.IsSpoilt)
        {
            await making.WaitAsync(httpContext.RequestAborted);
            making.Begin();
            await ((IResult)(await again())!).ExecuteAsync(httpContext);
        }
    }
}
