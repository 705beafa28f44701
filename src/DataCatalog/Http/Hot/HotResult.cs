namespace DataCatalog.Http.Hot;

/// <summary>The answer that another request made while this one waited.</summary>
internal sealed class HotResult(HotAnswer answer) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        httpContext.RequestServices.GetRequiredService<HotAnswers>().SendAsync(httpContext, answer);
}
