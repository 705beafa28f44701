using DataCatalog.Storage;

namespace DataCatalog.Territories;

/// <summary>The territory whose datasets a request lists.</summary>
/// <param name="Coverage">Explains why datasets cover the territory.</param>
/// <param name="History">The state of the catalogue before the territories were read.</param>
/// <param name="AskedId">The id in the address, when it is an old one; null otherwise.</param>
internal sealed record TerritoryScope(TerritoryCoverage Coverage, History History, string? AskedId)
{
    /// <summary>The path of the list below the base URL.</summary>
    public string Path => $"territories/{Coverage.Id}/datasets";
}
