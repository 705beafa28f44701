namespace DataCatalog.Storage;

/// <summary>What is left of a withdrawn record.</summary>
internal sealed record Tombstone(string Id, DateTimeOffset WithdrawnAt, string Reason);
