using System.Reflection;
using DataCatalog.Dcat;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataCatalog.OpenApi;

/// <summary>The description of the API (OpenAPI 3.1) at <c>/openapi/v1.yaml</c>, and its page at <c>/swagger</c>, which works offline.</summary>
internal static class OpenApiDescription
{
    private const string Introduction =
        """
        The mapping of datasets available to French local authorities, as DCAT-AP 3.0.1.

        **In ten minutes.** `GET /datasets` lists everything, `GET /datasets?q=eau potable` searches, `GET /datasets/{id}` gives one dataset.
        Read the answers as plain JSON (`Accept: application/json`): the keys are words, `@context` can be ignored. The same document is served as JSON-LD, Turtle,
        RDF/XML and N-Triples, by `Accept` or by an extension of the address (`.json`, `.jsonld`, `.ttl`, `.rdf`, `.nt`).

        **Harvesters** take `/catalog.jsonld` (or `.ttl`, `.rdf`), or a dump; `/changes` and `/feed.atom` say what is new.

        **Rules.** The IRI of a thing is its address. What is not known is left out, and named in `unknown`. Answers carry a strong `ETag`: send it back in
        `If-None-Match` and get 304 when nothing changed. HEAD answers as GET. Nothing redirects. Errors are `application/problem+json`.
        """;

    public static IServiceCollection AddOpenApiDescription(this IServiceCollection services) => services
        .AddEndpointsApiExplorer()
        .AddSwaggerGen(options => Configure(options))
        .AddOptions<SwaggerGenOptions>()
        .Configure<CatalogIris>((options, iris) => options.AddServer(new OpenApiServer { Url = iris.BaseUrl, Description = "This catalogue" }))
        .Services;

    public static void MapOpenApiDescription(this WebApplication app)
    {
        app.MapSwagger("/openapi/{documentName}.{extension:regex(^(json|ya?ml)$)}", options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        app.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint("../openapi/v1.json", "DataCatalog v1");
            options.DocumentTitle = "DataCatalog";
        });
    }

    private static void Configure(SwaggerGenOptions options)
    {
        options.SwaggerDoc("v1", new OpenApiInfo
        {
            Title = "DataCatalog",
            Version = "v1",
            Description = Introduction,
            License = new OpenApiLicense { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
        });
        options.IncludeXmlComments(Assembly.GetExecutingAssembly());
        options.SupportNonNullableReferenceTypes();
        options.NonNullableReferenceTypesAsRequired();
        options.CustomSchemaIds(SchemaName);
        options.SchemaFilter<JsonLdSchemaFilter>();
        options.OperationFilter<ExampleFilter>();
        options.DocumentFilter<DocumentFilter>();
    }

    /// <summary><c>DatasetSchema</c> is <c>Dataset</c>, <c>CollectionSchema&lt;DatasetSchema&gt;</c> is <c>DatasetCollection</c>.</summary>
    private static string SchemaName(Type type)
    {
        var name = type.Name.Split('`')[0].Replace("Schema", "", StringComparison.Ordinal);
        return string.Concat(type.GetGenericArguments().Select(SchemaName)) + name;
    }
}
