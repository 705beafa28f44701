using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace DataCatalog.OpenApi.Schemas;

/// <summary>What a text asks of local authorities, or lets them ask for. Not a dataset.</summary>
/// <param name="Context">The JSON-LD context, in its own document.</param>
/// <param name="Id">The IRI, which is also the address.</param>
/// <param name="Type"><c>Rule</c></param>
/// <param name="Identifier">The identifier.</param>
/// <param name="Title">What must be done, in one sentence.</param>
/// <param name="Act">What kind of act it is.</param>
/// <param name="AppliesTo">The kinds of authority.</param>
/// <param name="AppliesToEpci">The kinds of EPCI among them; left out when it applies to all.</param>
/// <param name="MinimumPopulation">In inhabitants.</param>
/// <param name="MaximumPopulation">In inhabitants.</param>
/// <param name="MinimumStaff">In full-time equivalents.</param>
/// <param name="Theme">The competences of which the authority must hold one.</param>
/// <param name="Condition">What must be true of the authority, all of it.</param>
/// <param name="OnlyIn">The territories outside of which it does not apply; left out when it applies everywhere.</param>
/// <param name="ExceptIn">The territories in which it does not apply.</param>
/// <param name="ExtendsTo">
/// The overseas collectivities to which a text extends it: they have laws of their own, and for all others nothing is known.
/// </param>
/// <param name="DeadlineKind">How the deadline is given.</param>
/// <param name="Deadline">The time after the event, <c>P2M</c>.</param>
/// <param name="DeadlineDay">The last day of each year, <c>--06-30</c>.</param>
/// <param name="DeadlineEvent">The event after which the time runs.</param>
/// <param name="DeadlineNote">What the other facts alone would not say.</param>
/// <param name="InForceFrom">The first day on which it is in force, where it is known.</param>
/// <param name="InForceUntil">The last day on which it is in force, where one is known.</param>
/// <param name="SentTo">Where it goes.</param>
/// <param name="Page">The page of the destination.</param>
/// <param name="CheckUrl">Where anyone can see what an authority has done; <c>{insee}</c> or <c>{siren}</c> stands for its code.</param>
/// <param name="ShownBy">The datasets in which anyone can see what authorities have done. They show it; they never do it.</param>
/// <param name="ConformsTo">The schema that a text or the platform names.</param>
/// <param name="Models">The models that it concerns.</param>
/// <param name="LegalReference">The article.</param>
/// <param name="OtherLegalReference">Other articles on which it depends.</param>
/// <param name="Source">The address of the article.</param>
/// <param name="RuleStatus">How it was verified: the text was read, only sources about it, sources that differ, nothing.</param>
/// <param name="Duty">What the rule is for the territory in the request.</param>
/// <param name="Record">The entry's record in this catalogue.</param>
[Class("Rule")]
internal sealed record RuleSchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context, string Id, string Type, string Identifier, TextSchema Title,
    TermSchema Act, IReadOnlyList<string> AppliesTo, IReadOnlyList<string>? AppliesToEpci, int? MinimumPopulation, int? MaximumPopulation,
    int? MinimumStaff, IReadOnlyList<TermSchema>? Theme, IReadOnlyList<ConditionSchema>? Condition,
    IReadOnlyList<PlaceSchema>? OnlyIn, IReadOnlyList<PlaceSchema>? ExceptIn, IReadOnlyList<PlaceSchema>? ExtendsTo,
    [property: AllowedValues("after-event", "yearly", "yearly-day", "permanent", "none")] string DeadlineKind, string? Deadline,
    string? DeadlineDay, TextSchema? DeadlineEvent, TextSchema? DeadlineNote, DateOnly? InForceFrom, DateOnly? InForceUntil,
    TextSchema? SentTo, IReadOnlyList<WebPageSchema>? Page, string? CheckUrl, IReadOnlyList<NamedEntrySchema>? ShownBy,
    IReadOnlyList<StandardSchema>? ConformsTo,
    IReadOnlyList<NamedEntrySchema>? Models, string LegalReference, IReadOnlyList<string>? OtherLegalReference, string? Source,
    [property: AllowedValues("text-read", "secondary", "conflict", "unverified")] string RuleStatus,
    IReadOnlyList<DutyAnswerSchema>? Duty, CatalogRecordSchema? Record);

/// <summary>What must be true of an authority for a rule to apply.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>Concept</c></param>
/// <param name="Code">Its code, as filters take it.</param>
/// <param name="PrefLabel">The statement.</param>
/// <param name="Identifier">The same, by its older name.</param>
/// <param name="Definition">The question that the authority can answer.</param>
[Class("Concept")]
internal sealed record ConditionSchema(
    string Id, string Type, string Code, TextSchema PrefLabel, string Identifier, TextSchema? Definition);

/// <summary>A rule as it concerns a territory: whether it applies, what the catalogue sees, what to do next.</summary>
/// <param name="Id">Its address.</param>
/// <param name="Type"><c>Duty</c></param>
/// <param name="Applies">Whether the rule applies.</param>
/// <param name="Because">The code of the reason, when it does not apply or nobody here can tell.</param>
/// <param name="Comment">The reason in words.</param>
/// <param name="Question">The conditions that nobody has answered, each with its question.</param>
/// <param name="MinimumStaff">The staff from which it applies, when the request does not say the staff.</param>
/// <param name="Seen">What this catalogue sees. It does not know everything.</param>
/// <param name="AnsweredBy">The authority's own datasets that show it.</param>
/// <param name="AnsweredByHolder">Those of the intermunicipal body that holds the competence.</param>
/// <param name="HeldBy">The territory of that body.</param>
/// <param name="ShownBy">National datasets that show what authorities did. They do it for nobody.</param>
/// <param name="DueDay">The next day by which it must be done, where a text names a day of the year.</param>
/// <param name="DeadlineText">By when, in words.</param>
/// <param name="CheckUrl">Where anyone can see what this authority has done.</param>
/// <param name="Example">Another authority of the same kind that did it, the nearest in population.</param>
/// <param name="ResolvedFrom">The old code in the request, in the document of one rule.</param>
/// <param name="Staff">The staff that the request says.</param>
/// <param name="Has">The conditions that the request says are met.</param>
/// <param name="HasNot">The conditions that the request says are not met.</param>
[Class("Duty")]
internal sealed record DutyAnswerSchema(
    string Id, string Type, [property: AllowedValues("yes", "only-if", "undetermined", "no")] string Applies,
    [property: AllowedValues(
        "not-an-authority", "kind", "population", "place", "in-force", "competence", "staff", "condition", "own-law")] string? Because,
    TextSchema? Comment, IReadOnlyList<ConditionSchema>? Question, int? MinimumStaff,
    [property: AllowedValues("published", "shown-nationally", "nothing-seen")] string Seen, IReadOnlyList<NamedEntrySchema>? AnsweredBy,
    IReadOnlyList<NamedEntrySchema>? AnsweredByHolder, string? HeldBy, IReadOnlyList<NamedEntrySchema>? ShownBy, DateOnly? DueDay,
    TextSchema? DeadlineText, string? CheckUrl, PublicationExampleSchema? Example, string? ResolvedFrom, int? Staff,
    IReadOnlyList<string>? Has, IReadOnlyList<string>? HasNot);

/// <summary>One page of rules.</summary>
/// <param name="Context">The JSON-LD context.</param>
/// <param name="Id">The list's IRI.</param>
/// <param name="Type"><c>Collection</c></param>
/// <param name="Title">What is listed.</param>
/// <param name="ResolvedFrom">The old code of the territory in the request.</param>
/// <param name="Staff">The staff that the request says.</param>
/// <param name="Has">The conditions that the request says are met.</param>
/// <param name="HasNot">The conditions that the request says are not met.</param>
/// <param name="TotalItems">Rules on all pages.</param>
/// <param name="View">This page and its neighbours.</param>
/// <param name="Member">The rules of this page.</param>
[Class("Collection")]
internal sealed record RuleCollectionSchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context, string Id, string Type, TextSchema Title, string? ResolvedFrom,
    int? Staff, IReadOnlyList<string>? Has, IReadOnlyList<string>? HasNot, int TotalItems, ViewSchema View,
    IReadOnlyList<RuleSchema> Member);
