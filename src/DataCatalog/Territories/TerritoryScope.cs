using DataCatalog.Storage;

namespace DataCatalog.Territories;

/// <summary>The territory whose datasets are asked for.</summary>
/// <param name="Coverage">Why datasets are about it.</param>
/// <param name="History">What had been changed before the territories were read.</param>
/// <param name="AskedId">The id that was asked for, when its code is an old one; null otherwise.</param>
internal sealed record TerritoryScope(TerritoryCoverage Coverage, History History, string? AskedId)
{
    /// <summary>The address of the list below the base URL.</summary>
    public string Path => $"territories/{Coverage.Id}/datasets";
}
