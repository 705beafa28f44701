using CsvHelper;
using Dapper;
using DataCatalog.Agents;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Index.Text;
using DataCatalog.Index.Words;
using DataCatalog.Search;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Search;

/// <summary>The words in memory find the same datasets as FTS5, with the same relevance: it reads the same index in its own way.</summary>
[Trait("Engine", "SQLite")]
public sealed class WordsInMemoryTests
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    private static readonly (TextColumns Columns, string Filter)[] Parts =
    [
        (TextColumns.All, ""),
        (TextColumns.Title, "title : "),
        (TextColumns.Own, "{title keywords description} : "),
        (TextColumns.Short, "{title keywords subjects} : "),
    ];

    private static readonly string[] Further =
    [
        "e", "ea", "eau", "com", "qualité de l'eau", "\"qualité de l'eau\"", "\"eau eau\"", "eau -potable", "-eau potable",
        "eau -\"eau potable\"", "wi-fi", "PLUi", "plan local d'urbanisme", "code_insee", "cantine scol", "\"assainissement non collectif\"",
        "xyzzy", "eau xyzzy",
    ];

    [Fact]
    public async Task They_find_what_FTS5_finds_and_rank_it_alike()
    {
        await using var app = new CatalogApp();
        Compare(app, Questions().Concat(Further));
    }

    [Fact]
    public async Task They_follow_changes_of_datasets_and_of_the_names_in_their_texts()
    {
        await using var app = new CatalogApp();
        var database = app.Services.GetRequiredService<Database>();
        var dataset = app.Services.GetRequiredService<RecordReader<Dataset>>().Find("arbres-rennes")!.Record;
        var agent = app.Services.GetRequiredService<RecordReader<Agent>>().Find("rennes-metropole")!.Record;
        string[] questions = ["baobab", "\"inventaire des baobabs\"", "arbres", "arb", "zanzibar", "métropole", "rennes métropole", "eau"];
        Compare(app, questions);
        database.Write("test", session =>
            DatasetStore.Writer.Save(session, dataset with { Title = LanguageMap.Of("Inventaire des baobabs") }, Day));
        Compare(app, questions);
        database.Write("test", session => AgentStore.Writer.Save(session, agent with { Name = LanguageMap.Of("Zanzibar Métropole") }, Day));
        Compare(app, questions);
        database.Write("test", session => DatasetStore.Writer.Withdraw(session, "arbres-rennes", "a test"));
        Compare(app, questions);
        Assert.NotEmpty(app.Find("zanzibar"));
        Assert.Empty(app.Find("baobab"));
    }

    private static void Compare(CatalogApp app, IEnumerable<string> questions)
    {
        using var session = app.Services.GetRequiredService<SearchEngine>().Open();
        foreach (var words in questions.Select(question => TextQuery.Parse(question, session.Synonyms)).Where(words => !words.IsEmpty))
        {
            foreach (var (columns, filter) in Parts)
            {
                foreach (var condition in new[] { words.All, words.AllApart, words.Some }.OfType<TextCondition>())
                {
                    Compare(session, condition, columns, $"{filter}({condition.Expression})");
                }
            }
        }
    }

    private static void Compare(SearchSession session, TextCondition condition, TextColumns columns, string expression)
    {
        var expected = session.Snapshot.Connection.Query<(long Number, double Rank)>(
            "select rowid, bm25(search, 8.0, 5.0, 3.0, 1.0) from search where search match @expression", new { expression }).AsList();
        var found = Relevance.Of(session.Words, condition, columns);
        Assert.True(expected.Select(hit => (int)hit.Number).Order().SequenceEqual(found.Keys.Order()), expression);
        Assert.All(expected, hit => Assert.True(Math.Abs(hit.Rank + found[(int)hit.Number]) < 1e-9, expression));
    }

    private static List<string> Questions()
    {
        using var csv = CsvReader.Create(File.ReadAllBytes(Repository.PathOf("tests", "DataCatalog.Tests", "Search", "questions.csv")));
        var questions = new List<string>();
        while (csv.Read())
        {
            questions.Add(csv.GetString(0));
        }

        return questions;
    }
}
