using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>
/// The rules on what a dataset covers, what it does not, and what is not known: an exception is a part of a territory, and each territory
/// has one statement.
/// </summary>
internal static class AreaRules
{
    public static void Check(Dataset dataset, IReferences references, ValidationContext<Dataset> context)
    {
        var covered = dataset.Territories ?? [];
        foreach (var (index, id) in dataset.TerritoriesExcept.Index())
        {
            if (covered.Contains(id, StringComparer.Ordinal))
            {
                context.Report($"territoriesExcept[{index}]", id, "no territory that is among the covered ones too");
            }
            else if (id is not null && !IsInside(id, covered, references))
            {
                context.Report($"territoriesExcept[{index}]", id, "a territory that lies in one of the covered ones");
            }
        }

        foreach (var (index, id) in dataset.TerritoriesUnknown.Index())
        {
            if (covered.Concat(dataset.TerritoriesExcept).Contains(id, StringComparer.Ordinal))
            {
                context.Report($"territoriesUnknown[{index}]", id, "no territory that is among the covered ones or the exceptions too");
            }
        }
    }

    /// <summary>
    /// Whether a territory lies in one of several. One that does not exist has an error of its own; so has a parent of no larger kind,
    /// which is not followed, since it could lead back.
    /// </summary>
    private static bool IsInside(string id, IReadOnlyList<string> outers, IReferences references) =>
        references.FindTerritory(id) is not { } inner || inner.Parents.Any(parent =>
            outers.Contains(parent, StringComparer.Ordinal)
            || (TerritoryCodes.IsLarger(parent.Split(':')[0], inner.Kind) && IsInside(parent, outers, references)));
}
