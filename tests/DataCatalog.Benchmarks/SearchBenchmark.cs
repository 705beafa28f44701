using System.Diagnostics;
using System.Globalization;
using Dapper;
using DataCatalog.Index.Columns;
using DataCatalog.Index.Text;
using DataCatalog.Search;
using DataCatalog.Search.Suggesting;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Benchmarks;

/// <summary>Measures the search engine, and the same questions in plain FTS5, side by side: 20 hits, their number and 8 facets.</summary>
internal static class SearchBenchmark
{
    private const int Hits = 20;
    private const int Times = 400;

    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(8);

    private static readonly Facet[] Facets =
        [Facet.Theme, Facet.Competence, Facet.Publisher, Facet.Licence, Facet.Format, Facet.Access, Facet.Frequency, Facet.Granularity];

    /// <summary>Where plain SQL finds the values of each of those facets.</summary>
    private static readonly string[] LinkTables =
        ["themes", "competences", "publisher", "licence", "distributions.format", "access.regime", "frequency", "granularity"];

    public static void Run(string path)
    {
        using var app = Composition.Build([$"--Catalog:Database={path}"]);
        var database = app.Services.GetRequiredService<Database>();
        database.OpenExisting();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var engine = app.Services.GetRequiredService<SearchEngine>();
        using (var session = engine.Open())
        {
            var seconds = clock.Elapsed.TotalSeconds;
            var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1_000_000.0;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{session.Columns.Count} datasets; columns read in {seconds:0.00} s, {megabytes:0.0} MB"));
        }

        using var connection = database.OpenRead();
        var (all, synonyms) = (QuestionClasses.Of(connection), Synonyms.Read(connection));
        Suggest(app.Services.GetRequiredService<Suggester>(), all);
        foreach (var questions in all)
        {
            Compare(engine, connection, synonyms, questions);
        }
    }

    /// <summary>Every beginning of two letters or more of words of all frequencies, as they are typed.</summary>
    private static void Suggest(Suggester suggester, IReadOnlyList<QuestionClass> classes)
    {
        string[] typed = [.. QuestionClasses.Beginnings(classes)];
        suggester.Suggest(typed[0], 10);
        var strokes = Measures.Of(2_000, AtMost, number => suggester.Suggest(typed[number % typed.Length], 10));
        Console.WriteLine($"suggest, each key stroke\n  engine      {strokes}");
    }

    private static void Compare(
        SearchEngine engine, System.Data.Common.DbConnection connection, Synonyms synonyms, QuestionClass questions)
    {
        Question[] asked = [.. questions.Texts.Select(text => QuestionOf(text, questions.Theme))];
        foreach (var question in asked)
        {
            Ask(engine, question);
        }

        var ours = Measures.Of(Times, AtMost, number => Ask(engine, asked[number % asked.Length]));
        var plain = Measures.Of(Times, AtMost, number =>
            AskPlainly(connection, TextQuery.Parse(questions.Texts[number % asked.Length], synonyms).All.Expression, questions.Theme));
        Console.WriteLine(questions.Name);
        Console.WriteLine($"  engine      {ours}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  plain FTS5  {plain}  {plain.Median / ours.Median:0.0} times as long"));
    }

    private static Question QuestionOf(string text, string? theme) => new()
    {
        Text = text,
        Order = null,
        Facets = Facets,
        Filters = theme is null ? [] : [RowFilter.OfCodes(Facet.Theme, [theme])],
    };

    private static int Ask(SearchEngine engine, Question question)
    {
        using var session = engine.Open();
        var found = SearchEngine.Find(session, question);
        return found.Total + found.From(0, Hits, out _).Count;
    }

    private static void AskPlainly(System.Data.Common.DbConnection connection, string expression, string? theme)
    {
        const string HasTheme = """
            exists (
                select 1 from dataset_concept t
                where t.dataset_id = r.dataset_id and t.field = 'themes' and t.concept_id = @theme)
            """;
        var found = $"""
            select r.dataset_id as id from search s join search_row r on r.id = s.rowid
            where s.search match @expression{(theme is null ? "" : $" and {HasTheme}")}
            """;
        var parameters = new { expression, theme = $"themes/{theme}" };
        connection.Query<string>($"{found} order by s.rank limit {Hits}", parameters).AsList();
        connection.ExecuteScalar<int>($"select count(*) from ({found})", parameters);
        foreach (var field in LinkTables)
        {
            var target = field == "publisher" ? "agent" : "concept";
            connection.Query<(string, long)>(
                $"""
                select l.{target}_id, count(*) from ({found}) f
                join dataset_{target} l on l.dataset_id = f.id and l.field = '{field}'
                group by 1 order by 2 desc limit 50
                """,
                parameters).AsList();
        }
    }
}
