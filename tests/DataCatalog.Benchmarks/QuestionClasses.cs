using System.Data.Common;
using System.Globalization;
using Dapper;
using DataCatalog.Index;
using DataCatalog.Index.Text;

namespace DataCatalog.Benchmarks;

/// <summary>Questions of one kind.</summary>
/// <param name="Name">What they have in common.</param>
/// <param name="Texts">What is typed.</param>
/// <param name="Theme">A theme that filters them; null for none.</param>
internal sealed record QuestionClass(string Name, IReadOnlyList<string> Texts, string? Theme = null);

/// <summary>Questions for a catalogue, by how many of its datasets have their words.</summary>
internal static class QuestionClasses
{
    private const int WordsInClass = 20;
    private const int SampledDatasets = 3_000;

    public static IReadOnlyList<QuestionClass> Of(DbConnection connection)
    {
        var datasets = connection.ExecuteScalar<int>("select count(*) from search_row");
        var words = WordsOf(connection);
        var frequencies = connection.Query<(string Term, long Datasets)>("select term, doc from search_vocabulary")
            .Where(term => words.ContainsKey(term.Term))
            .ToDictionary(term => words[term.Term], term => (double)term.Datasets / datasets, StringComparer.Ordinal);
        var (frequent, common, medium, rare) = (Near(0.75), Near(0.1), Near(0.01), Near(0.0005));
        var synonyms = Synonyms.Read(connection);
        string[] sentences = [.. Enumerable.Range(0, WordsInClass).Select(number => Sentence(
            number, medium, frequent, common, rare, medium, common))];
        string[] commonSentences = [.. Enumerable.Range(0, WordsInClass).Select(number => Sentence(
            number, common, common, frequent, common, common, common))];
        return
        [
            Class("rare", rare, rare),
            Class("medium (1 %)", medium, medium),
            Class("common (10 %)", common, common),
            Class("frequent (75 %)", frequent, frequent),
            Class(
                "two frequent words", frequent,
                [.. frequent.Zip(frequent.Skip(1).Append(frequent[0]), (one, other) => $"{one} {other}")]),
            Class("frequent and medium", frequent, [.. frequent.Zip(medium, (one, other) => $"{one} {other}")]),
            Class(
                "prefix of 3 letters", common,
                [
                    .. common.Concat(medium).Where(word => word.Length > 4).Select(word => word[..3])
                        .Where(start => FrenchText.Terms(start).Count > 0).Distinct(StringComparer.Ordinal),
                ]),
            Class("phrase", common, [.. common.Zip(frequent, (one, other) => $"\"{other} {one}\"")]),
            Class("frequent, filtered", frequent, frequent) with { Theme = "ENVI" },
            Class("sentence of 6 words, rare to frequent", frequent, Relaxed(sentences)),
            Class("sentence of 6 words, filtered", frequent, Relaxed(sentences)) with { Theme = "ENVI" },
            Class("sentence of 5 common and a frequent word", frequent, Relaxed(commonSentences)),
        ];

        string[] Near(double share) =>
        [
            .. frequencies.OrderBy(word => Math.Abs(Math.Log(word.Value / share))).ThenBy(word => word.Key, StringComparer.Ordinal)
                .Take(WordsInClass).Select(word => word.Key),
        ];

        string[] Relaxed(string[] texts) => [.. texts.Where(text => connection.ExecuteScalar<int>(
            "select count(*) from search where search match @all", new { all = TextQuery.Parse(text, synonyms).All.Expression }) == 0)];

        QuestionClass Class(string name, string[] shown, IReadOnlyList<string> texts)
        {
            var (rarest, commonest) = (shown.Min(word => frequencies[word]), shown.Max(word => frequencies[word]));
            return new(string.Create(CultureInfo.InvariantCulture, $"{name} [{rarest:0.0000}-{commonest:0.0000}]"), texts);
        }
    }

    /// <summary>Makes a sentence: one word of each list, at another place in each.</summary>
    private static string Sentence(int number, params ReadOnlySpan<string[]> lists)
    {
        var words = new List<string>();
        foreach (var list in lists)
        {
            words.Add(list[(number + (words.Count * 3)) % list.Length]);
        }

        return string.Join(' ', words);
    }

    /// <summary>What is typed on the way to the words of some questions, from two letters on.</summary>
    public static IEnumerable<string> Beginnings(IEnumerable<QuestionClass> classes) => classes
        .SelectMany(questions => questions.Texts).Distinct(StringComparer.Ordinal)
        .Where(text => text.All(char.IsLetter)).SelectMany(text => Enumerable.Range(2, text.Length - 1).Select(length => text[..length]));

    /// <summary>A word of the texts for each term of the index.</summary>
    private static Dictionary<string, string> WordsOf(DbConnection connection)
    {
        var texts = connection.Query<string>(
            """
            select document ->> '$.title.fr' || ' ' || (document ->> '$.description.fr')
            from dataset where withdrawn_at is null order by id desc limit @limit
            """,
            new { limit = SampledDatasets });
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var candidates = texts.SelectMany(text => text.Split(' '))
            .Select(word => word.Trim('.', ',', ':', '(', ')').ToUpperInvariant())
            .Distinct(StringComparer.Ordinal)
            .Where(word => word.Length > 3);
        foreach (var word in candidates)
        {
            if (FrenchText.Terms(word) is [var term])
            {
                words.TryAdd(term, word);
            }
        }

        return words;
    }
}
