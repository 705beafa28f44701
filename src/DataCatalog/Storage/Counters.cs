namespace DataCatalog.Storage;

/// <summary>The numbers of the last changes: of anything, and of what some values are made of alone.</summary>
/// <param name="Sequence">The last change; 0 for an empty catalogue.</param>
/// <param name="ReferenceRevision">The last change of what other records repeat in part: agents, vocabularies, territories, services, series.</param>
/// <param name="TerritoryRevision">The last change of a territory.</param>
/// <param name="SynonymRevision">The last change of the synonyms of the search.</param>
internal sealed record Counters(long Sequence, long ReferenceRevision, long TerritoryRevision, long SynonymRevision)
{
    public static readonly Counters None = new(0, 0, 0, 0);
}
