using DataCatalog.Storage;

namespace DataCatalog.Harvesting;

/// <summary>A view of the catalogue: the conditions on the entries of each kind, and the language of the texts.</summary>
/// <param name="Filters">The filters as a query string: <c>hvd=true&amp;theme=ENVI</c>; empty without filters.</param>
/// <param name="Query">The filters and the language as a query string, which every link of a walk repeats; empty without both.</param>
/// <param name="Datasets">The conditions on datasets.</param>
/// <param name="Series">
/// The conditions on series. Publisher and date are those of the series itself; any other condition holds when it holds for one of its
/// editions.
/// </param>
/// <param name="Services">The conditions on services. A service covers the territories of the datasets that it serves.</param>
/// <param name="Language">The language of the texts; null for all languages.</param>
internal sealed record HarvestView(
    string Filters, string Query, Selection Datasets, Selection Series, Selection Services, string? Language)
{
    public Selection Of(CatalogSection section) => section switch
    {
        CatalogSection.Datasets => Datasets,
        CatalogSection.Series => Series,
        _ => Services,
    };
}
