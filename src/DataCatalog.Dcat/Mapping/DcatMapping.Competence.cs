using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>How many entries a competence has.</summary>
public sealed record CompetenceCounts(int Datasets, int Services, int Models)
{
    public static readonly CompetenceCounts None = new(0, 0, 0);
}

/// <summary>The entries that the page of a competence links to.</summary>
/// <param name="Counts">The numbers of its entries.</param>
/// <param name="Services">Its services.</param>
/// <param name="Models">Its models.</param>
/// <param name="RestrictedDatasets">Its datasets that are not open.</param>
public sealed record CompetenceEntries(
    CompetenceCounts Counts, IReadOnlyList<DataService> Services, IReadOnlyList<Model> Models, IReadOnlyList<Dataset> RestrictedDatasets);

/// <summary>
/// Maps what the catalogue has for a competence. Entries have a title and no type, and restricted ones the access conditions of their own
/// documents, so that nothing here passes for the description of a dataset.
/// </summary>
public sealed partial class DcatMapping
{
    private static readonly LanguageMap CompetenceDatasetsTitle =
        LanguageMap.Of("Jeux de données de la compétence", "Datasets of the competence");

    public void Describe(Graph graph, Concept competence, CompetenceCounts counts) => graph.Describe(iris.Concept(competence))
        .Add(Cat(CatTerms.DatasetCount), Literal.Of(counts.Datasets))
        .Add(Cat(CatTerms.ServiceCount), Literal.Of(counts.Services))
        .Add(Cat(CatTerms.ModelCount), Literal.Of(counts.Models));

    public void Describe(Graph graph, Concept competence, CompetenceEntries entries)
    {
        Describe(graph, competence, entries.Counts);
        var search = iris.At($"datasets?competence={Uri.EscapeDataString(competence.Code)}");
        graph.Describe(iris.Concept(competence))
            .Add(Cat(CatTerms.Datasets), DescribeList(graph, search, CompetenceDatasetsTitle, entries.Counts.Datasets))
            .Add(Cat(CatTerms.Services), entries.Services.Select(service => Link(graph, service)))
            .Add(Cat(CatTerms.Models), entries.Models.Select(model => Link(graph, iris.Model(model.Id), model.Id, model.Title)))
            .Add(Cat(CatTerms.Restricted), entries.RestrictedDatasets
                .Select(dataset => DescribeAccessTo(graph, Link(graph, dataset), dataset.Access)))
            .Add(Cat(CatTerms.Restricted), entries.Services
                .Where(service => service.Access.Regime is not AccessConditions.Open)
                .Select(service => DescribeAccessTo(graph, Link(graph, service), service.Access)));
    }

    private Node DescribeAccessTo(Graph graph, Node entry, AccessConditions access) =>
        DescribeAccess(graph, (Iri)entry.Id, access).Add(Cat(CatTerms.AccessTo), entry);

    private Node Link(Graph graph, Dataset dataset) => Link(graph, iris.Dataset(dataset.Id), dataset.Id, dataset.Title);

    private Node Link(Graph graph, DataService service) => Link(graph, iris.Service(service.Id), service.Id, service.Title);

    private static Node Link(Graph graph, Iri iri, string id, LanguageMap title) =>
        graph.DescribeInside(iri).Add(DcTerms.Identifier, Literal.Of(id)).Add(DcTerms.Title, Texts(title));
}
