using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataCatalog.OpenApi;

/// <summary>Says that what is not known is left out (an optional key is absent, never null), and that keys may be added one day.</summary>
internal sealed class JsonLdSchemaFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is OpenApiSchema { Type: { } type } concrete)
        {
            concrete.Type = type & ~JsonSchemaType.Null;
            concrete.AdditionalPropertiesAllowed = true;
        }
    }
}
