using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories;

/// <summary>A territory as <see cref="TerritoryMap"/> knows it: what finds it, places it and tells it from its namesakes.</summary>
/// <param name="Id">Typed: <c>commune:35238</c>.</param>
/// <param name="Kind">One of <see cref="Territory.Kinds"/>.</param>
/// <param name="Code">The bare code.</param>
/// <param name="Name">In French, as it is written.</param>
/// <param name="Population">In inhabitants.</param>
/// <param name="Siren">Nine digits.</param>
/// <param name="Postcodes">Of five digits each; others may share them.</param>
/// <param name="Parents">The numbers of the territories that directly contain it.</param>
/// <param name="Box">Where it lies, to a ten-millionth of a degree.</param>
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
