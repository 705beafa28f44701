using DataCatalog.Dcat.Mapping;
using DataCatalog.Http;

namespace DataCatalog.Search.Everything;

/// <summary>A page of answers of all kinds, ready to be written in any syntax.</summary>
internal sealed record FoundPage
{
    /// <summary>A text that changes when the content does.</summary>
    public required string Version { get; init; }

    public required Negotiated Chosen { get; init; }

    /// <summary>The list of which this is a page.</summary>
    public required Listing List { get; init; }

    /// <summary>The words of the question.</summary>
    public required string Text { get; init; }

    public required PageLinks Links { get; init; }

    /// <summary>The entries, best first.</summary>
    public required IReadOnlyList<FoundEntry> Members { get; init; }

    /// <summary>When each of the entries was last changed here; empty but for a feed.</summary>
    public required IReadOnlyList<DateTimeOffset> ChangedAt { get; init; }

    public required SearchFindings Findings { get; init; }

    /// <summary>What is nearest when no dataset answers; null otherwise.</summary>
    public NearestEntries? Nearest { get; init; }

    /// <summary>The form of a sheet.</summary>
    public SheetForm Sheet { get; init; }
}
