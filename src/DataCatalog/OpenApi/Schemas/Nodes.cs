using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace DataCatalog.OpenApi.Schemas;

/// <summary>The JSON-LD context: which RDF term each key stands for. Ignore it to read plain JSON.</summary>
internal sealed record ContextSchema;

/// <summary>A JSON-LD context in a document of its own.</summary>
/// <param name="Context">Which RDF term each key stands for.</param>
internal sealed record ContextDocumentSchema([property: JsonPropertyName("@context")] ContextSchema Context);

/// <summary>A text in several languages: <c>{"fr": "…", "en": "…"}</c>. French is always there.</summary>
/// <param name="Fr">French.</param>
/// <param name="En">English, where there is a translation.</param>
internal sealed record TextSchema(string Fr, string? En);

/// <summary>Words in several languages, always as arrays: <c>{"fr": ["…"]}</c>.</summary>
/// <param name="Fr">French.</param>
internal sealed record WordsSchema(IReadOnlyList<string> Fr);

/// <summary>A term of a vocabulary (skos:Concept).</summary>
/// <param name="Id">Its IRI: EU terms keep that of the Publications Office.</param>
/// <param name="Type"><c>Concept</c></param>
/// <param name="Code">Its code in its vocabulary, as filters take it; a status has none.</param>
/// <param name="PrefLabel">What people call it.</param>
/// <param name="Notation">Its short code, for our own terms.</param>
[Class("Concept")]
internal sealed record TermSchema(string Id, string Type, string? Code, TextSchema PrefLabel, string? Notation);

/// <summary>A node with a label in several languages: a frequency, a language, a right, a law.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type">Its class.</param>
/// <param name="Code">Its code in its vocabulary, as filters take it; a law and a sentence about rights have none.</param>
/// <param name="Labels">Its label.</param>
internal sealed record LabelledNodeSchema(
    string Id, [property: AllowedValues("Frequency", "LinguisticSystem", "RightsStatement", "LegalResource")] string Type,
    string? Code, TextSchema Labels);

/// <summary>A licence.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>LicenseDocument</c></param>
/// <param name="Code">Its code, as filters take it.</param>
/// <param name="Label">Its exact title.</param>
/// <param name="LicenseTitle">Its title in the licence register of CKAN, or its label where the register does not have it.</param>
[Class("LicenseDocument")]
internal sealed record LicenceSchema(string Id, string Type, string Code, string Label, string LicenseTitle);

/// <summary>A format.</summary>
/// <param name="Id">The IRI of the EU file type.</param>
/// <param name="Type"><c>IMT</c> and <c>MediaTypeOrExtent</c>.</param>
/// <param name="Code">Its code, as filters take it.</param>
/// <param name="Label">What people call it.</param>
internal sealed record FormatSchema(string Id, IReadOnlyList<string> Type, string Code, string Label);

/// <summary>A media type.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>MediaType</c></param>
/// <param name="Code">Its code in its vocabulary.</param>
/// <param name="Label">Its name, such as <c>text/csv</c>.</param>
[Class("MediaType")]
internal sealed record MediaTypeSchema(string Id, string Type, string Code, string Label);

/// <summary>A standard or schema (dct:Standard).</summary>
/// <param name="Id">The standard's own IRI.</param>
/// <param name="Type"><c>Standard</c></param>
/// <param name="Code">Its code, as filters take it; the profile of a record has none.</param>
/// <param name="Title">Its name.</param>
[Class("Standard")]
internal sealed record StandardSchema(string Id, string Type, string? Code, TextSchema Title);

/// <summary>A web page (foaf:Document).</summary>
/// <param name="Id">Its address.</param>
/// <param name="Type"><c>Document</c></param>
[Class("Document")]
internal sealed record WebPageSchema(string Id, string Type);

/// <summary>A period (dct:PeriodOfTime), each end as precise as it is known.</summary>
/// <param name="Type"><c>PeriodOfTime</c></param>
/// <param name="StartDate">First day, <c>2020-01-31</c>.</param>
/// <param name="StartMonth">First month, <c>2020-01</c>.</param>
/// <param name="StartYear">First year, <c>2020</c>.</param>
/// <param name="EndDate">Last day: that of the month or year where no day is known.</param>
/// <param name="EndMonth">Last month, when no day is known.</param>
/// <param name="EndYear">Last year, when no month is known.</param>
[Class("PeriodOfTime")]
internal sealed record PeriodSchema(
    string Type, DateOnly? StartDate, string? StartMonth, string? StartYear, DateOnly? EndDate, string? EndMonth, string? EndYear);

/// <summary>A contact point (vcard:Organization).</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>Organization</c></param>
/// <param name="Fn">Whom one reaches.</param>
/// <param name="HasEmail">A mailto: address.</param>
/// <param name="HasURL">A contact page.</param>
[Class("Organization")]
internal sealed record ContactSchema(string Id, string Type, string Fn, string? HasEmail, string? HasURL);

/// <summary>The same entry on another platform (adms:Identifier).</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>Identifier</c></param>
/// <param name="Notation">The identifier there.</param>
/// <param name="Agency">The platform.</param>
/// <param name="Source">The address there.</param>
[Class("Identifier")]
internal sealed record OtherIdentifierSchema(string Id, string Type, string Notation, string Agency, string? Source);

/// <summary>Who may have the data, and how to ask.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>AccessConditions</c></param>
/// <param name="AccessRegime">Open, on authorisation, by contract …</param>
/// <param name="Audience">What each kind of user may expect.</param>
/// <param name="Page">Where access is requested.</param>
[Class("AccessConditions")]
internal sealed record AccessConditionsSchema(
    string Id, string Type, TermSchema AccessRegime, IReadOnlyList<AudienceSchema>? Audience,
    IReadOnlyList<WebPageSchema>? Page);

/// <summary>A kind of user and the condition that holds for it.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>Audience</c></param>
/// <param name="AudienceRole"><c>local_authority_and_administration</c>, <c>company_and_association</c> or <c>private</c>.</param>
/// <param name="AudienceCondition"><c>yes</c>, <c>no</c> or <c>under_condition</c>.</param>
[Class("Audience")]
internal sealed record AudienceSchema(
    string Id, string Type,
    [property: AllowedValues("local_authority_and_administration", "company_and_association", "private")] string AudienceRole,
    [property: AllowedValues("yes", "no", "under_condition")] string AudienceCondition);

/// <summary>An example of reuse.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>ReuseExample</c></param>
/// <param name="Title">What was done.</param>
/// <param name="Page">Where it is described.</param>
/// <param name="ByTerritory">The territory that did it.</param>
[Class("ReuseExample")]
internal sealed record ReuseExampleSchema(string Id, string Type, TextSchema Title, IReadOnlyList<WebPageSchema> Page,
    PlaceSchema? ByTerritory);

/// <summary>A place (dct:Location) as datasets name it: a territory, or several as one place.</summary>
/// <param name="Id">Its IRI here.</param>
/// <param name="Type"><c>Location</c></param>
/// <param name="Code">Its typed code, as filters take it; several territories as one place have none.</param>
/// <param name="PrefLabel">Its name.</param>
/// <param name="Bbox">Its box, a WKT polygon in WGS 84 degrees, longitude first.</param>
/// <param name="Geometry">The same box.</param>
/// <param name="Centroid">A point of a territory, in WKT.</param>
/// <param name="ExactMatch">The official IRIs of a territory.</param>
/// <param name="Part">The territories, when there are several.</param>
[Class("Location")]
internal sealed record PlaceSchema(
    string Id, string Type, string? Code, TextSchema PrefLabel, string? Bbox, string? Geometry, string? Centroid,
    IReadOnlyList<string>? ExactMatch, IReadOnlyList<PlaceSchema>? Part);

/// <summary>The entry's record in this catalogue (dcat:CatalogRecord): dates here, apart from those of the data.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>CatalogRecord</c></param>
/// <param name="PrimaryTopic">The entry's IRI.</param>
/// <param name="Issued">When it entered the catalogue.</param>
/// <param name="Modified">When its facts were last checked for a change.</param>
/// <param name="Status">Its status.</param>
/// <param name="ConformsTo">DCAT-AP 3.0.1.</param>
/// <param name="Language">The record's language.</param>
/// <param name="Confidence"><c>high</c> or <c>medium</c>.</param>
/// <param name="Evidence">Where the facts were seen; a field's name in brackets says which fact.</param>
[Class("CatalogRecord")]
internal sealed record CatalogRecordSchema(
    string Id, string Type, string PrimaryTopic, DateOnly Issued, DateOnly Modified, TermSchema Status,
    IReadOnlyList<StandardSchema> ConformsTo, IReadOnlyList<LabelledNodeSchema> Language,
    [property: AllowedValues("high", "medium")] string Confidence, IReadOnlyList<string> Evidence);
