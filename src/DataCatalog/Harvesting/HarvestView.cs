using DataCatalog.Storage;

namespace DataCatalog.Harvesting;

/// <summary>A part of the catalogue that a harvester takes: what the filters of a request leave of each kind.</summary>
/// <param name="Query">The filters as they stand in every link of a walk: <c>hvd=true&amp;theme=ENVI</c>; empty for the whole.</param>
/// <param name="Datasets">The datasets.</param>
/// <param name="Series">
/// The series. One has a publisher and a date of its own; for everything else it is in a view when one of its editions is.
/// </param>
/// <param name="Services">The services. One covers what the datasets cover that it serves.</param>
internal sealed record HarvestView(string Query, Selection Datasets, Selection Series, Selection Services)
{
    public Selection Of(CatalogSection section) => section switch
    {
        CatalogSection.Datasets => Datasets,
        CatalogSection.Series => Series,
        _ => Services,
    };
}
