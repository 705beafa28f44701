using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories;

/// <summary>
/// A territory in <see cref="TerritoryIndex"/>: the facts by which it is found, located, and told from others of the same name.
/// </summary>
/// <param name="Id">The typed id: <c>commune:35238</c>.</param>
/// <param name="Kind">The kind, one of <see cref="Territory.Kinds"/>.</param>
/// <param name="Code">The code without its kind.</param>
/// <param name="Name">The name in French.</param>
/// <param name="Population">The number of inhabitants; null when it is unknown.</param>
/// <param name="Siren">The SIREN number, of nine digits; null when it has none.</param>
/// <param name="Postcodes">The postcodes, of five digits each; other territories may share them.</param>
/// <param name="Parents">The numbers of the territories that directly contain it.</param>
/// <param name="Box">The bounding box, to a ten-millionth of a degree; null when it is unknown.</param>
internal sealed record Place(
    string Id,
    string Kind,
    string Code,
    string Name,
    int? Population,
    string? Siren,
    IReadOnlyList<string> Postcodes,
    IReadOnlyList<int> Parents,
    BoundingBox? Box);
