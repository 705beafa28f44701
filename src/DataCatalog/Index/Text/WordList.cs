namespace DataCatalog.Index.Text;

/// <summary>How well an entry answers the words of a question; better ones first.</summary>
internal enum WordFit
{
    /// <summary>The words are a name of the entry.</summary>
    Name,

    /// <summary>The title is about the words, and has all of them.</summary>
    Title,

    /// <summary>The texts have all of the words.</summary>
    All,

    /// <summary>The texts have some of the words.</summary>
    Some,
}

/// <summary>An entry that answers a question.</summary>
/// <typeparam name="T">The type of the entries.</typeparam>
/// <param name="Entry">The entry.</param>
/// <param name="Fit">How well it answers.</param>
/// <param name="Share">The part of the question that it answers, from 0 to 1: rare words count more, and so do those of the title.</param>
internal sealed record WordHit<T>(T Entry, WordFit Fit, double Share);

/// <summary>
/// Entries that are few enough to be kept in memory with their words. They are asked with the same meaning as the datasets: synonyms,
/// compounds, question and carrier words, a last word that is not finished.
/// </summary>
/// <typeparam name="T">The type of the entries.</typeparam>
internal sealed class WordList<T>
{
    /// <summary>The least share of an answer with some of the words, as a part of that of the best one.</summary>
    private const double LeastShare = 0.4;

    /// <summary>The part of its weight that a word has which is not in the title.</summary>
    private const double ShareOfOthers = 0.5;

    /// <summary>The part of its weight that a phrase has of which only some words are found.</summary>
    private const double ShareOfWord = 0.25;

    /// <summary>The part of its weight that a pair of words has, beside those of its words.</summary>
    private const double ShareOfPair = 0.5;

    /// <summary>
    /// The number of words in a title, for each word of the question, from which the title is a sentence that mentions the words beside
    /// others.
    /// </summary>
    private const int LongTitle = 5;

    /// <summary>The largest number of words that are looked for.</summary>
    private const int MaxWords = 64;

    private readonly Listed[] _entries;

    /// <summary>Reads the words of entries.</summary>
    public WordList(IEnumerable<T> entries, Func<T, EntryTexts> textsOf) =>
        _entries = [.. entries.Select(entry => new Listed(entry, textsOf(entry)))];

    /// <summary>
    /// Lists the entries with all of the words, those with a name or title that has them first; when there are none, those with the most
    /// telling of the words.
    /// </summary>
    public IReadOnlyList<WordHit<T>> Find(TextQuery words)
    {
        var ranked = Rank(words);
        WordHit<T>[] all = [.. ranked.TakeWhile(hit => hit.Fit != WordFit.Some)];
        return all.Length > 0 ? all : Telling(ranked);
    }

    /// <summary>Lists all entries that have a word of a question, best first. A question without words finds nothing.</summary>
    /// <param name="words">The words.</param>
    /// <param name="hints">
    /// Indexed terms that need not be there: of equally good entries, those with more of them in their titles come first.
    /// </param>
    public IReadOnlyList<WordHit<T>> Rank(TextQuery words, params IReadOnlyList<string> hints)
    {
        WantedPart[] parts = [.. words.Parts.DistinctBy(part => part.Together.Expression, StringComparer.Ordinal).Take(MaxWords)];
        var name = parts.Length == 0 ? "" : NameKey.Of(words);
        (Listed Entry, double[] Found)[] found =
        [
            .. _entries.Where(entry => !words.Unwanted.Any(entry.All.Has))
                .Select(entry => (entry, Array.ConvertAll(parts, entry.Found)))
                .Where(entry => Array.Exists(entry.Item2, part => part > 0)),
        ];
        double[] weights = [.. parts.Select((_, index) => WeightOf(found.Count(entry => entry.Found[index] > ShareOfWord)))];
        var pairs = Pairs(words, found.Select(entry => entry.Entry).ToList());
        return
        [
            .. found.Select(entry => (entry.Entry, Hit: HitOf(entry.Entry, parts, entry.Found, weights, pairs, name)))
                .OrderBy(entry => entry.Hit.Fit)
                .ThenByDescending(entry => Math.Round(entry.Hit.Share, 1))
                .ThenByDescending(entry => hints.Count(entry.Entry.Title.HasTerm))
                .ThenByDescending(entry => entry.Hit.Share)
                .ThenBy(entry => entry.Hit.Fit is WordFit.Title ? entry.Entry.Title.Count : 0)
                .ThenBy(entry => entry.Entry.Id, StringComparer.Ordinal)
                .Select(entry => entry.Hit),
        ];
    }

    /// <summary>Keeps the answers whose share is not far below that of the best one.</summary>
    private static WordHit<T>[] Telling(IReadOnlyList<WordHit<T>> ranked)
    {
        var best = ranked.Select(hit => hit.Share).DefaultIfEmpty().Max();
        return [.. ranked.Where(hit => hit.Share >= best * LeastShare)];
    }

    /// <summary>Lists the pairs of words that an entry has together, with what they add to its score.</summary>
    private List<(SearchTerm Pair, double Weight)> Pairs(TextQuery words, List<Listed> entries) =>
    [
        .. words.Pairs.Take(MaxWords)
            .Select(pair => (Pair: pair, Entries: entries.Count(entry => entry.All.Has(pair))))
            .Where(pair => pair.Entries > 0)
            .Select(pair => (pair.Pair, ShareOfPair * WeightOf(pair.Entries))),
    ];

    private static WordHit<T> HitOf(
        Listed entry,
        WantedPart[] parts,
        double[] found,
        double[] weights,
        List<(SearchTerm Pair, double Weight)> pairs,
        string name)
    {
        var apart = found.Zip(weights, (part, weight) => part * weight).Sum();
        var together = pairs.Sum(pair =>
            entry.Title.Has(pair.Pair) ? pair.Weight : entry.All.Has(pair.Pair) ? pair.Weight * ShareOfOthers : 0);
        var share = (apart + together) / (weights.Sum() + pairs.Sum(pair => pair.Weight));
        var isWholeTitle = entry.MainTitle.Count <= found.Length * LongTitle || parts.All(entry.IdWords.Has);
        var fit = entry.Names.Contains(name) ? WordFit.Name
            : isWholeTitle && Array.TrueForAll(found, part => part >= 1) ? WordFit.Title
            : Array.TrueForAll(found, part => part >= ShareOfOthers) ? WordFit.All
            : WordFit.Some;
        return new WordHit<T>(entry.Entry, fit, share);
    }

    private double WeightOf(int entries) => Math.Log(1 + ((_entries.Length - entries + 0.5) / (entries + 0.5)));

    /// <summary>An entry with its words.</summary>
    private sealed class Listed
    {
        public Listed(T entry, EntryTexts texts)
        {
            (Entry, Id) = (entry, texts.Id);
            string[] titles = [.. texts.Titles.OfType<string>()];
            string[] names = [.. texts.Names.Concat(titles.SelectMany(NameKey.NamesIn)).Append(texts.Id.Replace('-', ' '))];
            Names = [.. names.Select(NameKey.Of).Where(name => name.Length > 0)];
            Title = new TextWords([.. titles, .. texts.Names, texts.Id.Replace('-', ' ')]);
            MainTitle = new TextWords(titles.FirstOrDefault());
            IdWords = new TextWords(texts.Id.Replace('-', ' '));
            All = new TextWords([.. titles, .. names, .. texts.Others]);
        }

        public T Entry { get; }

        public string Id { get; }

        public HashSet<string> Names { get; }

        public TextWords Title { get; }

        public TextWords All { get; }

        /// <summary>The title in the first of its languages.</summary>
        public TextWords MainTitle { get; }

        /// <summary>The words of the identifier, which are those that matter most.</summary>
        public TextWords IdWords { get; }

        /// <summary>Returns how well the entry has a part of a question: 1 in its title, less elsewhere, 0 not at all.</summary>
        public double Found(WantedPart part) =>
            Title.Has(part) ? 1
            : All.Has(part) ? ShareOfOthers
            : part.Singles.Any(All.Has) ? ShareOfWord
            : 0;
    }
}
