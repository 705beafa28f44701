using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using DataCatalog.OpenApi.Schemas;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataCatalog.OpenApi;

/// <summary>
/// Describes schemas: an unknown fact is left out (an optional key is absent, never null), keys may be added in later versions, and closed
/// sets list their values.
/// </summary>
internal sealed class SchemaFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Type: { } type } concrete)
        {
            return;
        }

        concrete.Type = type & ~JsonSchemaType.Null;
        concrete.AdditionalPropertiesAllowed = true;
        if (context.MemberInfo is { } member)
        {
            concrete.Enum = ValuesOf(member);
            if (ClassOf(member) is { } name)
            {
                concrete.Const = name;
            }
        }
    }

    private static string? ClassOf(MemberInfo member) =>
        member.Name is "Type" ? member.DeclaringType?.GetCustomAttribute<ClassAttribute>()?.Name : null;

    private static List<JsonNode>? ValuesOf(MemberInfo member) => member.GetCustomAttribute<AllowedValuesAttribute>() is { } allowed
        ? [.. allowed.Values.Select(value => (JsonNode)(string)value!)]
        : null;
}
