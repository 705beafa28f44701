using System.Globalization;

namespace DataCatalog.Storage;

/// <summary>
/// The last changes of a state of the database, by number: of anything, and of what some values are made of alone. Another history, such as
/// that of a database made anew or restored from a backup, may come to the same numbers, but not at the same time: what tells one state from
/// all others has both.
/// </summary>
/// <param name="Sequence">The last change; 0 for an empty catalogue.</param>
/// <param name="ReferenceRevision">The last change of what other records repeat in part: agents, vocabularies, territories, services, series.</param>
/// <param name="TerritoryRevision">The last change of a territory.</param>
/// <param name="SynonymRevision">The last change of the synonyms of the search.</param>
/// <param name="ChangedAt">When the last change was made; empty for none.</param>
/// <param name="ReferencesChangedAt">When the last change of references was made; empty for none.</param>
internal sealed record Counters(
    long Sequence, long ReferenceRevision, long TerritoryRevision, long SynonymRevision, string ChangedAt, string ReferencesChangedAt)
{
    public static readonly Counters None = new(0, 0, 0, 0, "", "");

    /// <summary>Names the state of everything.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Sequence}@{ChangedAt}");

    /// <summary>Names the state of what other records repeat in part.</summary>
    public string NameOfReferences => string.Create(CultureInfo.InvariantCulture, $"{ReferenceRevision}@{ReferencesChangedAt}");
}
