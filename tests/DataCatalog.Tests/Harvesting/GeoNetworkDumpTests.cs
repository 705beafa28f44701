using System.Text;
using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;
using DataCatalog.Storage;
using DataCatalog.Tests.Mapping;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Harvesting;

public sealed class GeoNetworkDumpTests(BuiltDumps built)
{
    private const string Name = "catalog-geonetwork.rdf";

    private static readonly Iri Dataset = new($"{Corpus.Dcat}Dataset");

    private CatalogApp App => built.App;

    [Fact]
    public async Task There_is_a_record_for_each_dataset_series_and_service()
    {
        var harvest = await HarvestAsync();
        var datasets = Ids<Dataset>("datasets").Concat(Ids<DatasetSeries>("series"));
        Assert.Equal(
            datasets.Concat(Ids<DataService>("services")).Order(StringComparer.Ordinal),
            harvest.Records.Select(record => record.Topic.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Datasets_and_series_are_datasets_of_the_catalogue()
    {
        var harvest = await HarvestAsync();
        var expected = Ids<Dataset>("datasets").Concat(Ids<DatasetSeries>("series")).Order(StringComparer.Ordinal).ToList();
        var catalog = Assert.Single(harvest.Typed(new Iri($"{Corpus.Dcat}Catalog")));

        Assert.Equal(335 + 2, expected.Count);
        Assert.Equal(expected, Iris(harvest.Typed(Dataset)));
        Assert.Equal(expected, Iris(harvest.Objects(catalog, new Iri($"{Corpus.Dcat}dataset"))));
        Assert.Empty(harvest.Objects(catalog, new Iri($"{Corpus.Dcat}resource")));
        Assert.Equal(2, harvest.Typed(new Iri($"{Corpus.Dcat}DatasetSeries")).Intersect(harvest.Typed(Dataset)).Count());
    }

    [Fact]
    public async Task No_record_has_the_resource_of_another_one()
    {
        var harvest = await HarvestAsync();
        Assert.All(harvest.Records, record =>
        {
            Assert.Equal([record.Topic], harvest.ResourcesOf(record.Record, record.Topic));
            Assert.Equal([record.Record], harvest.RecordsOf(record.Record, record.Topic));
        });
    }

    [Fact]
    public async Task Each_dataset_has_all_that_GeoNetwork_can_read_of_it()
    {
        var harvest = await HarvestAsync();
        var labels = All<Concept>().ToDictionary(concept => concept.Id, concept => concept.Label["fr"]!, StringComparer.Ordinal);
        foreach (var dataset in All<Dataset>())
        {
            var iri = new Iri($"{CatalogApp.BaseUrl}/datasets/{dataset.Id}");
            Assert.Equal(dataset.Title["fr"], harvest.Text(iri, $"{Corpus.Dct}title"));
            Assert.Equal(dataset.Description?["fr"] ?? "", harvest.Text(iri, $"{Corpus.Dct}description"));
            Assert.Subset(harvest.Keywords(iri).ToHashSet(), dataset.Keywords.ToHashSet());
            Assert.Equal(SubjectsOf(dataset).Select(id => labels[id]).Order(), harvest.Themes(iri).Order());
            Assert.Equal(ContactOf(dataset.Publisher), harvest.Contacts(iri));
            Assert.Equal(LinksOf(dataset), harvest.Links(iri).Order());
            Assert.Equal(
                dataset.Temporal is { } period ? [(period.Start?.Text ?? "", period.End is not null)] : [],
                harvest.Periods(iri).Select(found => (found.Start, found.End.Length > 0)));
        }
    }

    [Fact]
    public async Task Each_dataset_has_a_box_around_its_territories()
    {
        var harvest = await HarvestAsync();
        var territories = All<Territory>().ToDictionary(territory => territory.Id, StringComparer.Ordinal);
        foreach (var dataset in All<Dataset>())
        {
            var named = dataset.Territories.Select(id => territories[id]).ToList();
            var national = named.Find(territory => territory.Kind is "country" or "country-subset" && territory.Box is not null);
            var boxes = (national is null ? named : [national]).ConvertAll(territory => territory.Box);
            var wanted = boxes.Contains(null) ? [] : boxes.OfType<BoundingBox>().ToList();
            var found = harvest.Boxes(new Iri($"{CatalogApp.BaseUrl}/datasets/{dataset.Id}")).ToList();
            Assert.Equal(wanted.Count > 0, found.Count > 0);
            Assert.All(wanted, box => Assert.Contains(found, around =>
                around.West <= box.West && around.South <= box.South && around.East >= box.East && around.North >= box.North));
            Assert.Equal(wanted.Select(box => box.West).DefaultIfEmpty().Min(), found.Select(box => box.West).DefaultIfEmpty().Min());
            Assert.Equal(wanted.Select(box => box.North).DefaultIfEmpty().Max(), found.Select(box => box.North).DefaultIfEmpty().Max());
        }
    }

    [Fact]
    public async Task Series_and_services_have_one_title_one_description_and_the_contact_of_their_publisher()
    {
        var harvest = await HarvestAsync();
        var publishers = All<DataService>().Select(service => ($"{CatalogApp.BaseUrl}/services/{service.Id}", service.Publisher))
            .Concat(All<DatasetSeries>().Select(series => ($"{CatalogApp.BaseUrl}/series/{series.Id}", series.Publisher)))
            .ToDictionary(StringComparer.Ordinal);
        foreach (var (_, topic) in harvest.Records.Where(record => !record.Topic.Value.Contains("/datasets/", StringComparison.Ordinal)))
        {
            Assert.Single(harvest.Objects(topic, new Iri($"{Corpus.Dct}title")));
            Assert.Single(harvest.Objects(topic, new Iri($"{Corpus.Dct}description")));
            Assert.Equal(ContactOf(publishers[topic.Value]), harvest.Contacts(topic));
        }
    }

    [Fact]
    public async Task All_texts_are_French()
    {
        var harvest = await HarvestAsync();
        var languages = harvest.Triples.Select(triple => triple.Object).OfType<Literal>().Select(literal => literal.Language);
        Assert.Equal(["fr"], languages.OfType<string>().Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Blank_nodes_stand_where_GeoNetwork_reads_them_and_each_is_described()
    {
        var harvest = await HarvestAsync();
        var mentions = harvest.Triples.Where(triple => triple.Object is BlankNode).ToList();
        Assert.Equal(
            ["contactPoint", "creator", "distribution", "spatial", "temporal", "theme"],
            mentions.Select(triple => triple.Predicate.Value.Split('/', '#')[^1]).Distinct().Order(StringComparer.Ordinal));
        var described = harvest.Triples.Select(triple => triple.Subject).ToHashSet();
        Assert.All(mentions, triple => Assert.Contains((Resource)triple.Object, described));
        Assert.All(
            described.OfType<BlankNode>(), blank => Assert.Single(harvest.Objects(blank, RdfTerms.Type), type => type is Iri));
    }

    /// <summary>The same node may be written in several parts of the file: its statements must not contradict each other.</summary>
    [Fact]
    public async Task A_blank_node_is_one_thing_in_the_whole_file()
    {
        var harvest = await HarvestAsync();
        string[] properties =
            ["http://www.w3.org/2006/vcard/ns#title", "http://www.w3.org/ns/locn#geometry", $"{Corpus.Dcat}accessURL"];
        foreach (var property in properties)
        {
            var values = harvest.Triples.Where(triple => triple.Predicate.Value == property).GroupBy(triple => triple.Subject);
            Assert.All(values, of => Assert.Single(of));
        }
    }

    [Fact]
    public async Task The_other_dumps_and_the_pages_have_no_blank_nodes_but_periods()
    {
        var statements = Corpus.Parse(Encoding.UTF8.GetString(await built.BytesAsync("catalog.nt")))
            .Concat((await CatalogWalk.AllAsync(App)).SelectMany(page => page.Statements))
            .Concat((await CatalogWalk.AllAsync(App, "/catalog.nt?lang=fr")).SelectMany(page => page.Statements))
            .ToList();
        Assert.All(
            statements.Where(statement => IsBlank(statement.Object)),
            statement => Assert.Equal($"<{Corpus.Dct}temporal>", statement.Predicate));
        var labels = statements.Select(statement => statement.Object).Where(IsBlank).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(labels);
        Assert.Subset(labels, statements.Select(statement => statement.Subject).Where(IsBlank).ToHashSet(StringComparer.Ordinal));
        var rdf = DataCatalog.Rdf.Tests.RdfXmlReader.Read(await built.BytesAsync("catalog.rdf"));
        Assert.All(
            rdf.Where(triple => triple.Object is BlankNode),
            triple => Assert.Equal($"{Corpus.Dct}temporal", triple.Predicate.Value));
    }

    private static bool IsBlank(string term) => term.StartsWith("_:", StringComparison.Ordinal);

    private async Task<GeoNetworkHarvest> HarvestAsync() => new(await built.BytesAsync(Name));

    private List<T> All<T>()
        where T : class, IRecord
    {
        var records = App.Services.GetRequiredService<RecordReader<T>>();
        return records.List(0, records.Count()).Select(entry => entry.Record).ToList();
    }

    private IEnumerable<string> Ids<T>(string list)
        where T : class, IRecord => All<T>().Select(record => $"{CatalogApp.BaseUrl}/{list}/{record.Id}");

    private static IEnumerable<string> SubjectsOf(Dataset dataset) => dataset.Themes.Select(code => $"{Schemes.Themes}/{code}")
        .Concat(dataset.HvdCategories.Select(code => $"{Schemes.HvdCategories}/{code}"))
        .Concat(dataset.Competences.Select(code => $"{Schemes.Competences}/{code}"));

    private IEnumerable<(string Name, string Email, string Role)> ContactOf(string publisher) =>
        App.Services.GetRequiredService<RecordReader<Agent>>().Find(publisher)!.Record.Contact is { } contact
            ? [(contact.Name, contact.Email ?? "", "pointOfContact")]
            : [];

    private static IEnumerable<(string Address, string Title)> LinksOf(Dataset dataset) => dataset.Distributions
        .SelectMany(distribution => new[] { distribution.AccessUrl, distribution.DownloadUrl }.OfType<string>().Distinct()
            .Select(address => (address, distribution.Title?["fr"] ?? "")))
        .Order();

    private static IEnumerable<string> Iris(IEnumerable<Term> terms) =>
        terms.Select(term => Assert.IsType<Iri>(term).Value).Order(StringComparer.Ordinal);
}
