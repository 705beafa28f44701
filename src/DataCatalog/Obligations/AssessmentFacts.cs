namespace DataCatalog.Obligations;

/// <summary>The facts that decide the status of a model for a territory.</summary>
/// <param name="Thresholds">The thresholds of the rules that name the model, for this kind of territory.</param>
/// <param name="HasSchema">Whether the model has a schema, by which datasets that answer it can be recognised.</param>
/// <param name="Population">The number of inhabitants of the territory; null when it is unknown.</param>
/// <param name="Holding">
/// How the territory usually holds the competence; for a model of several competences, the most certain of them.
/// </param>
internal sealed record AssessmentFacts(Thresholds Thresholds, bool HasSchema, int? Population, CompetenceHolding Holding)
{
    /// <summary>Whether a dataset of the territory follows the schema.</summary>
    public bool IsFound { get; init; }

    /// <summary>Whether a national dataset that covers the territory follows the schema, and is not known to be partial.</summary>
    public bool IsCovered { get; init; }

    /// <summary>Whether a national dataset that covers the territory follows the schema, whether it is partial or not.</summary>
    public bool IsCoveredInPart { get; init; }

    /// <summary>Whether the territory has datasets of the same competence whose schema is unknown.</summary>
    public bool HasCandidates { get; init; }

    /// <summary>
    /// Returns the first outcome that applies. First come the obligations that do not apply, then what was found, then all the reasons for
    /// which the catalogue cannot conclude that the territory lacks the data.
    /// </summary>
    public AssessmentOutcome Conclude() =>
        Thresholds.Population > Population ? AssessmentOutcome.BelowThreshold
        : IsFound ? AssessmentOutcome.Found
        : Holding is CompetenceHolding.Unknown ? AssessmentOutcome.UnknownRole
        : Holding is CompetenceHolding.Elsewhere ? AssessmentOutcome.HeldElsewhere
        : IsCovered ? AssessmentOutcome.CoveredNationally
        : Thresholds.Population is not null && Population is null ? AssessmentOutcome.UnknownPopulation
        : Thresholds.Staff is not null ? AssessmentOutcome.UnknownStaff
        : !HasSchema ? AssessmentOutcome.NoSchema
        : Holding is CompetenceHolding.Varies ? AssessmentOutcome.MayBeTransferred
        : IsCoveredInPart ? AssessmentOutcome.CoveredInPart
        : HasCandidates ? AssessmentOutcome.UnknownSchema
        : AssessmentOutcome.NotFound;
}
