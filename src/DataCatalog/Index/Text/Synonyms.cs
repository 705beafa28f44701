using System.Data.Common;
using Dapper;

namespace DataCatalog.Index.Text;

/// <summary>Groups of phrases that mean the same in a search: <c>cantine</c> and <c>restauration scolaire</c>.</summary>
internal sealed class Synonyms
{
    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <summary>Creates synonyms from groups, whose phrases are separated by <c>|</c>.</summary>
    public Synonyms(IEnumerable<string> groups)
    {
        foreach (var group in groups)
        {
            var names = group.Split('|');
            var phrases = names.Select(Key).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal).ToList();
            var joined = names.SelectMany(FrenchText.Compounds).Select(token => token.Term);
            foreach (var phrase in phrases.Concat(joined))
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

    /// <summary>The number of words in the longest phrase.</summary>
    public int LongestInWords { get; } = 1;

    /// <summary>The words of the phrases as they are written, by their indexed term.</summary>
    public IReadOnlyDictionary<string, string> Words => _words;

    public static Synonyms Read(DbConnection connection) => new(connection.Query<string>("select terms from synonym order by terms"));

    /// <summary>Returns the phrases that mean the same as one, including it, as indexed terms; none when it is in no group.</summary>
    public IReadOnlyList<string> Of(IEnumerable<string> terms) => Find(terms)?.Phrases ?? [];

    /// <summary>Returns the phrases that mean the same as one, including it, as they are written; none when it is in no group.</summary>
    public IReadOnlyList<string> NamesOf(IEnumerable<string> terms) => Find(terms)?.Names ?? [];

    private Group? Find(IEnumerable<string> terms) => _groups.GetValueOrDefault(string.Join(' ', terms));

    private static string Key(string term) => string.Join(' ', FrenchText.Terms(term));

    private sealed record Group(IReadOnlyList<string> Phrases, IReadOnlyList<string> Names);
}
