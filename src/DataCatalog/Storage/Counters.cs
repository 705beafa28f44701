namespace DataCatalog.Storage;

/// <summary>The sequence number of the last change of any record, and of the last change of some kinds of record.</summary>
/// <param name="Sequence">The last change of any record; 0 for an empty catalogue.</param>
/// <param name="ReferenceRevision">
/// The last change of a record whose names other records repeat: the catalogue itself, agents, vocabularies, territories,
/// services, series, models.
/// </param>
/// <param name="TerritoryRevision">The last change of a territory.</param>
/// <param name="SynonymRevision">The last change of the search synonyms.</param>
internal sealed record Counters(long Sequence, long ReferenceRevision, long TerritoryRevision, long SynonymRevision)
{
    public static readonly Counters None = new(0, 0, 0, 0);
}
