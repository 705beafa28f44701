using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Rdf;

namespace DataCatalog.Http;

/// <summary>
/// The plain JSON for apps (<c>.json</c>, <c>application/json</c>): without the context, and on one line unless <c>pretty=true</c>. A
/// header names the context (JSON-LD 1.1 section 6.1). At addresses for harvesters <c>.json</c> has the bytes of JSON-LD instead.
/// </summary>
internal static class PlainJson
{
    /// <summary>The parameter that asks for indented JSON.</summary>
    public const string Pretty = "pretty";

    /// <summary>The address of the context, below the base URL.</summary>
    public const string ContextPath = "context.jsonld";

    /// <summary>Marks the endpoints whose plain JSON is for apps.</summary>
    internal sealed record ForApps;

    /// <summary>Serves the plain JSON for apps at some endpoints.</summary>
    public static RouteGroupBuilder WithPlainJson(this RouteGroupBuilder routes) => routes.WithMetadata(new ForApps());

    public static bool IsAt(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ForApps>() is not null;

    /// <summary>
    /// Returns the parameter that links repeat, so that the next page has the same form; empty when the request has none.
    /// </summary>
    public static string LinkOf(HttpContext context) => IsPretty(context.Request) ? $"{Pretty}=true" : "";

    /// <summary>Refuses the parameter for other syntaxes; JSON-LD is always indented.</summary>
    public static IResult? FaultOf(HttpContext context, Syntax syntax) =>
        context.Request.Query.ContainsKey(Pretty) && syntax != Syntax.Json && !(syntax == Syntax.JsonLd && IsPretty(context.Request))
            ? Problems.BadQuery(
                Pretty, $"'{Pretty}' is for plain JSON only; ask for that by '.json' or 'Accept: application/json', or leave it out.")
            : null;

    /// <summary>Writes a graph in a syntax and in the form that the request asks for.</summary>
    /// <param name="context">The request.</param>
    /// <param name="syntax">The syntax.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="iris">The addresses of this catalogue.</param>
    /// <param name="output">The stream, which stays open.</param>
    /// <param name="selection">For plain JSON: the keys that some nodes have; null for all.</param>
    public static void Write(
        HttpContext context, Syntax syntax, Graph graph, CatalogIris iris, Stream output, KeySelection? selection = null)
    {
        if (syntax == Syntax.Html)
        {
            using var json = new MemoryStream();
            JsonLdWriter.WriteWithoutContext(graph, CatalogContext.For(iris), json, selection: selection);
            context.RequestServices.GetRequiredService<IPages>().Write(context, json.GetBuffer().AsMemory(0, (int)json.Length), output);
        }
        else if (syntax == Syntax.Json && IsAt(context))
        {
            JsonLdWriter.WriteWithoutContext(graph, CatalogContext.For(iris), output, IsPretty(context.Request), selection);
        }
        else
        {
            syntax.Write(graph, iris, output);
        }
    }

    private static bool IsPretty(HttpRequest request) => request.Query[Pretty] == "true";
}
