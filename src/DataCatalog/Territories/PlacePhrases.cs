namespace DataCatalog.Territories;

/// <summary>Reads words that people write around the name of a place, and that say which kind of place is meant.</summary>
internal static class PlacePhrases
{
    private static readonly string[] OfCommune = ["commune", "arrondissement-municipal", "former-commune"];
    private static readonly string[] Metropoles = ["METRO", "MGP", "METLYON", "CU", "CA", "CC"];

    /// <summary>The folded words before a name, each with the kinds or the legal forms that they mean; longer ones first.</summary>
    private static readonly Phrase[] All =
    [
        new("communaute de communes", LegalForms: ["CC"]),
        new("communaute d agglomeration", LegalForms: ["CA"]),
        new("communaute urbaine", LegalForms: ["CU"]),
        new("communaute agglomeration", LegalForms: ["CA"]),
        new("communaute communes", LegalForms: ["CC"]),
        new("agglomeration", LegalForms: ["CA", "CU", "METRO", "METLYON"]),
        new("agglo", LegalForms: ["CA", "CU", "METRO", "METLYON"]),
        new("metropole", LegalForms: Metropoles),
        new("eurometropole", LegalForms: Metropoles),
        new("cc", LegalForms: ["CC"]),
        new("ca", LegalForms: ["CA"]),
        new("cu", LegalForms: ["CU"]),
        new("conseil departemental", Kinds: ["departement", "collectivite"]),
        new("conseil general", Kinds: ["departement", "collectivite"]),
        new("departement", Kinds: ["departement", "collectivite"]),
        new("conseil regional", Kinds: ["region"]),
        new("region", Kinds: ["region"]),
        new("hotel de ville", Kinds: OfCommune),
        new("municipalite", Kinds: OfCommune),
        new("commune", Kinds: OfCommune),
        new("mairie", Kinds: OfCommune),
        new("village", Kinds: OfCommune),
        new("ville", Kinds: OfCommune),
    ];

    private static readonly string[] CodeWords = ["code", "postal", "cp", "insee", "siren", "siret"];

    /// <summary>Lists the readings of a text that begins with such words; none when it does not.</summary>
    public static IEnumerable<PlaceReading> Read(string[] words)
    {
        foreach (var phrase in All)
        {
            if (words.Length <= phrase.Words.Length || !words.AsSpan().StartsWith(phrase.Words))
            {
                continue;
            }

            var read = new PlaceReading([]) { Kinds = phrase.Kinds, LegalForms = phrase.LegalForms };
            return NamesAfter(words[phrase.Words.Length..]).Where(name => name.Length > 0)
                .Select((name, at) => read with { Words = name, IsUncertain = at > 0 });
        }

        return [];
    }

    /// <summary>Removes <c>cedex</c> and its number at the end of an address.</summary>
    public static string[] WithoutCedex(string[] words) =>
        Array.IndexOf(words, "cedex") is > 0 and var cedex && words.Length - cedex <= 2 ? words[..cedex] : words;

    /// <summary>Returns the code after words such as <c>code postal</c>; null when there are none.</summary>
    public static string? CodeIn(string[] words)
    {
        string[] code = [.. words.SkipWhile(word => CodeWords.Contains(word, StringComparer.Ordinal))];
        return code.Length > 0 && code.Length < words.Length && char.IsAsciiDigit(code[0][0]) ? string.Concat(code) : null;
    }

    /// <summary>
    /// Lists the names that follow a phrase, the likeliest first: <c>du</c> and <c>des</c> mostly hold the article of the name
    /// (<c>mairie du Havre</c>), but not always (<c>département du Rhône</c>).
    /// </summary>
    private static string[][] NamesAfter(string[] words) => words switch
    {
        ["du", .. var name] => [["le", .. name], name],
        ["des", .. var name] => [["les", .. name], name],
        ["de" or "d", .. var name] => [name],
        _ => [words],
    };

    private sealed record Phrase(string Text, IReadOnlyList<string>? Kinds = null, IReadOnlyList<string>? LegalForms = null)
    {
        public string[] Words { get; } = Text.Split(' ');
    }
}
