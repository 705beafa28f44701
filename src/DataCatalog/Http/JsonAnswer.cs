using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace DataCatalog.Http;

/// <summary>An answer that is no graph, in JSON; with a tag and what else every answer has.</summary>
/// <typeparam name="T">What it says.</typeparam>
/// <param name="version">Whatever changes when the content does.</param>
/// <param name="value">What it says.</param>
internal sealed class JsonAnswer<T>(string version, T value) : IRenderedAnswer, IEndpointMetadataProvider
{
    private static readonly Syntax[] Syntaxes = [Syntax.Json];

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return httpContext.RequestServices.GetRequiredService<Representation>()
            .SendAsync(httpContext, new Document(version, Syntaxes, (_, output) => JsonSerializer.Serialize(output, value, options)));
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(
        new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [Syntax.Json.MediaType]));
}
