using DataCatalog.Http.Hot;
using Microsoft.AspNetCore.Http.Timeouts;

namespace DataCatalog.Http.Bounds;

/// <summary>
/// Limits the work of handlers. The place of a handler's work also covers the rendering of its answer (<see cref="Representation"/>).
/// </summary>
internal static class WorkBounds
{
    /// <summary>The most time for waiting, reading and rendering. Sending does not count: it has a lowest rate instead.</summary>
    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(30);

    /// <summary>The delay before a refusal: clients that retry at once would otherwise use the processor for refusals alone.</summary>
    private static readonly TimeSpan Refusal = TimeSpan.FromSeconds(1);

    /// <summary>The cost of the work of an endpoint. Endpoints without it cost as much as one entry.</summary>
    internal sealed record Costs(Cost Kind);

    /// <summary>Sets the cost of the work of endpoints.</summary>
    public static TBuilder WithCost<TBuilder>(this TBuilder builder, Cost cost)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new Costs(cost));

    /// <summary>Returns the cost of the work for a request.</summary>
    public static Cost CostOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Costs>()?.Kind ?? Cost.Entry;

    /// <summary>
    /// Makes handlers wait for a place before they work. Of several requests for the same answer one works, and the others send what it
    /// made.
    /// </summary>
    public static RouteGroupBuilder BoundWork(this RouteGroupBuilder routes) => routes.AddEndpointFilter(async (invocation, next) =>
    {
        var context = invocation.HttpContext;
        if (await context.RequestServices.GetRequiredService<WorkGate>().EnterAsync(context, CostOf(context)) is not { } place)
        {
            context.RequestServices.GetRequiredService<AnswerMetrics>().CountRefusal(CostOf(context).ToString());
            await Task.Delay(Refusal, context.RequestAborted);
            return Problems.Busy();
        }

        context.Response.RegisterForDispose(place);
        context.RequestAborted.ThrowIfCancellationRequested();
        var result = context.Features.Get<HotMiss>() is { } miss && await miss.WaitForOtherAsync() is { } ready
            ? new HotResult(ready)
            : await next(invocation);
        HandOver(context, place, result);
        return result;
    });

    /// <summary>Passes the place on to the rendering of the answer; frees the place when nothing is rendered.</summary>
    private static void HandOver(HttpContext context, FairQueue.Place place, object? result)
    {
        if ((result is INestedHttpResult nested ? nested.Result : result) is IRenderedAnswer)
        {
            context.Features.Set(place);
        }
        else
        {
            place.Dispose();
        }
    }

    public static IServiceCollection AddWorkBounds(this IServiceCollection services) => services
        .AddSingleton<WorkGate>()
        .AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = LongestWork,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = context => Problems.Busy().ExecuteAsync(context),
        });
}
