using DataCatalog.Agents;
using DataCatalog.Concepts;
using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Harvesting;
using DataCatalog.Http;
using DataCatalog.LegalRules;
using DataCatalog.Models;
using DataCatalog.Rdf;
using DataCatalog.Series;
using DataCatalog.Services;
using DataCatalog.Storage;
using DataCatalog.Territories;

namespace DataCatalog.Home;

/// <summary>The home document: links to every list, with their sizes.</summary>
internal sealed class ServiceDescription(
    CatalogIris iris,
    References references,
    RecordReader<Dataset> datasets,
    RecordReader<DataService> services,
    RecordReader<DatasetSeries> series,
    RecordReader<Model> models,
    RecordReader<LegalRule> rules,
    RecordReader<Agent> agents,
    RecordReader<ConceptScheme> schemes,
    RecordReader<Territory> territories)
{
    public Node Describe(DcatMapping mapping, Graph graph)
    {
        IEnumerable<Listing> lists =
        [
            CatalogEndpoints.Listing(datasets),
            DatasetEndpoints.Listing(datasets),
            ServiceEndpoints.Listing(services),
            SeriesEndpoints.Listing(series),
            ModelEndpoints.Listing(models),
            RuleList.Listing(rules),
            AgentEndpoints.Listing(agents),
            ConceptEndpoints.Listing(schemes),
            TerritoryEndpoints.Listing(territories),
        ];
        return mapping.DescribeHome(
            graph,
            references.Current.Catalog,
            [iris.At("swagger"), iris.Vocabulary, iris.At("dumps"), iris.At("changes"), iris.At("feed.atom")],
            lists.Select(list => DcatMapping.DescribeList(graph, iris.At(list.Path), list.Title, list.Total)));
    }
}
