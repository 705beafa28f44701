namespace DataCatalog.Http;

/// <summary>The pages for people: one more syntax of the answers at some addresses, made of the same JSON that apps get.</summary>
internal static class PageForm
{
    /// <summary>Marks the endpoints whose answers are also pages.</summary>
    internal sealed record ForPeople;

    /// <summary>Serves pages at some endpoints.</summary>
    public static RouteGroupBuilder WithPages(this RouteGroupBuilder routes) => routes.WithMetadata(new ForPeople());

    public static bool IsAt(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<ForPeople>() is not null;

    /// <summary>Returns the syntaxes of an answer, with that of pages where the request's address has one.</summary>
    public static IReadOnlyList<Syntax> SyntaxesAt(HttpContext context, IReadOnlyList<Syntax> syntaxes) =>
        IsAt(context.GetEndpoint()) ? [.. syntaxes, Syntax.Html] : syntaxes;
}

/// <summary>Writes pages. It is implemented above the nouns, which know nothing of pages.</summary>
internal interface IPages
{
    /// <summary>Writes the page of an answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="json">The answer as plain JSON.</param>
    /// <param name="output">The stream, which stays open.</param>
    void Write(HttpContext context, ReadOnlyMemory<byte> json, Stream output);

    /// <summary>Writes the page of a problem.</summary>
    /// <param name="context">The request.</param>
    /// <param name="problem">What went wrong.</param>
    /// <param name="output">The stream, which stays open.</param>
    void WriteProblem(HttpContext context, Microsoft.AspNetCore.Mvc.ProblemDetails problem, Stream output);
}
