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

    public DatasetsInReach Reach(Tally tally, string? competence) => new(
        tally.Own,
        tally.Others,
        Search(competence, ("match", "exact"), ("relation", Reaches.ProducedLocally)),
        Search(competence, ("match", "covers")),
        Name(tally.First));

    public static IReadOnlyList<NamedDataset> Name(IEnumerable<Row> rows) => [.. rows.Select(Name)];

    public static NamedDataset Name(Row row) => new(row.Id, row.Title);

    private Iri Search(string? competence, params (string Name, string Value)[] filters)
    {
        (string Name, string Value)[] parameters = [("territory", territory), .. filters];
        var question = new Question { Parameters = competence is null ? parameters : [("competence", competence), .. parameters] };
        return iris.At($"datasets?{question.Query}");
    }
}
