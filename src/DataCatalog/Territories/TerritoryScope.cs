namespace DataCatalog.Territories;

/// <summary>The territory whose datasets are asked for.</summary>
/// <param name="Coverage">Why datasets are about it.</param>
/// <param name="State">The name of the state of the catalogue before the territories were read.</param>
/// <param name="AskedId">The id that was asked for, when its code is an old one; null otherwise.</param>
internal sealed record TerritoryScope(TerritoryCoverage Coverage, string State, string? AskedId)
{
    /// <summary>The address of the list below the base URL.</summary>
    public string Path => $"territories/{Coverage.Id}/datasets";
}
