using System.Globalization;
using System.Text.Json.Nodes;
using DataCatalog.Configuration;
using DataCatalog.Storage;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataCatalog.OpenApi;

/// <summary>
/// Describes the values of parameters: closed sets, limits, defaults. Swagger UI sends the example of a parameter with the first click,
/// which could narrow the answer to nothing. So only required parameters and those with a <see cref="FirstValue"/> have one; the others
/// have examples in their schemas.
/// </summary>
internal sealed class ParameterFilter(CatalogOptions options, References references) : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            var schema = (OpenApiSchema)parameter.Schema!;
            var item = schema.Items as OpenApiSchema ?? schema;
            parameter.Required |= metadata.OfType<NeededParameter>()
                .Any(needed => string.Equals(needed.Parameter, parameter.Name, StringComparison.Ordinal));
            if (!parameter.Required)
            {
                item.Examples = Examples(parameter.Example);
                parameter.Example = metadata.OfType<FirstValue>()
                    .FirstOrDefault(first => string.Equals(first.Parameter, parameter.Name, StringComparison.Ordinal))?.Value;
            }

            item.Enum = ValuesOf(parameter.Name!, metadata) is { Length: > 0 } values ? [.. values.Select(value => (JsonNode)value)] : null;
            Limit(parameter.Name!, schema);
            parameter.Description += schema.Type is JsonSchemaType.Boolean ? " Without a value: `true`." : "";
            schema.Default = metadata.OfType<UsualValue>()
                .FirstOrDefault(usual => string.Equals(usual.Parameter, parameter.Name, StringComparison.Ordinal))?.Value ?? schema.Default;
        }
    }

    private string[] ValuesOf(string parameter, IList<object> metadata) =>
    [
        .. metadata.OfType<ClosedSet>()
            .Where(set => string.Equals(set.Parameter, parameter, StringComparison.Ordinal))
            .SelectMany(set => set.Values),
        .. metadata.OfType<CodesOf>()
            .Where(codes => string.Equals(codes.Parameter, parameter, StringComparison.Ordinal))
            .SelectMany(codes => references.Current.CodesOf(codes.Scheme)),
    ];

    private void Limit(string name, OpenApiSchema schema)
    {
        if (name is "page")
        {
            schema.Minimum = "1";
        }
        else if (name is "pageSize" && schema.Maximum is null)
        {
            schema.Minimum = "1";
            schema.Maximum = options.MaxPageSize.ToString(CultureInfo.InvariantCulture);
            schema.Default = options.PageSize;
        }
    }

    private static List<JsonNode>? Examples(JsonNode? example) => example switch
    {
        null => null,
        JsonArray values => [.. values.Select(value => value!.DeepClone())],
        _ => [example.DeepClone()],
    };
}
