using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories;

/// <summary>What a dataset states of territories, as typed codes.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Covered">The territories that it covers.</param>
/// <param name="Excepted">The parts of them that it does not cover.</param>
/// <param name="NotKnown">The territories of which it does not say whether it covers them.</param>
internal sealed record StatedArea(
    string Dataset, IReadOnlyList<string> Covered, IReadOnlyList<string> Excepted, IReadOnlyList<string> NotKnown)
{
    public static StatedArea Of(Dataset dataset) =>
        new(dataset.Id, dataset.Territories, dataset.TerritoriesExcept, dataset.TerritoriesUnknown);
}
