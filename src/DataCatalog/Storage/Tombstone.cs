namespace DataCatalog.Storage;

/// <summary>The remains of a withdrawn record: its id, when it was withdrawn, and why.</summary>
internal sealed record Tombstone(string Id, DateTimeOffset WithdrawnAt, string Reason);
