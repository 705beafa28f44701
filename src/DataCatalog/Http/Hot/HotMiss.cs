namespace DataCatalog.Http.Hot;

/// <summary>A request whose answer was not ready. Its answer is kept when it is sent, if it can be.</summary>
internal sealed class HotMiss(HotAnswers answers, HotState state, string target, HttpContext context)
{
    private readonly HotQuestion _question = new(
        target,
        context.Request.Headers.Accept.ToString(),
        context.Request.Headers.AcceptEncoding.ToString(),
        HotForm.HasOrigin(context.Request),
        PageLanguage.OfHeader(context.Request));

    private bool _isMaking;

    /// <summary>What can be kept of the answer; null when nothing can.</summary>
    public HotOffer? Offer { get; set; }

    /// <summary>
    /// Waits while another request makes the same answer; otherwise this request makes it. Call this when the request has its place to
    /// work, so that nobody waits for a request that waits itself.
    /// </summary>
    /// <returns>The answer of the other request; null when this request must make its own.</returns>
    public async Task<HotAnswer?> WaitForOtherAsync()
    {
        if (state.TryBegin(_question, out var other))
        {
            _isMaking = true;
            return null;
        }

        await other.WaitAsync(context.RequestAborted);
        return answers.Find(state, target, context.Request);
    }

    /// <summary>
    /// Keeps the answer, when all of its headers are set and nothing is sent yet. A fault after the offer has made another answer of it.
    /// </summary>
    public void Keep()
    {
        var status = context.Response.StatusCode;
        if (Offer is { } offer && status == (offer.Bytes is null ? StatusCodes.Status304NotModified : StatusCodes.Status200OK))
        {
            answers.Keep(state, target, offer, new HotAnswer(offer.Form, context.Response.Headers, offer.Bytes));
        }

        End();
    }

    /// <summary>Lets those go on that wait for the answer.</summary>
    public void End()
    {
        if (_isMaking)
        {
            _isMaking = false;
            state.End(_question);
        }
    }
}
