namespace DataCatalog.Territories;

/// <summary>One way to read a text: a name, and what else the text says about the place.</summary>
/// <param name="Words">The folded words of the name.</param>
internal sealed record PlaceReading(string[] Words)
{
    /// <summary>The kinds that a word before the name asks for (<c>mairie de</c>); null for any.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>The legal forms of EPCI that the words before the name ask for; null for any place.</summary>
    public IReadOnlyList<string>? LegalForms { get; init; }

    /// <summary>The postcode beside the name; null when there is none.</summary>
    public int? Postcode { get; init; }

    /// <summary>The larger territories beside the name, one of which contains the place; null when there is none.</summary>
    public IReadOnlySet<int>? Outers { get; init; }

    /// <summary>Whether the word after the name may mean something else: an unfinished code, the number of an arrondissement.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>The name, folded.</summary>
    public string Head => string.Join(' ', Words);
}
