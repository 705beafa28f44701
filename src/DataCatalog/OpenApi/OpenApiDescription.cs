using System.Reflection;
using DataCatalog.Configuration;
using DataCatalog.Dcat;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataCatalog.OpenApi;

/// <summary>
/// The description of the API (OpenAPI 3.1) at <c>/openapi/v1.yaml</c>, the description of its JSON alone at <c>/openapi/v1-json.yaml</c>,
/// both also as <c>.json</c>, and an offline page of the first at <c>/swagger</c>.
/// </summary>
internal static class OpenApiDescription
{
    private const string Introduction =
        """
        The mapping of datasets available to French local authorities, as DCAT-AP 3.0.1.

        **In ten minutes.** `GET /datasets` lists everything, `GET /datasets?q=eau potable` searches,
        `GET /datasets/{id}` gives one dataset.
        Read the answers as plain JSON (`.json`, or `Accept: application/json`): the keys are words.
        For a list of hits ask for less: `/datasets.json?q=eau&view=summary`.
        The same document is served as JSON-LD, Turtle, RDF/XML and N-Triples, by `Accept` or by an extension of the address
        (`.jsonld`, `.ttl`, `.rdf`, `.nt`). A browser gets a page for people (`.html`), in French or, with `ui=en`, in English.

        **Worked examples** in curl, Python, JavaScript and C# are in `docs/api.md` of the source,
        and as requests for an editor in `docs/api.http`.

        **Harvesters** take `/catalog.jsonld` (or `.ttl`, `.rdf`), or a dump; `/changes` and `/feed.atom` say what is new.

        **Rules.** The IRI of a thing is its address. An unknown fact is left out (no key is ever null), and named in `unknown`.
        What may come more than once is always an array.
        Answers carry a strong `ETag`: send it back in `If-None-Match` and get 304 when nothing changed.
        Answers name the last change that they show in `Catalog-Sequence`: send it back in a header of the same name,
        and no answer is older, whichever server of the catalogue gives it (503 with `Retry-After` when none has that state at this moment,
        400 when the catalogue never had it).
        HEAD answers as GET. Nothing redirects. Errors are `application/problem+json`.
        """;

    private const string Main = "v1";

    private const string JsonOnly =
        "**For client generators that cannot choose a media type**: only what is served as JSON. "
        + "The whole description is at `/openapi/v1.yaml`.";

    public static IServiceCollection AddOpenApiDescription(this IServiceCollection services) => services
        .AddEndpointsApiExplorer()
        .AddSwaggerGen(options => Configure(options))
        .AddSingleton<DescriptionFiles>()
        .AddOptions<SwaggerGenOptions>()
        .Configure<CatalogIris, CatalogOptions>((options, iris, settings) =>
        {
            options.AddServer(new OpenApiServer { Url = iris.BaseUrl, Description = "This catalogue" });
            options.SwaggerDoc(Main, About("DataCatalog", Introduction, settings));
            options.SwaggerDoc(JsonOnlyFilter.Name, About("DataCatalog as JSON", $"{JsonOnly}\n\n{Introduction}", settings));
        })
        .Services;

    public static void MapOpenApiDescription(this WebApplication app)
    {
        app.MapGet("/openapi/{name:regex((?-i:^(v1|v1-json)$))}.{extension:regex((?-i:^(json|ya?ml)$))}", Send).ExcludeFromDescription();
        app.UseSwaggerUI(options =>
        {
            options.SwaggerEndpoint($"../openapi/{Main}.json", "DataCatalog v1");
            options.DocumentTitle = "DataCatalog";

            // A page of the catalogue is a megabyte: with colours a browser needs ten times as long to show it.
            options.ConfigObject.AdditionalItems["syntaxHighlight"] = false;
            options.DefaultModelsExpandDepth(0);
        });
    }

    private static Task Send(HttpContext context, DescriptionFiles files, string name, string extension) =>
        files.SendAsync(context, name, extension is not "json");

    private static OpenApiInfo About(string title, string description, CatalogOptions settings) => new()
    {
        Title = title,
        Version = "v1",
        Description = description,
        Contact = Contact(settings.Contact),
        License = new OpenApiLicense { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
    };

    /// <summary>Reads a contact, which is the address of a web page or an e-mail address.</summary>
    private static OpenApiContact? Contact(string? address) => address is null ? null
        : Uri.TryCreate(address, UriKind.Absolute, out var url) ? new OpenApiContact { Url = url }
        : new OpenApiContact { Email = address };

    private static void Configure(SwaggerGenOptions options)
    {
        options.DocInclusionPredicate((name, operation) => JsonOnlyFilter.Includes(name, operation.SupportedResponseTypes
            .Where(type => type.StatusCode == StatusCodes.Status200OK)
            .SelectMany(type => type.ApiResponseFormats)
            .Select(format => format.MediaType)));
        options.IncludeXmlComments(Assembly.GetExecutingAssembly());
        options.SupportNonNullableReferenceTypes();
        options.NonNullableReferenceTypesAsRequired();
        options.CustomSchemaIds(SchemaName);
        options.SchemaFilter<SchemaFilter>();
        options.OperationFilter<ParameterFilter>();
        options.OperationFilter<PlainJsonFilter>();
        options.OperationFilter<ResponseFilter>();
        options.OperationFilter<ExampleFilter>();
        options.OperationFilter<JsonOnlyFilter>();
        options.DocumentFilter<DocumentFilter>();
    }

    /// <summary>
    /// Returns the name of a schema: <c>Dataset</c> for <c>DatasetSchema</c>, <c>DatasetCollection</c> for
    /// <c>CollectionSchema&lt;DatasetSchema&gt;</c>.
    /// </summary>
    private static string SchemaName(Type type)
    {
        var name = type.Name.Split('`')[0].Replace("Schema", "", StringComparison.Ordinal);
        return string.Concat(type.GetGenericArguments().Select(SchemaName)) + name;
    }
}
