using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;
using DataCatalog.Storage;
using DataCatalog.Territories;
using DataCatalog.Territories.Links;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Datasets;

/// <summary>Adds the ready links of one territory to the answer about a dataset.</summary>
internal sealed class DatasetLinks(CatalogIris iris, References references, TerritoryIndexes indexes)
{
    /// <summary>Reads the territory of a request.</summary>
    /// <param name="territory">The text; null for none.</param>
    /// <param name="links">Its links; null for no territory.</param>
    /// <returns>The fault, or null.</returns>
    public ProblemHttpResult? Read(string? territory, out TerritoryLinks? links)
    {
        var fault = WrittenTerritory.Read("territory", territory, indexes, out var place);
        links = place is var (places, number) ? TerritoryLinks.For(references.Current, places, number) : null;
        return fault;
    }

    /// <summary>Adds the links to the distributions, which the graph describes already.</summary>
    public void Add(DcatMapping mapping, Graph graph, Dataset dataset, TerritoryLinks links)
    {
        var answer = iris.At($"datasets/{dataset.Id}?territory={Uri.EscapeDataString(links.Territory)}");
        foreach (var distribution in dataset.Distributions)
        {
            mapping.AddReadyLinks(graph, answer, distribution, links.Of(distribution));
        }
    }
}
