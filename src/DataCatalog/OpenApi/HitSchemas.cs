using Microsoft.OpenApi;

namespace DataCatalog.OpenApi;

/// <summary>
/// The schemas of search results as plain JSON, derived from those of full answers. A dataset may be whole, a summary or chosen fields, so
/// every key except <c>id</c> may be missing. One schema is easier for generated clients than a choice of several with a discriminator.
/// </summary>
internal static class HitSchemas
{
    /// <summary>The schema of an answer with whole datasets.</summary>
    public const string Whole = "SearchCollection";

    /// <summary>The schema of that answer as plain JSON.</summary>
    public const string Collection = "Hits";

    private const string Hit = "Hit";
    private const string Context = "@context";

    public static void AddTo(OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas!;
        var (dataset, answers) = (schemas["Dataset"], schemas[Whole]);
        schemas[Hit] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "A dataset in a list: whole, unless `view` or `fields` ask for less. The keys are those of `Dataset`; "
                + "`view=summary` has identifier, title, publisher, license (where known), accessConditions, formats and match.",
            Required = new HashSet<string>(["id"], StringComparer.Ordinal),
            Properties = new Dictionary<string, IOpenApiSchema>(
                dataset.Properties!.Where(property => property.Key is not Context).Select(Undescribed), StringComparer.Ordinal)
            {
                ["formats"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Description = "The formats of its distributions, each once. Only where it was asked for.",
                    Items = new OpenApiSchemaReference("Format", document),
                },
                ["match"] = new OpenApiSchemaReference("Match", document),
            },
        };
        schemas[Collection] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "One page of the answers to a search, as plain JSON. `highlights`, `territoryCoverage` and `coveringService` "
                + "are there when the datasets are whole; otherwise each has its `match`.",
            Required = answers.Required,
            Properties = new Dictionary<string, IOpenApiSchema>(
                answers.Properties!.Where(property => property.Key is not Context), StringComparer.Ordinal)
            {
                ["member"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Description = "The datasets of this page.",
                    Items = new OpenApiSchemaReference(Hit, document),
                },
            },
        };
    }

    /// <summary>Removes the description of a key, which the schema of the whole dataset gives.</summary>
    private static KeyValuePair<string, IOpenApiSchema> Undescribed(KeyValuePair<string, IOpenApiSchema> property)
    {
        var copy = property.Value.CreateShallowCopy();
        copy.Description = null;
        return new(property.Key, copy);
    }
}
