namespace DataCatalog.Http;

/// <summary>What a request said, as an error shows it: the beginning of a long text is enough to see what is meant.</summary>
internal static class Shown
{
    private const int Longest = 100;

    public static string Of(string text) => text.Length <= Longest ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest), "…");
}
