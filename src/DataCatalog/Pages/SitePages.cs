using DataCatalog.Configuration;
using DataCatalog.Http;
using DataCatalog.Http.Bounds;

namespace DataCatalog.Pages;

/// <summary>
/// The pages about this site, and what search engines ask for. They have no other syntax, and no place in the API description.
/// </summary>
internal static class SitePages
{
    public static void MapSitePages(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithPages().ExcludeFromDescription();
        group.MapGet("/about", About);
        group.MapGet("/developers", Developers);
        group.MapGet("/accessibilite", Accessibility);
        group.MapGet("/mentions-legales", Legal);
        group.MapGet("/robots.txt", Robots);
        group.MapGet("/sitemap.xml", Sitemap);
        group.MapGet("/sitemaps/entries.xml", Entries);
        group.MapGet("/sitemaps/territories.xml", Territories).WithCost(Cost.Page);
    }

    private static TextPage About(Documents documents) => new(typeof(AboutPage), documents.Version);

    private static TextPage Developers(Documents documents) => new(typeof(DevelopersPage), documents.Version);

    private static TextPage Accessibility(Documents documents) => new(typeof(AccessibilityPage), documents.Version);

    private static TextPage Legal(Documents documents, CatalogOptions options) =>
        new(typeof(LegalPage), $"{documents.Version} {options.Contact} {options.Host}");

    private static FileAnswer Robots(SiteMap map) => new(SiteMap.Text, nameof(Robots), map.WriteRobots);

    private static FileAnswer Sitemap(Documents documents, SiteMap map) => new(SiteMap.Xml, documents.VersionWithTimes, map.WriteIndex);

    private static FileAnswer Entries(Documents documents, SiteMap map) => new(SiteMap.Xml, documents.VersionWithTimes, map.WriteEntries);

    private static FileAnswer Territories(Documents documents, SiteMap map) =>
        new(SiteMap.Xml, documents.VersionWithTimes, map.WriteTerritories);
}

/// <summary>A page that is made of texts alone.</summary>
/// <param name="content">The component.</param>
/// <param name="version">A text that changes when the content does.</param>
internal sealed class TextPage(Type content, string version) : IRenderedAnswer
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var document = new Document(
            version, [Syntax.Html], (_, output) => services.GetRequiredService<PageWriter>().WriteText(httpContext, content, output))
        {
            Chosen = Syntax.Html,
        };
        return services.GetRequiredService<Representation>().SendAsync(httpContext, document);
    }
}
