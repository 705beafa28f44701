using Dapper;
using DataCatalog.Agents;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.Storage;
using DataCatalog.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Index;

public sealed class SearchRowsTests(CatalogApp app) : IClassFixture<CatalogApp>
{
    private const string WordsSql = "select r.id, r.dataset_id, s.title, s.keywords, s.subjects, s.description";
    private const string FromSql = "from search s join search_row r on r.id = s.rowid order by r.id";

    [Fact]
    public void The_names_in_the_index_are_those_that_one_query_selects_analysed_as_one_text()
    {
        using var connection = app.Services.GetRequiredService<Database>().OpenRead();
        var rows = connection.Query<(string Id, string Subjects)>($"select r.dataset_id, s.subjects {FromSql}").AsList();
        Assert.Contains(rows, row => row.Subjects.Contains("env", StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Equal(
            IndexedText.Join(FrenchText.Indexed(connection.ExecuteScalar<string?>(Labels.Sql, new { id = row.Id }) ?? "")),
            row.Subjects));
    }

    [Theory]
    [InlineData("Wi-Fi et PLUi", "wifi plu")]
    [InlineData("PLUi, eau", "plu")]
    [InlineData("Eau", "")]
    [InlineData("", "")]
    public void A_text_is_indexed_with_its_words_and_then_the_other_forms_of_its_compounds(string text, string others)
    {
        var expected = string.Join(' ', FrenchText.Terms(text).Concat(others.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(expected, IndexedText.Join(FrenchText.Indexed(text)));
    }

    [Fact]
    public void Texts_that_are_joined_are_indexed_as_one_text()
    {
        string[] texts = ["Saint-Martin et PLUi", "", "CO² : wi-fi", "Les PLUi de Saint-Martin"];
        Assert.Equal(
            IndexedText.Join(FrenchText.Indexed(string.Join(' ', texts))),
            IndexedText.Join(texts.Select(FrenchText.Indexed)));
    }

    [Fact]
    public void A_name_that_changes_within_a_transaction_is_indexed_as_it_is_then()
    {
        using var catalog = TestCatalog.Loaded();
        var renamed = Samples.Agent with { Name = LanguageMap.Of("Zanzibar") };
        var term = FrenchText.Terms("Zanzibar")[0];
        catalog.Database.Write("test", session =>
        {
            Save(session, "first");
            AgentStore.Writer.Save(session, renamed, Samples.Newest);
            Save(session, "second");
        });
        var words = catalog.Rows($"select r.dataset_id, substr(s.subjects, 1, {term.Length + 1}) {FromSql}");
        Assert.Contains($"first|{term} ", words);
        Assert.Contains($"second|{term} ", words);
    }

    [Fact]
    public void A_dataset_that_is_changed_and_changed_back_has_the_same_row()
    {
        using var catalog = TestCatalog.Loaded();
        var before = catalog.Rows($"{WordsSql} {FromSql}");
        catalog.Database.Write("test", session =>
        {
            DatasetStore.Writer.Save(session, Samples.Dataset with { Keywords = ["urne"] }, Samples.Newest);
            DatasetStore.Writer.Save(session, Samples.Dataset, Samples.Newest);
        });
        Assert.Equal(before, catalog.Rows($"{WordsSql} {FromSql}"));
    }

    [Fact]
    public void A_rebuilt_index_has_the_same_rows()
    {
        using var catalog = TestCatalog.Loaded();
        var before = catalog.Rows($"{WordsSql}, r.sequence, r.changed_at, r.facts {FromSql}");
        Assert.NotEmpty(before);
        catalog.Database.Write("test", SearchRows.Rebuild);
        Assert.Equal(before, catalog.Rows($"{WordsSql}, r.sequence, r.changed_at, r.facts {FromSql}"));
    }

    private static void Save(WriteSession session, string id) => DatasetStore.Writer.Save(
        session, Samples.Dataset with { Id = id, Series = null, Distributions = [], OtherIdentifiers = [] }, Samples.Newest);
}
