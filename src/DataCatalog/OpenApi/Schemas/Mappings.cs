using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace DataCatalog.OpenApi.Schemas;

/// <summary>What the catalogue knows of the duties and the data of a territory, on one day.</summary>
/// <param name="Context">The JSON-LD context.</param>
/// <param name="Id">The IRI, which is also the address.</param>
/// <param name="Type"><c>TerritoryMapping</c></param>
/// <param name="Title">Title.</param>
/// <param name="Spatial">The territory.</param>
/// <param name="Comment">Why there are few duties, where the territory is no authority.</param>
/// <param name="SeeAlso">The mapping of the commune that has them, for a part of one.</param>
/// <param name="Staff">The staff that the request says.</param>
/// <param name="Has">The conditions that the request says are met.</param>
/// <param name="HasNot">The conditions that the request says are not met.</param>
/// <param name="AnswerCount">How many rules have each answer.</param>
/// <param name="Duty">The rules that apply, due soonest first; then those for which nobody here can tell.</param>
/// <param name="Right">The rules that let the authority ask for data.</param>
/// <param name="Question">The questions on which further rules depend.</param>
/// <param name="OwnDatasets">Datasets that local authorities produce and that name it.</param>
/// <param name="PublishedDatasets">Datasets that the authority itself publishes, where it is a publisher here.</param>
/// <param name="CoveringDatasets">Datasets that cover it, its own included.</param>
/// <param name="CompetenceMapping">The groups of competences.</param>
[Class("TerritoryMapping")]
internal sealed record TerritoryMappingSchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context, string Id, string Type, TextSchema Title,
    IReadOnlyList<TerritorySchema> Spatial, TextSchema? Comment, string? SeeAlso, int? Staff, IReadOnlyList<string>? Has,
    IReadOnlyList<string>? HasNot, IReadOnlyList<AnswerCountSchema> AnswerCount, IReadOnlyList<DutySchema> Duty,
    IReadOnlyList<DutySchema>? Right, IReadOnlyList<AskedConditionSchema>? Question, DatasetsInReachSchema OwnDatasets,
    DatasetsInReachSchema? PublishedDatasets, DatasetsInReachSchema CoveringDatasets,
    IReadOnlyList<CompetenceMappingSchema> CompetenceMapping);

/// <summary>A search for datasets.</summary>
/// <param name="Id">The address that lists them all.</param>
/// <param name="Type"><c>Collection</c></param>
/// <param name="Title">What they are.</param>
/// <param name="TotalItems">How many there are.</param>
/// <param name="Member">At most five of them, those best known, in the mapping of one competence.</param>
[Class("Collection")]
internal sealed record DatasetsInReachSchema(
    string Id, string Type, TextSchema Title, int TotalItems, IReadOnlyList<NamedEntrySchema>? Member);

/// <summary>How many rules have an answer.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>AnswerCount</c></param>
/// <param name="Notation">The answer: <c>yes</c>, <c>only-if</c>, <c>undetermined</c> or <c>no</c>.</param>
/// <param name="Labels">What people call it.</param>
/// <param name="Count">How many rules have it.</param>
[Class("AnswerCount")]
internal sealed record AnswerCountSchema(
    string Id, string Type, [property: AllowedValues("yes", "only-if", "undetermined", "no")] string Notation, TextSchema Labels,
    int Count);

/// <summary>A question that only the authority can answer, by <c>has</c>, <c>hasNot</c> or <c>staff</c>.</summary>
/// <param name="Id">The list of the rules that depend on it.</param>
/// <param name="Code">The code of the condition, or <c>staff</c>.</param>
/// <param name="Identifier">The same, by its older name.</param>
/// <param name="Definition">The question, in French.</param>
/// <param name="TotalItems">How many rules depend on it.</param>
internal sealed record AskedConditionSchema(string Id, string Code, string Identifier, TextSchema Definition, int TotalItems);

/// <summary>What there is for a competence, or a group of them.</summary>
/// <param name="Id">The mapping of this competence alone, which says more.</param>
/// <param name="Type"><c>CompetenceMapping</c>; left out in the mapping of all competences.</param>
/// <param name="Code">The code of the competence, as filters take it.</param>
/// <param name="Identifier">The same, by its older name.</param>
/// <param name="Title">Its name, in French.</param>
/// <param name="CountOfOwn">Its datasets that local authorities produce and that name the territory.</param>
/// <param name="CountOfOthers">The other datasets of it that cover the territory.</param>
/// <param name="Theme">The competence, in its own mapping.</param>
/// <param name="UsualHolder">Who holds the competence, in its own mapping.</param>
/// <param name="OwnDatasets">The search for the first, in its own mapping.</param>
/// <param name="PublishedDatasets">Datasets that the authority itself publishes, about any place, in its own mapping.</param>
/// <param name="HolderDatasets">Datasets that name the body that holds it in place of the commune, in its own mapping.</param>
/// <param name="HeldBy">The territory of that body.</param>
/// <param name="CoveringDatasets">The search for all that cover the territory, in its own mapping.</param>
/// <param name="SomeDatasets">Two of a group, in the mapping of all competences, those of the territory first.</param>
/// <param name="CompetenceMapping">The competences of a group.</param>
internal sealed record CompetenceMappingSchema(
    string Id, string? Type, string Code, string Identifier, TextSchema Title, int CountOfOwn, int CountOfOthers,
    IReadOnlyList<TermSchema>? Theme, TextSchema? UsualHolder, DatasetsInReachSchema? OwnDatasets, DatasetsInReachSchema? PublishedDatasets,
    DatasetsInReachSchema? HolderDatasets, string? HeldBy, DatasetsInReachSchema? CoveringDatasets,
    IReadOnlyList<DatasetLinkSchema>? SomeDatasets, IReadOnlyList<CompetenceMappingSchema>? CompetenceMapping);

/// <summary>A dataset by its title.</summary>
/// <param name="Id">Its address.</param>
/// <param name="Title">Its title, in French.</param>
internal sealed record DatasetLinkSchema(string Id, TextSchema Title);

/// <summary>A rule as it concerns a territory: whether it applies, what the catalogue sees, what to do next.</summary>
/// <param name="Id">Its address, which says all of it.</param>
/// <param name="Applies">Whether the rule applies.</param>
/// <param name="Because">The code of the reason, when nobody here can tell.</param>
/// <param name="Title">What must be done, in French.</param>
/// <param name="LegalReference">The article.</param>
/// <param name="Seen">What this catalogue sees. It does not know everything.</param>
/// <param name="AnsweredBy">The authority's own datasets that show it.</param>
/// <param name="AnsweredByHolder">Those of the intermunicipal body that holds the competence.</param>
/// <param name="HeldBy">The territory of that body.</param>
/// <param name="ShownBy">National datasets that show what authorities did. They do it for nobody.</param>
/// <param name="DueDay">The next day by which it must be done, where a text names a day of the year.</param>
/// <param name="DeadlineText">By when, in words, in French.</param>
/// <param name="SentTo">Where it goes, in French.</param>
/// <param name="Page">The page of that place.</param>
/// <param name="CheckUrl">Where anyone can see what this authority has done.</param>
/// <param name="Example">Another authority of the same kind that did it, the nearest in population.</param>
internal sealed record DutySchema(
    string Id, [property: AllowedValues("yes", "undetermined")] string Applies,
    [property: AllowedValues(
        "not-an-authority", "kind", "population", "place", "in-force", "competence", "staff", "condition", "own-law")] string? Because,
    TextSchema Title, string LegalReference,
    [property: AllowedValues("published", "shown-nationally", "nothing-seen")] string Seen, IReadOnlyList<NamedEntrySchema>? AnsweredBy,
    IReadOnlyList<NamedEntrySchema>? AnsweredByHolder, string? HeldBy, IReadOnlyList<NamedEntrySchema>? ShownBy, DateOnly? DueDay,
    TextSchema? DeadlineText, TextSchema? SentTo, IReadOnlyList<WebPageSchema>? Page, string? CheckUrl,
    PublicationExampleSchema? Example);

/// <summary>An authority that did what a rule asks.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Title">The dataset's title.</param>
/// <param name="PrimaryTopic">The dataset.</param>
/// <param name="ByTerritory">The authority's territory.</param>
internal sealed record PublicationExampleSchema(string Id, TextSchema Title, string PrimaryTopic, PlaceSchema ByTerritory);

/// <summary>The dated duties of a territory, on one day.</summary>
/// <param name="Context">The JSON-LD context.</param>
/// <param name="Id">The IRI, which is also the address.</param>
/// <param name="Type"><c>Collection</c></param>
/// <param name="Title">Title.</param>
/// <param name="Spatial">The territory.</param>
/// <param name="Comment">Why there are few, where the territory is no authority.</param>
/// <param name="SeeAlso">The calendar of the authority that has the duties.</param>
/// <param name="ResolvedFrom">The old code in the request.</param>
/// <param name="Staff">The staff that the request says.</param>
/// <param name="Has">The conditions that the request says are met.</param>
/// <param name="HasNot">The conditions that the request says are not met.</param>
/// <param name="TotalItems">How many there are.</param>
/// <param name="Member">The duties, those due soonest first.</param>
[Class("Collection")]
internal sealed record CalendarSchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context, string Id, string Type, TextSchema Title,
    IReadOnlyList<PlaceSchema> Spatial, TextSchema? Comment, string? SeeAlso, string? ResolvedFrom, int? Staff, IReadOnlyList<string>? Has,
    IReadOnlyList<string>? HasNot, int TotalItems, IReadOnlyList<DatedDutySchema> Member);

/// <summary>A duty with its day.</summary>
/// <param name="Id">Its address.</param>
/// <param name="Type"><c>Duty</c></param>
/// <param name="Applies">Whether the rule applies.</param>
/// <param name="Because">The code of the reason, when nobody here can tell.</param>
/// <param name="Title">What must be done.</param>
/// <param name="LegalReference">The article.</param>
/// <param name="Question">The conditions that nobody has answered, each with its question.</param>
/// <param name="MinimumStaff">The staff from which it applies, when the request does not say the staff.</param>
/// <param name="Seen">What this catalogue sees. It does not know everything.</param>
/// <param name="AnsweredBy">The authority's own datasets that show it.</param>
/// <param name="AnsweredByHolder">Those of the intermunicipal body that holds the competence.</param>
/// <param name="HeldBy">The territory of that body.</param>
/// <param name="ShownBy">National datasets that show what authorities did. They do it for nobody.</param>
/// <param name="DueDay">The next day by which it must be done.</param>
/// <param name="DeadlineText">By when, in words.</param>
/// <param name="DeadlineNote">What the day alone would not say.</param>
/// <param name="SentTo">Where it goes.</param>
/// <param name="InForceFrom">The day on which the rule comes into force, for a rule that is not in force yet.</param>
[Class("Duty")]
internal sealed record DatedDutySchema(
    string Id, string Type, [property: AllowedValues("yes", "only-if", "undetermined", "no")] string Applies,
    [property: AllowedValues(
        "not-an-authority", "kind", "population", "place", "in-force", "competence", "staff", "condition", "own-law")] string? Because,
    TextSchema Title, string LegalReference, IReadOnlyList<ConditionSchema>? Question, int? MinimumStaff,
    [property: AllowedValues("published", "shown-nationally", "nothing-seen")] string Seen, IReadOnlyList<NamedEntrySchema>? AnsweredBy,
    IReadOnlyList<NamedEntrySchema>? AnsweredByHolder, string? HeldBy, IReadOnlyList<NamedEntrySchema>? ShownBy, DateOnly? DueDay,
    TextSchema? DeadlineText, TextSchema? DeadlineNote, TextSchema? SentTo, DateOnly? InForceFrom);
