using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Http;
using DataCatalog.Index.Columns;
using DataCatalog.Obligations.Judging;
using DataCatalog.Obligations.Seeing;
using DataCatalog.Rdf;
using DataCatalog.Search;

namespace DataCatalog.Obligations;

/// <summary>Names datasets, and links the searches that list all of them: a search finds as many datasets as the mapping counts.</summary>
/// <param name="iris">The IRIs of this catalogue.</param>
/// <param name="territory">The id of the territory.</param>
/// <param name="statements">What the request says about the authority, which links to mappings repeat.</param>
internal sealed class MappingLinks(CatalogIris iris, string territory, Statements statements)
{
    /// <summary>Returns the address of the mapping, for one competence or for all.</summary>
    public Iri Mapping(string? competence) => iris.At(Listing.AddressOf(
        $"territories/{territory}/mapping",
        [.. competence is null ? Array.Empty<string>() : [$"competence={competence}"], .. statements.Parameters]));

    /// <summary>Links the searches for the datasets of a competence, or for all datasets.</summary>
    /// <param name="sight">What is seen of the territory.</param>
    /// <param name="competence">The competence, or group of competences; null for all datasets.</param>
    public DatasetsInReach Reach(TerritorySight sight, string? competence)
    {
        var tally = competence is null ? sight.Tallies.All : sight.Tallies.Of(competence);
        var holder = competence is null ? null : sight.Authority.GroupingThatHolds(competence);
        return new DatasetsInReach(
            List(tally.Own, OwnOf(competence, territory)),
            new DatasetList(
                Search(competence, ("territory", territory), ("match", "covers")),
                tally.Own.Total + tally.Others.Total,
                Name(tally.Others.First)))
        {
            Published = sight.Publishers is [var publisher]
                ? List(tally.Published, Search(competence, ("relation", Reaches.ProducedLocally), ("publisher", publisher)))
                : null,
            OfHolder = holder is null ? null
                : List(tally.OfGroupings[sight.Groupings.ToList().IndexOf(holder)], OwnOf(competence, holder)),
            Holder = holder,
        };
    }

    public static IReadOnlyList<NamedDataset> Name(IEnumerable<Row> rows) => [.. rows.Select(Name)];

    public static NamedDataset Name(Row row) => new(row.Id, row.Title);

    private Iri OwnOf(string? competence, string place) =>
        Search(competence, ("territory", place), ("match", "exact"), ("relation", Reaches.ProducedLocally));

    private static DatasetList List(Tally.Count count, Iri address) => new(address, count.Total, Name(count.First));

    private Iri Search(string? competence, params (string Name, string Value)[] filters)
    {
        var question = new Question { Parameters = competence is null ? filters : [("competence", competence), .. filters] };
        return iris.At($"datasets?{question.Query}");
    }
}
