using DataCatalog.Http.Hot;
using DataCatalog.Storage;
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
        if (context.Features.Get<HotMiss>() is { } miss && await miss.WaitForOtherAsync() is { } ready)
        {
            place.Dispose();
            return new HotResult(ready);
        }

        var database = context.RequestServices.GetRequiredService<Database>();
        if (ShownSequence.FaultOf(context.Request, database) is { } fault)
        {
            place.Dispose();
            return fault;
        }

        var making = new Making(database, context.Response);
        making.Begin();
        try
        {
            return HandOver(await next(invocation), context, place, making, () => next(invocation));
        }
        catch (Exception exception) when (making.ExplainsFailure(exception))
        {
            return Steady(null, context, place, making, () => next(invocation));
        }
    });

    /// <summary>
    /// Passes the place on to the rendering of the answer, which goes on after the handler; frees the place when nothing is rendered.
    /// </summary>
    private static object? HandOver(
        object? result, HttpContext context, FairQueue.Place place, Making making, Func<ValueTask<object?>> again)
    {
        if ((result is INestedHttpResult nested ? nested.Result : result) is not IRenderedAnswer answer)
        {
            place.Dispose();
            return result;
        }

        return Steady(answer, context, place, making, again);
    }

    private static SteadyAnswer Steady(
        IRenderedAnswer? answer, HttpContext context, FairQueue.Place place, Making making, Func<ValueTask<object?>> again)
    {
        context.Features.Set(place);
        context.Features.Set(making);
        return new SteadyAnswer(answer, making, again);
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
