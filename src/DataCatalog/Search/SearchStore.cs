using Dapper;
using DataCatalog.Storage;

namespace DataCatalog.Search;

/// <summary>What a search found.</summary>
/// <param name="Ids">The datasets, best first.</param>
/// <param name="IsRelaxed">Whether no dataset had all of the words, and these have some.</param>
internal sealed record SearchResult(IReadOnlyList<string> Ids, bool IsRelaxed);

/// <summary>Finds datasets by words. A word in the title counts most, then keywords, then publisher, competences and places.</summary>
internal sealed class SearchStore(Database database)
{
    private const string Sql = """
        select r.dataset_id
        from search s join search_row r on r.id = s.rowid
        where s.search match @expression
        order by bm25(search, 8.0, 5.0, 3.0, 1.0), r.dataset_id
        """;

    private readonly Lazy<Synonyms> _synonyms = new(() => Synonyms.Read(database));

    public SearchResult Find(string text)
    {
        var query = TextQuery.Parse(text, _synonyms.Value);
        if (query.IsEmpty)
        {
            return new SearchResult([], IsRelaxed: false);
        }

        using var connection = database.OpenRead();
        var ids = connection.Query<string>(Sql, new { expression = query.All }).AsList();
        if (ids.Count > 0)
        {
            return new SearchResult(ids, IsRelaxed: false);
        }

        ids = connection.Query<string>(Sql, new { expression = query.Some }).AsList();
        return new SearchResult(ids, IsRelaxed: ids.Count > 0);
    }
}
