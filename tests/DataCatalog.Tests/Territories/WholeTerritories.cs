using DataCatalog.Dcat;
using DataCatalog.Seeding.Reading;
using DataCatalog.Territories;
using DataCatalog.Tests.Storage;

namespace DataCatalog.Tests.Territories;

/// <summary>The map of all territories of the seed, by way of a database.</summary>
internal static class WholeTerritories
{
    private static readonly Lazy<TerritoryIndex> Made = new(Make);

    public static TerritoryIndex Places => Made.Value;

    private static TerritoryIndex Make()
    {
        var content = SeedReader.Read(Repository.PathOf("seed-data"), TimeProvider.System).Content;
        using var catalog = new TestCatalog();
        catalog.Load(new SeedContent { Territories = content.Territories });
        return new TerritoryIndexes(catalog.Database, new CatalogIris(CatalogApp.BaseUrl)).Current;
    }
}
