using DataCatalog.Index.Columns;
using DataCatalog.Index.Text;

namespace DataCatalog.Search.Everything;

/// <summary>
/// The answers of all kinds to a question in one order. Entries that are no datasets are few, so all of them are put in order with the
/// first datasets; the other datasets follow, and are read when a page needs them.
/// </summary>
internal sealed class MixedHits
{
    /// <summary>The share of a question from which an answer has most of it.</summary>
    private const double MostOf = 0.6;

    private readonly DatasetPart? _datasets;
    private readonly IReadOnlyList<MixedEntry> _first;

    private MixedHits(DatasetPart? datasets, IReadOnlyList<MixedEntry> first, int total) =>
        (_datasets, _first, Total) = (datasets, first, total);

    /// <summary>The number of answers.</summary>
    public int Total { get; }

    /// <summary>Whether the best answer has only some of the words.</summary>
    public bool IsRelaxed => _first is [{ Rank: MixRank.Most or MixRank.Some }, ..];

    /// <summary>Puts answers in one order.</summary>
    /// <param name="datasets">The datasets; null when none are wanted.</param>
    /// <param name="others">The other entries.</param>
    /// <param name="lead">The kind that the question asks for.</param>
    public static MixedHits Of(DatasetPart? datasets, IEnumerable<MixedEntry> others, string lead)
    {
        MixedEntry[] known = [.. others];
        return new MixedHits(
            datasets,
            EntryMix.InOrder([.. datasets is null ? [] : Ranked(datasets), .. known], lead),
            known.Length + (datasets?.Total ?? 0));
    }

    /// <summary>Returns a part of the answers.</summary>
    public IReadOnlyList<MixedEntry> Take(int offset, int limit)
    {
        MixedEntry[] taken = [.. _first.Skip(offset).Take(limit)];
        var more = taken.Length == limit ? [] : _datasets?.After(Math.Max(0, offset - _first.Count), limit - taken.Length) ?? [];
        return [.. taken, .. more.Select(Last)];
    }

    /// <summary>
    /// Ranks the first datasets. The search knows more of their words than their titles, so a dataset before another has at least its rank.
    /// </summary>
    private static IEnumerable<MixedEntry> Ranked(DatasetPart datasets)
    {
        var named = datasets.Named.Select(row => new MixedEntry(MixRank.Identified, row, Entry: null));
        if (datasets.Hits.Words is not { } words)
        {
            return [.. named, .. datasets.Head.Select(row => new MixedEntry(MixRank.All, row, Entry: null))];
        }

        var name = NameKey.Of(words);
        MixRank[] ranks = [.. datasets.Head.Take(DatasetPart.MaxMixed).Select(row => RankOf(datasets, words, row, name))];
        for (var index = ranks.Length - 2; index >= 0; index--)
        {
            var next = ranks[index + 1] is MixRank.Named ? MixRank.Title : ranks[index + 1];
            ranks[index] = ranks[index] > next ? next : ranks[index];
        }

        return
        [
            .. named,
            .. datasets.Head.Zip(ranks, (row, rank) => new MixedEntry(rank, row, Entry: null)),
            .. datasets.Head.Skip(ranks.Length).Select(Last),
            .. datasets.Some.Select(row => new MixedEntry(MixRank.Most, row, Entry: null)),
        ];
    }

    private static MixedEntry Last(Row row) => new(MixRank.Some, row, Entry: null);

    private static MixRank RankOf(DatasetPart datasets, TextQuery words, Row row, string name) =>
        IsNamed(row, name) ? MixRank.Named
        : datasets.Hits.IsRelaxed ? datasets.Hits.BestShare >= MostOf ? MixRank.Most : MixRank.Some
        : datasets.IsOfPlace ? MixRank.Title
        : new TextWords(row.Title) is var title && words.Parts.All(title.Has) ? MixRank.Title
        : MixRank.All;

    private static bool IsNamed(Row row, string name) => NameKey.NamesIn(row.Title)
        .Append(row.Id.Replace('-', ' '))
        .Any(known => string.Equals(NameKey.Of(known), name, StringComparison.Ordinal));

    /// <summary>Returns the rank of an entry that is no dataset.</summary>
    public static MixRank RankOf(WordHit<KnownEntry> hit) => hit.Fit switch
    {
        WordFit.Name => MixRank.Named,
        WordFit.Title => MixRank.Title,
        WordFit.All => MixRank.All,
        _ => hit.Share >= MostOf ? MixRank.Most : MixRank.Some,
    };
}
