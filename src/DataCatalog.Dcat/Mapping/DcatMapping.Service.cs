using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Maps services and series (DCAT-AP 3.0.1 sections 3.4 and 3.5).</summary>
public sealed partial class DcatMapping
{
    public Node Describe(Graph graph, DataService service)
    {
        var publisher = Required(references.FindAgent(service.Publisher), service.Publisher);
        var node = graph.Describe(iris.Service(service.Id))
            .OfType(DcatTerms.DataService)
            .Add(DcTerms.Identifier, Literal.Of(service.Id))
            .Add(DcTerms.Title, Texts(service.Title))
            .Add(DcTerms.Description, Texts(service.Description))
            .Add(DcTerms.Modified, Date(PartialDate.Of(service.Provenance.CheckedAt)));
        Classify(graph, node, service.Keywords, service.Themes, service.Competences, service.HvdCategories);
        node.Add(DcTerms.Publisher, _leaves.Agent(graph, publisher.Id))
            .Add(DcatTerms.ContactPoint, DescribeContact(graph, publisher));
        DescribeConditions(
            graph, node, new Conditions(service.Access, service.Licence, service.PersonalData, service.LegalBases, service.HvdCategories));
        DescribeEndpoint(graph, node, service);
        DescribeOtherIdentifiers(graph, node, service.OtherIdentifiers, isService: true);
        node.Add(Cat(CatTerms.Unknown), Unknown.Of(service, publisher).Select(Literal.Of));
        return node.Add(DcatTerms.ServesDataset, service.Serves.Select(id => Stub(graph, id)));
    }

    /// <summary>Describes a series, with its editions by their identifiers.</summary>
    public Node Describe(Graph graph, DatasetSeries series, IEnumerable<string> editions)
    {
        var publisher = Required(references.FindAgent(series.Publisher), series.Publisher);
        return graph.Describe(iris.Series(series.Id))
            .OfType(DcatTerms.DatasetSeries)
            .Add(DcTerms.Identifier, Literal.Of(series.Id))
            .Add(DcTerms.Title, Texts(series.Title))
            .Add(DcTerms.Description, Texts(series.Description))
            .Add(DcTerms.Publisher, _leaves.Agent(graph, publisher.Id))
            .Add(DcatTerms.ContactPoint, DescribeContact(graph, publisher))
            .Add(DcTerms.AccrualPeriodicity, _leaves.Frequency(graph, series.Frequency))
            .Add(DcTerms.Issued, Date(series.Issued))
            .Add(DcTerms.Modified, Date(series.Modified))
            .Add(DcTerms.Spatial, _leaves.Places(graph, iris.Series(series.Id), series.Territories))
            .Add(DcTerms.Temporal, DescribePeriod(graph, series.Id, series.Temporal))
            .Add(DcatTerms.SeriesMember, editions.Select(id => Stub(graph, id)));
    }

    private void DescribeEndpoint(Graph graph, Node node, DataService service) => node
        .Add(DcatTerms.EndpointUrl, Link(service.EndpointUrl))
        .Add(DcatTerms.EndpointDescription, Link(service.EndpointDescription))
        .Add(DcatTerms.LandingPage, Document(graph, service.LandingPage))
        .Add(Foaf.Page, Document(graph, service.Documentation))
        .Add(DcTerms.ConformsTo, _leaves.Standards(graph, service.ConformsTo));

    /// <summary>Describes a dataset by its identifier alone: one with a type and no title makes CKAN drop the whole harvest.</summary>
    private Node Stub(Graph graph, string datasetId) =>
        graph.DescribeInside(iris.Dataset(datasetId)).Add(DcTerms.Identifier, Literal.Of(datasetId));
}
