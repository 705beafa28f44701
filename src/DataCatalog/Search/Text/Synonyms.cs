using Dapper;
using DataCatalog.Index;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Search.Text;

/// <summary>Terms that mean the same to a search: <c>cantine</c> and <c>restauration scolaire</c>.</summary>
internal sealed class Synonyms
{
    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <summary>Takes groups of terms, separated by <c>|</c>.</summary>
    public Synonyms(IEnumerable<string> groups)
    {
        foreach (var group in groups)
        {
            var names = group.Split('|');
            var phrases = names.Select(Key).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal).ToList();
            foreach (var phrase in phrases)
            {
                _groups.TryAdd(phrase, new Group(phrases, names));
                LongestInWords = Math.Max(LongestInWords, phrase.Split(' ').Length);
            }

            foreach (var token in FrenchText.Tokens(group))
            {
                _words.TryAdd(token.Term, group[token.Start..token.End]);
            }
        }
    }

    /// <summary>How many words the longest term has.</summary>
    public int LongestInWords { get; } = 1;

    /// <summary>The words of the terms as they are written, by the form in which they are searched.</summary>
    public IReadOnlyDictionary<string, string> Words => _words;

    public static Synonyms Read(SqliteConnection connection) => new(connection.Query<string>("select terms from synonym order by terms"));

    /// <summary>The phrases that mean the same as one, that one among them; none when it is in no group.</summary>
    public IReadOnlyList<string> Of(IEnumerable<string> terms) => Find(terms)?.Phrases ?? [];

    /// <summary>The same as they are written.</summary>
    public IReadOnlyList<string> NamesOf(IEnumerable<string> terms) => Find(terms)?.Names ?? [];

    private Group? Find(IEnumerable<string> terms) => _groups.GetValueOrDefault(string.Join(' ', terms));

    private static string Key(string term) => string.Join(' ', FrenchText.Terms(term));

    private sealed record Group(IReadOnlyList<string> Phrases, IReadOnlyList<string> Names);
}
