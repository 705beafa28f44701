using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;

namespace DataCatalog.Home;

/// <summary>The home address and our own terms.</summary>
internal static class HomeEndpoints
{
    public static void MapHome(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Service");
        group.MapGet("/", Describe).WithName("getHome");
        group.MapGet("/vocab", DescribeVocabulary).WithName("getOwnTerms");
    }

    /// <summary>Describes this service</summary>
    /// <remarks>Where to begin: `collection` links to every list, `endpointDescription` to this description, `page` to pages for people, dumps, changes and the feed.</remarks>
    /// <param name="documents">Builds the answer.</param>
    /// <param name="home">What the service says of itself.</param>
    /// <response code="200">The service.</response>
    private static RdfResult<HomeSchema> Describe(Documents documents, ServiceDescription home) => documents.Whole<HomeSchema>(documents.Version, home.Describe);

    /// <summary>Gets our own terms</summary>
    /// <remarks>The vocabulary for what DCAT-AP has no word for, each term with the standard term nearest to it.</remarks>
    /// <param name="documents">Builds the answer.</param>
    /// <response code="200">The vocabulary.</response>
    private static RdfResult<VocabularySchema> DescribeVocabulary(Documents documents) =>
        documents.Whole<VocabularySchema>(documents.Version, mapping => mapping.DescribeVocabulary());
}
