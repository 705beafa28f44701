namespace DataCatalog.Http;

/// <summary>Shortens a text of a request for an error message: the beginning is enough to recognise it.</summary>
internal static class Shown
{
    private const int Longest = 100;

    public static string Of(string text) => text.Length <= Longest ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest), "…");
}
