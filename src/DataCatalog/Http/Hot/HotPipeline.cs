using DataCatalog.Http.Bounds;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace DataCatalog.Http.Hot;

/// <summary>The first stage of the pipeline: it sends what is ready, and keeps what the later stages make.</summary>
internal static class HotPipeline
{
    /// <summary>Marks endpoints whose answers show more than the catalogue and the day, such as the state of files.</summary>
    internal sealed record NeverKept;

    public static IApplicationBuilder UseHotAnswers(this IApplicationBuilder app)
    {
        var answers = app.ApplicationServices.GetRequiredService<HotAnswers>();
        return app.Use((context, next) => AnswerAsync(answers, context, next));
    }

    private static Task AnswerAsync(HotAnswers answers, HttpContext context, RequestDelegate next)
    {
        if (!HotAnswers.MayAnswer(context.Request))
        {
            return LeaveAsync(context, next);
        }

        var state = answers.Current;
        if (!ShownSequence.Allows(context.Request, state.Sequence))
        {
            return LeaveAsync(context, next);
        }

        var target = TargetOf(context);
        return answers.Find(state, target, context.Request) is { } answer
            ? answers.SendAsync(context, answer)
            : MakeAsync(new HotMiss(answers, state, target, context), answers, context, next);
    }

    /// <summary>Returns the address as the client sent it; the server of tests does not keep that text.</summary>
    private static string TargetOf(HttpContext context) =>
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget is { Length: > 0 } target
            ? target
            : context.Request.GetEncodedPathAndQuery();

    /// <summary>Goes on in a thread that may be kept busy: see <see cref="InlineSockets"/>.</summary>
    private static async Task LeaveAsync(HttpContext context, RequestDelegate next)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await next(context);
    }

    private static async Task MakeAsync(HotMiss miss, HotAnswers answers, HttpContext context, RequestDelegate next)
    {
        answers.CountMiss();
        context.Features.Set(miss);
        context.Response.OnStarting(Keep, miss);
        try
        {
            await LeaveAsync(context, next);
            if (miss.Offer is not null && !context.Response.HasStarted)
            {
                await context.Response.StartAsync();
            }
        }
        finally
        {
            miss.End();
        }
    }

    private static Task Keep(object miss)
    {
        ((HotMiss)miss).Keep();
        return Task.CompletedTask;
    }
}
