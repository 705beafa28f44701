using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.OpenApi;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Rdf;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Territories;

/// <summary>Territories over HTTP.</summary>
internal static class TerritoryEndpoints
{
    private static readonly LanguageMap All = LanguageMap.Of("Territoires", "Territories");

    public static void MapTerritories(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Territories");
        group.MapGet("/territories", List).WithName("listTerritories").WithCost(Cost.Search).ProducesProblem(StatusCodes.Status404NotFound)
            .WithMetadata(new ClosedSet("kind", Territory.Kinds));
        group.MapGet("/territories/{id}", Find).WithName("getTerritory").ProducesEntryProblems();
    }

    public static Listing Listing(RecordReader<Territory> territories) => new("territories", All, territories.Count());

    /// <summary>Lists or searches the territories</summary>
    /// <remarks>
    /// Lists all territories in the order of the typed codes; with `q` those that the text may mean, best first, fast enough to ask at each
    /// key stroke. Accents, case, spaces, hyphens, apostrophes and articles do not matter, `st` is Saint; `mairie de`, `CC`, CEDEX are
    /// understood, also acronyms (`PACA`) and former regions (`Alsace`: two départements). Territories whose whole name is the text come
    /// first, then those whose name begins with it, then those with a further word that begins with it; among equals the most populous
    /// first; former communes and country subsets last. A text that is nobody's name is corrected: one letter, two in a long name.
    /// `matchedOn` says why each was found. `within` names the territories that directly contain each, to tell those of the same name
    /// apart. Filters combine and stay in the links.
    /// </remarks>
    /// <response code="200">One page of territories.</response>
    private static Results<RdfResult<CollectionSchema<TerritorySchema>>, ProblemHttpResult> List(
        HttpContext request, Documents documents, TerritoryStore territories, TerritoryIndexes indexes, [AsParameters] TerritoryQuery query)
    {
        var version = documents.Version;
        var places = indexes.Current;
        if (TerritorySelection.Read(places, query, out var selection) is { } fault)
        {
            return fault;
        }

        return documents.Page<CollectionSchema<TerritorySchema>>(
            request,
            version,
            Listing(selection),
            new PageQuery { Page = query.Page, PageSize = query.PageSize },
            (mapping, graph, offset, limit) =>
            [
                .. territories.Find([.. selection.Numbers.Skip(offset).Take(limit).Select(places.IdOf)])
                    .Select(entry => Describe(mapping, graph, entry.Record, ReasonOf(entry.Record.Id))),
            ]);

        MatchedOn? ReasonOf(string id) => places.NumberOf(id) is { } number ? selection.Matches?.ReasonOf(number) : null;
    }

    /// <summary>Gets a territory</summary>
    /// <remarks>
    /// A commune, an intermunicipal body, a département, a region, a country subset (`metro`, `drom`, `metro-drom`, `com`: metropolitan
    /// France, the overseas départements and regions, both, the overseas collectivities) or France, with the territories that directly
    /// contain it and the list of
    /// the communes within it. The code is typed, since a département and a region may have the same code. The old code of a commune that
    /// is now part of another (`commune:01018`) stands for the present one, with `resolvedFrom`.
    /// </remarks>
    /// <param name="id" example="commune:35238">
    /// The typed code: `commune:35238`, `epci:243500139`, `departement:35`, `region:53`, `country-subset:metro`, `country:FRA`.
    /// </param>
    /// <response code="200">The territory.</response>
    /// <response code="404">There is no such territory.</response>
    /// <response code="410">The territory was withdrawn.</response>
    private static Results<RdfResult<TerritorySchema>, ProblemHttpResult> Find(
        Documents documents, TerritoryAddresses addresses, string id) => addresses.Read(id, out var named) is { } problem
            ? problem
            : documents.One<Territory, TerritorySchema>(named.Entry, (mapping, graph) => Describe(mapping, graph, named));

    private static Listing Listing(TerritorySelection selection) => new(
        "territories",
        selection.Query.Length == 0 ? All : LanguageMap.Of("Territoires trouvés", "Territories found"),
        selection.Numbers.Count(),
        selection.Query);

    private static Node Describe(DcatMapping mapping, Graph graph, Territory territory, MatchedOn? reason)
    {
        var node = mapping.Describe(graph, territory);
        return reason is { } matchedOn
            ? mapping.DescribeMatch(node, matchedOn.Name(), matchedOn is MatchedOn.Spelling ? territory.Name : null)
            : node;
    }

    private static Node Describe(DcatMapping mapping, Graph graph, NamedTerritory named)
    {
        var territory = named.Entry.Record;
        var node = mapping.Describe(graph, territory);
        var communes = named.Places.Below(named.Number).Skip(1).Count(inner => named.Places.KindOf(inner) is "commune");
        if (communes > 0)
        {
            mapping.DescribeCommunes(graph, territory, communes);
        }

        return named.AskedId is { } asked ? mapping.DescribeResolution(node, asked) : node;
    }
}
