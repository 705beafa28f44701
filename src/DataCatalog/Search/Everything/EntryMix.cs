using DataCatalog.Index.Columns;

namespace DataCatalog.Search.Everything;

/// <summary>How well an entry of any kind answers a question; better ones first.</summary>
internal enum MixRank
{
    /// <summary>The question is an identifier or an address of the entry.</summary>
    Identified,

    /// <summary>The question is a name of the entry.</summary>
    Named,

    /// <summary>The title has all of the words.</summary>
    Title,

    /// <summary>The texts have all of the words.</summary>
    All,

    /// <summary>The texts have some of the words, and those are most of the question.</summary>
    Most,

    /// <summary>The texts have some of the words.</summary>
    Some,
}

/// <summary>An entry in a list of all kinds: a dataset by its row, or another entry.</summary>
internal sealed record MixedEntry(MixRank Rank, Row? Dataset, KnownEntry? Entry)
{
    public string Kind => Entry?.Kind ?? EntryKind.Dataset;
}

/// <summary>
/// Puts entries of several kinds in one order. Better ranks come first. Within a rank, each two entries of the leading kind are followed by
/// one of another kind, and the other kinds take turns: so no kind has the first three places alone, unless it alone has entries of the
/// rank.
/// </summary>
internal static class EntryMix
{
    /// <summary>The number of places of which no kind but the leading one has two.</summary>
    private const int FirstPlaces = 3;

    /// <summary>The number of entries of the leading kind that stand together.</summary>
    private const int Together = 2;

    /// <summary>Orders entries; those of one kind and rank stay in their order.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="lead">The leading kind.</param>
    public static IReadOnlyList<MixedEntry> InOrder(IEnumerable<MixedEntry> entries, string lead) => Balanced(
        [.. entries.GroupBy(entry => entry.Rank).OrderBy(rank => rank.Key).SelectMany(rank => Mixed([.. rank], lead))],
        lead);

    /// <summary>
    /// Takes a further entry of another kind than the leading one, and a variant of a rule, only after the first places, where there is
    /// another good entry for its place.
    /// </summary>
    private static List<MixedEntry> Balanced(List<MixedEntry> entries, string lead)
    {
        var taken = new List<MixedEntry>();
        while (taken.Count < FirstPlaces && entries.Count > 0)
        {
            var lastRank = MixRank.All + (entries[0].Rank > MixRank.All ? 2 : 0);
            var next = entries.Find(entry => entry.Rank <= lastRank && !IsMoreOfSame(entry, taken, lead)) ?? entries[0];
            entries.Remove(next);
            taken.Add(next);
        }

        return [.. taken, .. entries];
    }

    private static bool IsMoreOfSame(MixedEntry entry, List<MixedEntry> taken, string lead) => taken.Exists(before =>
        Is(before, entry.Kind) && (!Is(entry, lead) || IsVariant(entry.Entry?.Identifier, before.Entry?.Identifier)));

    /// <summary>
    /// Whether two rules differ by the authority that they concern: <c>budget-annexes-3500</c>, <c>budget-annexes-3500-epci</c>.
    /// </summary>
    private static bool IsVariant(string? identifier, string? other) =>
        identifier is not null && other is not null && RootOf(identifier, other).Length > 0;

    private static string RootOf(string one, string other)
    {
        var (first, second) = (WithoutLast(one), WithoutLast(other));
        return string.Equals(first, second, StringComparison.Ordinal) || string.Equals(first, other, StringComparison.Ordinal)
            || string.Equals(one, second, StringComparison.Ordinal)
            ? second
            : "";
    }

    private static string WithoutLast(string identifier) =>
        identifier.LastIndexOf('-') is > 0 and var last ? identifier[..last] : identifier;

    private static IEnumerable<MixedEntry> Mixed(IReadOnlyList<MixedEntry> entries, string lead)
    {
        var leading = new Queue<MixedEntry>(entries.Where(entry => Is(entry, lead)));
        var others = new Queue<MixedEntry>(InTurn([.. entries.Where(entry => !Is(entry, lead))]));
        while (leading.Count + others.Count > 0)
        {
            for (var taken = 0; taken < Together && leading.TryDequeue(out var entry); taken++)
            {
                yield return entry;
            }

            if (others.TryDequeue(out var other))
            {
                yield return other;
            }
        }
    }

    /// <summary>Orders entries so that their kinds take turns.</summary>
    private static IEnumerable<MixedEntry> InTurn(IReadOnlyList<MixedEntry> entries) => EntryKind.All
        .SelectMany(kind => entries.Where(entry => Is(entry, kind)).Index())
        .OrderBy(entry => entry.Index)
        .ThenBy(entry => Array.IndexOf(EntryKind.All, entry.Item.Kind))
        .Select(entry => entry.Item);

    private static bool Is(MixedEntry entry, string kind) => string.Equals(entry.Kind, kind, StringComparison.Ordinal);
}
