using Microsoft.AspNetCore.Http.Timeouts;

namespace DataCatalog.Http.Bounds;

/// <summary>Bounds the work of handlers; what their answers cost to write is bounded where that is done (<see cref="Representation"/>).</summary>
internal static class WorkBounds
{
    /// <summary>For waiting, finding and writing. Sending is not counted: that has a lowest rate instead.</summary>
    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(30);

    /// <summary>A refusal takes its time: answered at once, those who ask again at once would take the processor with refusals alone.</summary>
    private static readonly TimeSpan Refusal = TimeSpan.FromSeconds(1);

    /// <summary>What the work of some endpoints costs. Without it they cost as one entry does.</summary>
    internal sealed record Costs(Cost Kind);

    /// <summary>Says what the work of some endpoints costs.</summary>
    public static TBuilder WithCost<TBuilder>(this TBuilder builder, Cost cost)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new Costs(cost));

    /// <summary>What the work for a request costs.</summary>
    public static Cost CostOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Costs>()?.Kind ?? Cost.Entry;

    /// <summary>Lets handlers work when there is room for their work.</summary>
    public static RouteGroupBuilder BoundWork(this RouteGroupBuilder routes) => routes.AddEndpointFilter(async (invocation, next) =>
    {
        var context = invocation.HttpContext;
        if (await context.RequestServices.GetRequiredService<WorkGate>().EnterAsync(context, CostOf(context)) is not { } place)
        {
            await Task.Delay(Refusal, context.RequestAborted);
            return Problems.Busy();
        }

        context.Response.RegisterForDispose(place);
        context.RequestAborted.ThrowIfCancellationRequested();
        var result = await next(invocation);
        HandOver(context, place, result);
        return result;
    });

    /// <summary>What is rendered takes the place over until it is; for everything else the work is done.</summary>
    private static void HandOver(HttpContext context, FairLine.Place place, object? result)
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
