using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace DataCatalog.OpenApi.Schemas;

/// <summary>What the catalogue knows of the data of a territory.</summary>
/// <param name="Context">The JSON-LD context.</param>
/// <param name="Id">The IRI, which is also the address.</param>
/// <param name="Type"><c>TerritoryMapping</c></param>
/// <param name="Title">Title.</param>
/// <param name="Spatial">The territory.</param>
/// <param name="Comment">Why there are no obligations, where the territory is no authority.</param>
/// <param name="SeeAlso">The mapping of the commune that has them, for a part of one.</param>
/// <param name="CountOfOthers">The other datasets that cover the territory.</param>
/// <param name="OwnDatasets">Datasets that name it.</param>
/// <param name="CoveringDatasets">Datasets that cover it, its own included; with a few of those of others.</param>
/// <param name="CoveragePercent">
/// 100 × (found + covered nationally) / (found + covered nationally + not found), rounded down; left out when there are none of these.
/// </param>
/// <param name="StatusCount">How many obligations have each status; a model counts once.</param>
/// <param name="CompetenceMapping">The groups of competences.</param>
/// <param name="Assessment">The obligations, one for each model; none where the territory is no authority.</param>
/// <param name="GoodPractice">Models without a known obligation; they count in no total.</param>
[Class("TerritoryMapping")]
internal sealed record TerritoryMappingSchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context, string Id, string Type, TextSchema Title,
    IReadOnlyList<TerritorySchema> Spatial, TextSchema? Comment, string? SeeAlso, int CountOfOthers, DatasetsInReachSchema OwnDatasets,
    DatasetsInReachSchema CoveringDatasets, int? CoveragePercent, IReadOnlyList<StatusCountSchema>? StatusCount,
    IReadOnlyList<CompetenceMappingSchema> CompetenceMapping, IReadOnlyList<AssessmentSchema>? Assessment,
    IReadOnlyList<AssessmentSchema>? GoodPractice);

/// <summary>A search for datasets, with a few of its answers.</summary>
/// <param name="Id">The address that lists them all.</param>
/// <param name="Type"><c>Collection</c></param>
/// <param name="Title">What they are.</param>
/// <param name="TotalItems">How many there are.</param>
/// <param name="Member">At most three of them, those best known.</param>
[Class("Collection")]
internal sealed record DatasetsInReachSchema(
    string Id, string Type, TextSchema Title, int TotalItems, IReadOnlyList<NamedEntrySchema> Member);

/// <summary>How many obligations have a status.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>StatusCount</c></param>
/// <param name="Notation">
/// The status: <c>found</c>, <c>covered-nationally</c>, <c>not-found</c>, <c>not-applicable</c> or <c>undetermined</c>.
/// </param>
/// <param name="Labels">What people call it.</param>
/// <param name="Count">How many obligations have it.</param>
[Class("StatusCount")]
internal sealed record StatusCountSchema(
    string Id, string Type,
    [property: AllowedValues("found", "covered-nationally", "not-found", "not-applicable", "undetermined")] string Notation,
    TextSchema Labels, int Count);

/// <summary>What there is for a competence, or a group of them.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>CompetenceMapping</c></param>
/// <param name="Theme">The competence.</param>
/// <param name="CountOfOthers">The other datasets of it that cover the territory.</param>
/// <param name="OwnDatasets">Its datasets that local authorities produce and that name the territory.</param>
/// <param name="CoveringDatasets">Its datasets that cover the territory, its own included.</param>
/// <param name="UsualHolder">Who usually holds the competence.</param>
/// <param name="CommuneRole">How communes usually hold it, in French.</param>
/// <param name="EpciRole">How intermunicipal bodies do.</param>
/// <param name="LegalReference">The articles that say so.</param>
/// <param name="LegalReferenceStatus">How these were verified.</param>
/// <param name="Evidence">Where they were read.</param>
/// <param name="ConcernedBy">The assessments of the models that concern it.</param>
/// <param name="CompetenceMapping">The competences of a group.</param>
[Class("CompetenceMapping")]
internal sealed record CompetenceMappingSchema(
    string Id, string Type, IReadOnlyList<TermSchema> Theme, int CountOfOthers, DatasetsInReachSchema OwnDatasets,
    DatasetsInReachSchema CoveringDatasets, TextSchema? UsualHolder, TextSchema? CommuneRole, TextSchema? EpciRole, string? LegalReference,
    TextSchema? LegalReferenceStatus, IReadOnlyList<string>? Evidence, IReadOnlyList<string>? ConcernedBy,
    IReadOnlyList<CompetenceMappingSchema>? CompetenceMapping);

/// <summary>How a model stands for the territory.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>Assessment</c></param>
/// <param name="ObligationStatus">
/// <c>found</c>, <c>covered-nationally</c>, <c>not-found</c> in this catalogue, <c>not-applicable</c> or <c>undetermined</c>.
/// </param>
/// <param name="Comment">Why it is so.</param>
/// <param name="Model">The model with its obligation.</param>
/// <param name="AnsweredBy">Datasets with the model's schema: the territory's own, then those of others.</param>
/// <param name="MayBeAnsweredBy">Datasets of the territory, of the same competence, whose schema is not known.</param>
/// <param name="Example">Another commune that did it, the nearest in population.</param>
[Class("Assessment")]
internal sealed record AssessmentSchema(
    string Id, string Type,
    [property: AllowedValues("found", "covered-nationally", "not-found", "not-applicable", "undetermined")] string ObligationStatus,
    TextSchema Comment, AssessedModelSchema Model, IReadOnlyList<NamedEntrySchema>? AnsweredBy,
    IReadOnlyList<NamedEntrySchema>? MayBeAnsweredBy, PublicationExampleSchema? Example);

/// <summary>A model as a mapping shows it; its own document says more.</summary>
/// <param name="Id">The IRI, which is also the address.</param>
/// <param name="Type"><c>Model</c></param>
/// <param name="Identifier">The identifier.</param>
/// <param name="Title">Title.</param>
/// <param name="ConformsTo">The schema to follow.</param>
/// <param name="Obligation">The kind of obligation, with its texts.</param>
[Class("Model")]
internal sealed record AssessedModelSchema(
    string Id, string Type, string Identifier, TextSchema Title, IReadOnlyList<StandardSchema>? ConformsTo, ObligationSchema Obligation);

/// <summary>A commune that publishes what a model asks for.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Title">The dataset's title.</param>
/// <param name="PrimaryTopic">The dataset.</param>
/// <param name="ByTerritory">The commune.</param>
internal sealed record PublicationExampleSchema(string Id, TextSchema Title, string PrimaryTopic, PlaceSchema ByTerritory);
