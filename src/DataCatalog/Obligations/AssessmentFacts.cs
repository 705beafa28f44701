using DataCatalog.Dcat.Records;

namespace DataCatalog.Obligations;

/// <summary>What is known of a model for a territory.</summary>
/// <param name="Obligation">What the rule asks.</param>
/// <param name="HasSchema">Whether there is a schema by which to recognise an answer.</param>
/// <param name="Population">The territory's; null when it is not known.</param>
/// <param name="Holding">How the territory usually holds the competence, the surest of those that the model concerns.</param>
internal sealed record AssessmentFacts(Obligation Obligation, bool HasSchema, int? Population, CompetenceHolding Holding)
{
    /// <summary>Whether a dataset of the territory follows the schema.</summary>
    public bool IsFound { get; init; }

    /// <summary>Whether a national dataset over the territory does, and is not known to be partial.</summary>
    public bool IsCovered { get; init; }

    /// <summary>Whether a national dataset over the territory does, and is known to be partial.</summary>
    public bool IsCoveredInPart { get; init; }

    /// <summary>Whether the territory has datasets of the same competence without a known schema.</summary>
    public bool HasCandidates { get; init; }

    /// <summary>
    /// The first reason that holds. What does not apply is not judged; what is there is said; then come all the reasons for which nothing
    /// follows from outcome nothing.
    /// </summary>
    public AssessmentOutcome Conclude() =>
        Obligation.MinimumPopulation > Population ? AssessmentOutcome.BelowThreshold
        : IsFound ? AssessmentOutcome.Found
        : Holding is CompetenceHolding.Unknown ? AssessmentOutcome.UnknownRole
        : Holding is CompetenceHolding.Elsewhere ? AssessmentOutcome.HeldElsewhere
        : IsCovered ? AssessmentOutcome.CoveredNationally
        : Obligation.MinimumPopulation is not null && Population is null ? AssessmentOutcome.UnknownPopulation
        : Obligation.MinimumStaff is not null ? AssessmentOutcome.UnknownStaff
        : !HasSchema ? AssessmentOutcome.NoSchema
        : Holding is CompetenceHolding.Varies ? AssessmentOutcome.MayBeTransferred
        : IsCoveredInPart ? AssessmentOutcome.CoveredInPart
        : HasCandidates ? AssessmentOutcome.UnknownSchema
        : AssessmentOutcome.NotFound;
}
