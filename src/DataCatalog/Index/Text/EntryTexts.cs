namespace DataCatalog.Index.Text;

/// <summary>The texts by which an entry is found.</summary>
/// <param name="Id">The identifier, which orders equal answers and is one of the names.</param>
/// <param name="Names">The names, by each of which as a whole the entry is known: acronyms, other names.</param>
/// <param name="Titles">The title in each language.</param>
/// <param name="Others">The other texts.</param>
internal sealed record EntryTexts(
    string Id, IEnumerable<string> Names, IEnumerable<string?> Titles, IEnumerable<string?> Others);
