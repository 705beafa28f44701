using DataCatalog.Agents;
using DataCatalog.Concepts;
using DataCatalog.Configuration;
using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Harvesting;
using DataCatalog.Http;
using DataCatalog.Models;
using DataCatalog.Rdf;
using DataCatalog.Series;
using DataCatalog.Services;
using DataCatalog.Territories;

namespace DataCatalog.Home;

/// <summary>The home document: links to every list, with their sizes.</summary>
internal sealed class ServiceDescription(
    CatalogIris iris, DatasetStore datasets, ServiceStore services, SeriesStore series, ModelStore models, AgentStore agents, SchemeStore schemes,
    TerritoryStore territories)
{
    public Node Describe(DcatMapping mapping, Graph graph)
    {
        IEnumerable<Listing> lists =
        [
            CatalogEndpoints.Listing(datasets), DatasetEndpoints.Listing(datasets), ServiceEndpoints.Listing(services), SeriesEndpoints.Listing(series),
            ModelEndpoints.Listing(models), AgentEndpoints.Listing(agents), ConceptEndpoints.Listing(schemes),
            TerritoryEndpoints.Listing(territories),
        ];
        return mapping.DescribeHome(
            graph,
            AboutCatalog.Catalog,
            [iris.At("swagger"), iris.Vocabulary, iris.At("dumps"), iris.At("changes"), iris.At("feed.atom")],
            lists.Select(list => DcatMapping.DescribeList(graph, iris.At(list.Path), list.Title, list.Total)));
    }
}
