namespace DataCatalog.Index;

/// <summary>A text as it is indexed.</summary>
/// <param name="Terms">Its words.</param>
/// <param name="Joined">Its compounds as one word. They and the variants stand at the end, where they part no phrase.</param>
/// <param name="Variants">The acronyms of which it has variants.</param>
internal sealed record IndexedText(IReadOnlyList<string> Terms, IReadOnlyList<string> Joined, IReadOnlyList<string> Variants)
{
    /// <summary>Joins texts into one, as if they had been one text with spaces between.</summary>
    public static string Join(params IEnumerable<IndexedText> texts)
    {
        IndexedText[] all = [.. texts];
        return string.Join(
            ' ',
            all.SelectMany(text => text.Terms).Concat(
                all.SelectMany(text => text.Joined).Concat(all.SelectMany(text => text.Variants)).Distinct(StringComparer.Ordinal)));
    }
}
