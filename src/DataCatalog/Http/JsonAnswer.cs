using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace DataCatalog.Http;

/// <summary>An answer in JSON that is no graph, with the ETag and headers of every answer.</summary>
/// <typeparam name="T">The type of the content.</typeparam>
/// <param name="version">A text that changes when the content does.</param>
/// <param name="value">The content.</param>
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
