using DataCatalog.Dcat.Records;
using DataCatalog.Seeding.Reading;

namespace DataCatalog.Statistics;

/// <summary>The entries of one competence.</summary>
/// <param name="Competence">The competence.</param>
/// <param name="Datasets">The number of datasets mapped to it.</param>
/// <param name="Services">The number of services mapped to it.</param>
/// <param name="Models">The number of models mapped to it.</param>
internal sealed record CompetenceCoverage(Concept Competence, int Datasets, int Services, int Models)
{
    public int Total => Datasets + Services + Models;

    /// <summary>Whether a core competence has no entry.</summary>
    public bool IsGap => Total == 0 && Competence.Competence is { Core: true };

    /// <summary>Counts the entries of every competence, without the groups, in the order of the notations.</summary>
    public static IReadOnlyList<CompetenceCoverage> Of(SeedContent content) =>
    [
        .. content.Concepts
            .Where(concept => string.Equals(concept.Scheme, Schemes.Competences, StringComparison.Ordinal) && concept.Broader is not null)
            .OrderBy(concept => concept.Notation, StringComparer.Ordinal)
            .Select(concept => new CompetenceCoverage(
                concept,
                content.Datasets.Count(dataset => dataset.Competences.Contains(concept.Code, StringComparer.Ordinal)),
                content.Services.Count(service => service.Competences.Contains(concept.Code, StringComparer.Ordinal)),
                content.Models.Count(model => model.Competences.Contains(concept.Code, StringComparer.Ordinal)))),
    ];
}
