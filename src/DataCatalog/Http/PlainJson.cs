using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Rdf;

namespace DataCatalog.Http;

/// <summary>
/// The form of plain JSON (<c>.json</c>, <c>application/json</c>) for apps: without the context, on one line unless <c>pretty=true</c>. A header names the context
/// (JSON-LD 1.1 section 6.1). Addresses that harvesters read have it nowhere: there <c>.json</c> has the bytes of JSON-LD.
/// </summary>
internal static class PlainJson
{
    /// <summary>The parameter that asks for several lines.</summary>
    public const string Pretty = "pretty";

    /// <summary>The address of the context, below the base URL.</summary>
    public const string ContextPath = "context.jsonld";

    /// <summary>Marks the endpoints whose plain JSON is for apps.</summary>
    internal sealed record ForApps;

    /// <summary>Makes the plain JSON of some endpoints the form for apps.</summary>
    public static RouteGroupBuilder WithPlainJson(this RouteGroupBuilder routes) => routes.WithMetadata(new ForApps());

    public static bool IsAt(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ForApps>() is not null;

    /// <summary>What a link of the answer has, so that the next page looks as this one does; empty where nothing was asked.</summary>
    public static string LinkOf(HttpContext context) => IsPretty(context.Request) ? $"{Pretty}=true" : "";

    /// <summary>Refuses to indent what is no plain JSON; JSON-LD is indented in any case.</summary>
    public static IResult? FaultOf(HttpContext context, Syntax syntax) =>
        context.Request.Query.ContainsKey(Pretty) && syntax != Syntax.Json && !(syntax == Syntax.JsonLd && IsPretty(context.Request))
            ? Problems.BadQuery(Pretty, $"'{Pretty}' is for plain JSON only; ask for that by '.json' or 'Accept: application/json', or leave it out.")
            : null;

    /// <summary>Writes a graph in a syntax, in the form that the request asks for.</summary>
    /// <param name="context">The request.</param>
    /// <param name="syntax">The syntax.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="iris">The addresses of this catalogue.</param>
    /// <param name="output">Stays open.</param>
    /// <param name="selection">Of plain JSON: which keys some nodes have; null for all.</param>
    public static void Write(HttpContext context, Syntax syntax, Graph graph, CatalogIris iris, Stream output, KeySelection? selection = null)
    {
        if (syntax == Syntax.Json && IsAt(context))
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
