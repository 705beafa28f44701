using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataCatalog.OpenApi;

/// <summary>Describes what only plain JSON has: the parameter <c>pretty</c>, and shortened datasets in search results.</summary>
internal sealed class PlainJsonFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (!context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<PlainJson.ForApps>().Any())
        {
            return;
        }

        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = PlainJson.Pretty,
            In = ParameterLocation.Query,
            Description = "`true` indents the JSON. Without a value: `true`. For plain JSON only: JSON-LD is always indented.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean, Examples = [true] },
        });
        var plain = (OpenApiMediaType)operation.Responses!["200"].Content![Syntax.Json.MediaType];
        if (plain.Schema is OpenApiSchemaReference { Reference.Id: HitSchemas.Whole })
        {
            context.SchemaGenerator.GenerateSchema(typeof(MatchSchema), context.SchemaRepository);
            plain.Schema = new OpenApiSchemaReference(HitSchemas.Collection, context.Document);
        }
    }
}
