namespace DataCatalog.Index.Text;

/// <summary>
/// The form in which names are compared: the words that say something, without their endings. <c>Base Adresse Nationale</c> and
/// <c>adresses nationales</c> have the same form.
/// </summary>
internal static class NameKey
{
    /// <summary>Returns the form of a name; empty when it has no word.</summary>
    public static string Of(string name)
    {
        var tokens = FrenchText.Tokens(name);
        string[] told = [.. tokens.Where(token => !CarrierWords.Contain(token.Word, next: null)).Select(token => token.Term)];
        return string.Join(' ', told.Length > 0 ? told : tokens.Select(token => token.Term));
    }

    /// <summary>Returns the form of the words that are wanted by a question.</summary>
    public static string Of(TextQuery words) => Of(string.Join(' ', words.Parts.Select(part => part.Typed)));

    /// <summary>
    /// Lists the names in a title: all of it, what stands before brackets, and the acronym in them: <c>Base Adresse Nationale (BAN)</c>.
    /// </summary>
    public static IEnumerable<string> NamesIn(string title)
    {
        var open = title.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : title.IndexOf(')', open);
        return close < 0 ? [title] : [title, title[..open], title[(open + 1)..close]];
    }
}
