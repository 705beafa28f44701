using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Rdf;

namespace DataCatalog.Home;

/// <summary>The home document, our own terms and the JSON-LD context over HTTP.</summary>
internal static class HomeEndpoints
{
    public static void MapHome(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Service");
        group.MapGet("/", Describe).WithName("getHome");
        group.MapGet("/vocab", DescribeVocabulary).WithName("getOwnTerms");
        group.MapGet($"/{PlainJson.ContextPath}", DescribeContext).WithName("getContext")
            .Produces<ContextDocumentSchema>(StatusCodes.Status200OK, Syntax.JsonLd.MediaType);
    }

    /// <summary>Describes this service</summary>
    /// <remarks>
    /// Begin here: `collection` links to every list, `endpointDescription` to this description, `page` to the pages for people, the dumps,
    /// the changes and the feed.
    /// </remarks>
    /// <response code="200">The service.</response>
    private static RdfResult<HomeSchema> Describe(Documents documents, ServiceDescription home) =>
        documents.Whole<HomeSchema>(documents.Version, home.Describe);

    /// <summary>Gets our own terms</summary>
    /// <remarks>The vocabulary of what DCAT-AP has no term for, each term with the nearest standard term.</remarks>
    /// <response code="200">The vocabulary.</response>
    private static RdfResult<VocabularySchema> DescribeVocabulary(Documents documents) =>
        documents.Whole<VocabularySchema>(documents.Version, mapping => mapping.DescribeVocabulary());

    /// <summary>Gets the JSON-LD context</summary>
    /// <remarks>
    /// The context defines the keys of plain JSON, which names it in a `Link` header (JSON-LD 1.1 section 6.1). JSON-LD contains its
    /// context.
    /// </remarks>
    /// <response code="200">The context.</response>
    private static FileAnswer DescribeContext(CatalogIris iris) =>
        new(Syntax.JsonLd, PlainJson.ContextPath, output => JsonLdWriter.WriteContext(CatalogContext.For(iris), output));
}
