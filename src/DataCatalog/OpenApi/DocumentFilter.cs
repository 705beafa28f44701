using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataCatalog.OpenApi;

/// <summary>
/// Adds what applies to the whole description: reading needs no key, the tags in order of use, and the headers of answers.
/// </summary>
internal sealed class DocumentFilter : IDocumentFilter
{
    private static readonly (string Name, string Description)[] Tags =
    [
        ("Territories", "Communes, intermunicipal bodies, départements, regions, France: what exists for each, and what it must publish."),
        ("Search", "Find datasets by words and filters, and what to type."),
        ("Datasets", "Datasets useful to or produced by local authorities, and their distributions."),
        ("Models", "What local authorities are expected to publish or send."),
        ("Rules", "What texts ask of local authorities, and what these may ask for."),
        ("Vocabularies", "Controlled lists: competences, themes, licences and others."),
        ("Services", "APIs, open or restricted."),
        ("Series", "Datasets that are editions of one another."),
        ("Agents", "Who publishes and makes the data."),
        ("Harvesting", "The whole catalogue for other catalogues: pages, dumps, what changed."),
        ("Service", "Where to begin, and our own terms."),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Security = [new OpenApiSecurityRequirement()];
        swaggerDoc.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
        swaggerDoc.Components!.Headers = ResponseHeaders.Components(Headers(swaggerDoc));
        swaggerDoc.Components.Schemas!.Remove("ProblemDetails");
        HitSchemas.AddTo(swaggerDoc);
        SharedParameters.MoveTo(swaggerDoc);
        if (context.DocumentName is JsonOnlyFilter.Name)
        {
            swaggerDoc.Components.Schemas.Remove(HitSchemas.Whole);
        }
    }

    private static HashSet<string> Headers(OpenApiDocument description) => description.Paths.Values
        .SelectMany(path => path.Operations!.Values)
        .SelectMany(operation => operation.Responses!.Values)
        .SelectMany(response => response.Headers?.Keys ?? [])
        .ToHashSet(StringComparer.Ordinal);
}
