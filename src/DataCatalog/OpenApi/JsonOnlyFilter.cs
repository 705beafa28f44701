using DataCatalog.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataCatalog.OpenApi;

/// <summary>
/// Filters the second description: only the operations and media types in JSON, for generators that cannot choose a media type.
/// </summary>
internal sealed class JsonOnlyFilter : IOperationFilter
{
    /// <summary>The name of the second description.</summary>
    public const string Name = "v1-json";

    /// <summary>Whether a description includes an operation with these media types.</summary>
    public static bool Includes(string description, IEnumerable<string> mediaTypes) =>
        description is not Name || mediaTypes.Contains(Syntax.Json.MediaType, StringComparer.Ordinal);

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.DocumentName is Name && operation.Responses!["200"].Content is { } content)
        {
            var others = content.Keys.Where(type => !string.Equals(type, Syntax.Json.MediaType, StringComparison.Ordinal));
            foreach (var other in others.ToList())
            {
                content.Remove(other);
            }
        }
    }
}
