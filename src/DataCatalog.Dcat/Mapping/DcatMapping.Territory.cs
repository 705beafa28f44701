using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Maps territories to dct:Location.</summary>
public sealed partial class DcatMapping
{
    private static readonly LanguageMap CommunesTitle = LanguageMap.Of("Communes", "Communes");

    private static readonly string[] LargestFirst = [.. Territory.Kinds];

    /// <summary>Describes a territory with all that contain it, nearest first: their names tell it from others of its name.</summary>
    public Node Describe(Graph graph, Territory territory) => _leaves
        .DescribePlace(graph.Describe(iris.Territory(territory.Id)), territory)
        .Add(DcTerms.Identifier, Literal.Of(territory.Id))
        .Add(Skos.Notation, Literal.Of(territory.Code))
        .Add(Cat(CatTerms.Population), Number(territory.Population))
        .Add(Cat(CatTerms.Siren), Text(territory.Siren))
        .Add(Cat(CatTerms.Postcode), territory.Postcodes.Select(postcode => Literal.Of(postcode)))
        .Add(Cat(CatTerms.FormerCode), territory.FormerCodes.Select(code => Literal.Of(code)))
        .Add(Cat(CatTerms.FormerStatus), Text(territory.FormerStatus))
        .Add(Cat(CatTerms.LegalForm), Text(territory.LegalForm))
        .Add(GeoSparql.Within, Containing(territory).Select(outer => DescribeName(graph, outer.Id, outer.Name)));

    /// <summary>Adds the id that was asked for, when the answer is the territory that an old code belongs to now.</summary>
    public Node DescribeResolution(Node territory, string askedId) => territory.Add(Cat(CatTerms.ResolvedFrom), Literal.Of(askedId));

    /// <summary>Adds why a search found a territory.</summary>
    /// <param name="territory">The territory.</param>
    /// <param name="matchedOn">What the text has in common with it.</param>
    /// <param name="correctedName">Its name, when the text has wrong letters; null otherwise.</param>
    public Node DescribeMatch(Node territory, string matchedOn, string? correctedName) => territory
        .Add(Cat(CatTerms.MatchedOn), Literal.Of(matchedOn))
        .Add(Cat(CatTerms.CorrectedName), Text(correctedName));

    /// <summary>Links a territory to the list of the communes in it, with their number.</summary>
    public void DescribeCommunes(Graph graph, Territory territory, int count)
    {
        var search = iris.At($"territories?within={Uri.EscapeDataString(territory.Id)}&kind=commune");
        graph.Describe(iris.Territory(territory.Id)).Add(Cat(CatTerms.Communes), DescribeList(graph, search, CommunesTitle, count));
    }

    private IEnumerable<Territory> Containing(Territory territory)
    {
        List<Territory> found = [territory];
        for (var at = 0; at < found.Count; at++)
        {
            found.AddRange(found[at].Parents.Where(id => !found.Exists(known => string.Equals(known.Id, id, StringComparison.Ordinal)))
                .Select(id => Required(references.FindTerritory(id), id)).ToList());
        }

        return found.Skip(1).OrderByDescending(outer => Array.IndexOf(LargestFirst, outer.Kind));
    }

    /// <summary>Describes a place by its name and its code alone.</summary>
    private Node DescribeName(Graph graph, string id, string name) => graph.DescribeInside(iris.Territory(id))
        .OfType(DcTerms.Location)
        .Add(Cat(CatTerms.Code), Literal.Of(id))
        .Add(Skos.PrefLabel, Literal.InLanguage(name, "fr"));
}
