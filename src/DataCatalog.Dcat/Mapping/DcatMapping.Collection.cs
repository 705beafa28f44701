using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>One page of a list.</summary>
/// <param name="Collection">The list's own IRI.</param>
/// <param name="Title">What is listed.</param>
/// <param name="Total">How many entries there are on all pages.</param>
/// <param name="Links">The addresses of this page and its neighbours.</param>
public sealed record CollectionPage(Iri Collection, LanguageMap Title, int Total, PageLinks Links);

/// <summary>The addresses of a page, absolute; null where there is no such page.</summary>
public sealed record PageLinks(Iri This, Iri First, Iri? Previous, Iri? Next, Iri Last);

/// <summary>Maps lists to hydra:Collection, with a view for each page.</summary>
public sealed partial class DcatMapping
{
    /// <summary>Describes a page of a list. Its view is a node of its own, with both classes that harvesters look for.</summary>
    public static Node Describe(Graph graph, CollectionPage page, IEnumerable<Node> members) =>
        graph.DescribeRoot(page.Collection)
            .OfType(Hydra.Collection)
            .Add(DcTerms.Title, Texts(page.Title))
            .Add(Hydra.TotalItems, Literal.Of(page.Total))
            .Add(Hydra.View, DescribeView(graph, page.Links))
            .AddList(Hydra.Member, members);

    /// <summary>
    /// Describes a page for harvesters, apart from the description of the catalogue even where the catalogue is the collection. The
    /// collection and its view both state the number of datasets: piveau reads it from the view.
    /// </summary>
    /// <param name="graph">The graph to add to.</param>
    /// <param name="collection">What is paged: the catalogue, or a part of it.</param>
    /// <param name="total">How many datasets there are on all pages.</param>
    /// <param name="links">The addresses of this page and its neighbours.</param>
    public static void DescribeHarvestPage(Graph graph, Iri collection, int total, PageLinks links)
    {
        graph.AddRoot(graph.DescribeInside(collection))
            .OfType(Hydra.Collection)
            .Add(Hydra.TotalItems, Literal.Of(total))
            .Add(Hydra.View, DescribeView(graph, links).Add(Hydra.TotalItems, Literal.Of(total)));
    }

    private static Node DescribeView(Graph graph, PageLinks links) => graph.DescribeInside(links.This)
        .OfType(Hydra.PartialCollectionView)
        .OfType(Hydra.PagedCollection)
        .Add(Hydra.First, links.First)
        .Add(Hydra.Previous, links.Previous)
        .Add(Hydra.Next, links.Next)
        .Add(Hydra.NextPage, links.Next)
        .Add(Hydra.Last, links.Last);
}
