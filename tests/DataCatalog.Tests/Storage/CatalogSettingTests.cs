using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;

namespace DataCatalog.Tests.Storage;

public sealed class CatalogSettingTests : IDisposable
{
    private readonly TestCatalog _catalog = TestCatalog.Loaded();

    [Fact]
    public void Another_title_is_one_change_that_the_references_show()
    {
        var (sequence, before) = (_catalog.Database.Sequence, _catalog.References.Current);
        Load(Samples.Catalog with { Title = LanguageMap.Of("Scrutins") });
        Load(Samples.Catalog with { Title = LanguageMap.Of("Scrutins") });
        Assert.Equal((sequence + 1, sequence + 1), (_catalog.Database.Sequence, _catalog.Database.ReferenceRevision));
        Assert.Equal(("Données électorales", "Scrutins"), (before.Catalog.Title["fr"], _catalog.References.Current.Catalog.Title["fr"]));
        Assert.Equal(
            ["catalog|catalog|create|1", "catalog|catalog|update|2"],
            _catalog.Rows("select kind, id, operation, version from change where kind = 'catalog' order by sequence"));
        Assert.Equal(
            _catalog.Scalar<string>("select value from setting where name = 'catalog'"),
            _catalog.Scalar<string>("select document from change where kind = 'catalog' and version = 2"));
    }

    [Fact]
    public void Content_without_a_catalogue_leaves_the_one_that_is_there()
    {
        var sequence = _catalog.Database.Sequence;
        Load(catalog: null);
        Assert.Equal(sequence, _catalog.Database.Sequence);
        Assert.Equal("Données électorales", _catalog.References.Current.Catalog.Title["fr"]);
    }

    [Fact]
    public void The_catalogue_of_an_empty_database_can_be_described()
    {
        using var empty = new TestCatalog();
        var references = empty.References.Current;
        var (mapping, graph) = (new DcatMapping(new CatalogIris(CatalogApp.BaseUrl), references), new Graph());
        graph.DescribeRoot(mapping.Describe(graph, references.Catalog, Samples.Newest).Id);
        graph.DescribeRoot(mapping.DescribeHome(graph, references.Catalog, [], []).Id);
        Assert.Same(Catalog.Undescribed, references.Catalog);
    }

    public void Dispose() => _catalog.Dispose();

    private void Load(Catalog? catalog) => _catalog.Load(Samples.Content with { Catalog = catalog });
}
