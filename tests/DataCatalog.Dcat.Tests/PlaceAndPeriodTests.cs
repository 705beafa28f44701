using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Tests.Rules;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Tests;

/// <summary>What the mapping says of periods and of several territories, also where the seed has no such case.</summary>
public sealed class PlaceAndPeriodTests
{
    private static readonly CatalogIris Iris = new("https://catalogue.example");
    private static readonly Iri EndAsWritten = Iris.Terms[CatTerms.EndAsWritten];

    [Theory]
    [InlineData("2024", "2024-12-31", "2024")]
    [InlineData("2024-02", "2024-02-29", "2024-02")]
    [InlineData("2023-02", "2023-02-28", "2023-02")]
    [InlineData("2024-06-30", "2024-06-30", null)]
    [InlineData(null, null, null)]
    public void A_period_ends_on_its_last_day_and_keeps_what_was_written(string? written, string? day, string? precision)
    {
        var end = PartialDate.TryParse(written, out var date) ? date : (PartialDate?)null;
        var graph = GraphOf(Valid.Dataset with { Temporal = new Period(null, end) });
        var period = (BlankNode)Assert.Single(graph.Find(Iris.Dataset("water"))![DcTerms.Temporal]);
        var node = graph.Find(period)!;

        Assert.Equal(day is null ? [] : [Literal.Of(day, Xsd.Date)], node[DcatTerms.EndDate]);
        Assert.Equal(precision, (node[EndAsWritten].SingleOrDefault() as Literal)?.Value);
    }

    [Fact]
    public void Territories_of_one_name_are_counted()
    {
        var names = Set(Place("commune", "Saint-Denis"), Place("commune", "Saint-Denis"));

        Assert.Equal("2 communes", names.Name);
    }

    [Fact]
    public void Kinds_of_one_word_are_counted_together() => Assert.Equal(
        "3 intercommunalités et 1 commune",
        Set(Place("epci", "A"), Place("epci", "B"), Place("ept", "C"), Place("commune", "D")).Name);

    [Fact]
    public void Up_to_three_territories_are_named() => Assert.Equal(
        "Nantes, Rezé et Vertou", Set(Place("commune", "Nantes"), Place("commune", "Rezé"), Place("commune", "Vertou")).Name);

    [Fact]
    public void A_set_has_the_smallest_box_around_its_territories() => Assert.Equal(
        "POLYGON((-2 47,3 47,3 50,-2 50,-2 47))",
        Set(Place("commune", "A", new BoundingBox(-2, 47, -1, 48)), Place("commune", "B", new BoundingBox(2, 49, 3, 50))).Box);

    [Fact]
    public void A_set_has_no_box_when_that_of_one_territory_is_not_known() => Assert.Null(
        Set(Place("commune", "A", new BoundingBox(-2, 47, -1, 48)), Place("commune", "B")).Box);

    [Fact]
    public void Two_records_on_one_platform_are_two_identifiers()
    {
        var graph = GraphOf(Valid.Dataset with
        {
            OtherIdentifiers = [new OtherIdentifier("data.gouv.fr", "a"), new OtherIdentifier("data.gouv.fr", "b")],
        });
        var identifiers = graph.Find(Iris.Dataset("water"))![Adms.OtherIdentifier].OfType<Iri>().ToList();

        Assert.Equal(
            ["https://catalogue.example/datasets/water#identifier-data.gouv.fr",
                "https://catalogue.example/datasets/water#identifier-data.gouv.fr-2"],
            identifiers.ConvertAll(identifier => identifier.Value));
        Assert.All(identifiers, identifier => Assert.Single(graph.Find(identifier)![Skos.Notation]));
    }

    private static Graph GraphOf(Dataset dataset, IReferences? references = null)
    {
        var graph = new Graph();
        new DcatMapping(Iris, references ?? new KnownReferences()).Describe(graph, dataset);
        return graph;
    }

    private static Territory Place(string kind, string name, BoundingBox? box = null) =>
        new() { Kind = kind, Code = name, Name = name, Box = box };

    private static (string Name, string? Box) Set(params Territory[] territories)
    {
        Territory[] numbered = [.. territories.Select((territory, index) => territory with { Code = $"{index}" })];
        var graph = GraphOf(
            Valid.Dataset with { Territories = [.. numbered.Select(territory => territory.Id)] }, new PlacesBeside(numbered));
        var set = graph.Find(new Iri("https://catalogue.example/datasets/water#territories"))!;
        return (
            ((Literal)Assert.Single(set[Skos.PrefLabel])).Value,
            (set[DcatTerms.BoundingBox].SingleOrDefault() as Literal)?.Value);
    }

    /// <summary>The known references with other territories.</summary>
    private sealed class PlacesBeside(IReadOnlyList<Territory> territories) : IReferences
    {
        private readonly KnownReferences _others = new();

        public Agent? FindAgent(string id) => _others.FindAgent(id);

        public ConceptScheme? FindScheme(string scheme) => _others.FindScheme(scheme);

        public Concept? FindConcept(string scheme, string code) => _others.FindConcept(scheme, code);

        public IEnumerable<string> CodesOf(string scheme) => _others.CodesOf(scheme);

        public Territory? FindTerritory(string id) =>
            territories.FirstOrDefault(territory => string.Equals(territory.Id, id, StringComparison.Ordinal));

        public DataService? FindService(string id) => _others.FindService(id);

        public DatasetSeries? FindSeries(string id) => _others.FindSeries(id);

        public bool HasDataset(string id) => _others.HasDataset(id);

        public Model? FindModel(string id) => _others.FindModel(id);
    }
}
