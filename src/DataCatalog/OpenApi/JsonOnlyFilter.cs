using DataCatalog.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataCatalog.OpenApi;

/// <summary>The second description: what can be had as JSON, and that alone, for generators that cannot choose a media type.</summary>
internal sealed class JsonOnlyFilter : IOperationFilter
{
    /// <summary>The name of that description.</summary>
    public const string Name = "v1-json";

    /// <summary>Whether an operation with these media types is in a description.</summary>
    public static bool Includes(string description, IEnumerable<string> mediaTypes) =>
        description is not Name || mediaTypes.Contains(Syntax.Json.MediaType, StringComparer.Ordinal);

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.DocumentName is Name && operation.Responses!["200"].Content is { } content)
        {
            foreach (var other in content.Keys.Where(type => !string.Equals(type, Syntax.Json.MediaType, StringComparison.Ordinal)).ToList())
            {
                content.Remove(other);
            }
        }
    }
}
