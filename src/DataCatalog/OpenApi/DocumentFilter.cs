using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataCatalog.OpenApi;

/// <summary>Says once what holds for the whole description: an empty security requirement (no key is needed to read), and what each tag is about.</summary>
internal sealed class DocumentFilter : IDocumentFilter
{
    private static readonly (string Name, string Description)[] Tags =
    [
        ("Service", "Where to begin, and our own terms."),
        ("Harvesting", "The whole catalogue for other catalogues: pages, dumps, what changed."),
        ("Datasets", "Datasets useful to or produced by local authorities, and their distributions."),
        ("Services", "APIs, open or restricted."),
        ("Series", "Datasets that are editions of one another."),
        ("Models", "What local authorities are expected to publish or send."),
        ("Agents", "Who publishes and makes the data."),
        ("Vocabularies", "Controlled lists: competences, themes, licences and others."),
        ("Territories", "Communes, intermunicipal bodies, départements, regions, France."),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Security = [new OpenApiSecurityRequirement()];
        swaggerDoc.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
    }
}
