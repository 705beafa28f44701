using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Territories as dct:Location.</summary>
public sealed partial class DcatMapping
{
    /// <summary>Describes a territory in its own document, within its parents.</summary>
    public Iri Describe(Graph graph, Territory territory)
    {
        var iri = _leaves.Place(graph, territory.Id);
        graph.Describe(iri)
            .Add(DcTerms.Identifier, Literal.Of(territory.Id))
            .Add(Skos.Notation, Literal.Of(territory.Code))
            .Add(Cat(CatTerms.Population), Number(territory.Population))
            .Add(Cat(CatTerms.Siren), Text(territory.Siren))
            .Add(Cat(CatTerms.Postcode), territory.Postcodes.Select(postcode => Literal.Of(postcode)))
            .Add(Cat(CatTerms.FormerCode), territory.FormerCodes.Select(code => Literal.Of(code)))
            .Add(Cat(CatTerms.FormerStatus), Text(territory.FormerStatus))
            .Add(GeoSparql.Within, territory.Parents.Select(parent => DescribeParent(graph, parent)));
        return iri;
    }

    private Iri DescribeParent(Graph graph, string id)
    {
        var parent = Required(references.FindTerritory(id), id);
        var iri = iris.Territory(id);
        graph.Describe(iri).OfType(DcTerms.Location).Add(Skos.PrefLabel, Literal.InLanguage(parent.Name, "fr"));
        return iri;
    }
}
