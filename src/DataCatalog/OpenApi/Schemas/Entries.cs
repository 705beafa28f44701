using System.Text.Json.Serialization;

namespace DataCatalog.OpenApi.Schemas;

/// <summary>A dataset (dcat:Dataset, DCAT-AP 3.0.1). What is not known is left out.</summary>
/// <param name="Context">The JSON-LD context: which RDF term each key stands for. Ignore it to read plain JSON.</param>
/// <param name="Id">The IRI, which is also the address.</param>
/// <param name="Type"><c>Dataset</c></param>
/// <param name="Identifier">The identifier, stable for ever.</param>
/// <param name="Title">Title.</param>
/// <param name="Description">Description.</param>
/// <param name="Keyword">Keywords, with the labels of the themes.</param>
/// <param name="Theme">EU themes, high-value categories and competences of local authorities.</param>
/// <param name="HvdCategory">Categories of Regulation (EU) 2023/138, for high-value datasets.</param>
/// <param name="Publisher">Who publishes the data.</param>
/// <param name="Creator">Who makes them, when it is another.</param>
/// <param name="ContactPoint">Whom to ask.</param>
/// <param name="License">The licence; left out when none is known.</param>
/// <param name="Platform">The platform on which the record is published, where its default licence matters.</param>
/// <param name="DefaultLicense">The default licence of the platform, where none was seen on the record.</param>
/// <param name="AccessRights">The EU code: PUBLIC or NON_PUBLIC.</param>
/// <param name="Rights">Why access is restricted.</param>
/// <param name="ApplicableLegislation">Laws with an ELI address.</param>
/// <param name="LegalBasis">Legal bases.</param>
/// <param name="PersonalDataStatus">Whether the data are personal.</param>
/// <param name="AccessConditions">Who may have the data.</param>
/// <param name="Frequency">How often they are updated.</param>
/// <param name="Issued">When the data were first published; <c>issuedMonth</c> or <c>issuedYear</c> when no day is known.</param>
/// <param name="IssuedMonth"><c>2020-01</c></param>
/// <param name="IssuedYear"><c>2020</c></param>
/// <param name="Modified">When the data last changed; likewise <c>modifiedMonth</c>, <c>modifiedYear</c>.</param>
/// <param name="ModifiedMonth"><c>2020-01</c></param>
/// <param name="ModifiedYear"><c>2020</c></param>
/// <param name="Language">Languages of the data.</param>
/// <param name="Spatial">Territories that they cover.</param>
/// <param name="SpatialExcept">Parts of these that they do not cover.</param>
/// <param name="SpatialUnknown">Territories of which it is not known whether they cover them.</param>
/// <param name="Temporal">Period that they cover.</param>
/// <param name="LandingPage">The producer's page.</param>
/// <param name="ConformsTo">Schemas that they follow.</param>
/// <param name="InSeries">The series that this is an edition of.</param>
/// <param name="Granularity">The smallest thing that they tell apart.</param>
/// <param name="RelationToLocalAuthorities">Produced by local authorities, useful to them, or both.</param>
/// <param name="CoverageCompleteness">Whether all of the territories are covered.</param>
/// <param name="ContractClause">Clauses that keep the authority in control of the data.</param>
/// <param name="IsReferencedBy">A page that reuses the data.</param>
/// <param name="ReuseExample">An example of reuse.</param>
/// <param name="OtherIdentifier">The same dataset on other platforms.</param>
/// <param name="Reuse">Whether they may be reused: the licence, what the law says without one, or who may have them.</param>
/// <param name="Unknown">Facts that were looked for and not found, by their keys.</param>
/// <param name="Distribution">How the data can be had.</param>
/// <param name="Record">The entry's record in this catalogue.</param>
[Class("Dataset")]
internal sealed record DatasetSchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context, string Id, string Type, string Identifier, TextSchema Title,
    TextSchema Description, WordsSchema? Keyword, IReadOnlyList<TermSchema> Theme, IReadOnlyList<TermSchema>? HvdCategory,
    AgentInsideSchema Publisher, AgentInsideSchema? Creator, ContactSchema? ContactPoint, LicenceSchema? License, TermSchema? Platform,
    LicenceSchema? DefaultLicense, LabelledNodeSchema AccessRights, IReadOnlyList<LabelledNodeSchema>? Rights,
    IReadOnlyList<LabelledNodeSchema>? ApplicableLegislation,
    IReadOnlyList<TermSchema>? LegalBasis, TermSchema? PersonalDataStatus, AccessConditionsSchema AccessConditions,
    LabelledNodeSchema? Frequency, DateOnly? Issued, string? IssuedMonth, string? IssuedYear, DateOnly? Modified, string? ModifiedMonth,
    string? ModifiedYear, IReadOnlyList<LabelledNodeSchema>? Language, IReadOnlyList<PlaceSchema>? Spatial,
    IReadOnlyList<PlaceSchema>? SpatialExcept, IReadOnlyList<PlaceSchema>? SpatialUnknown, PeriodSchema? Temporal,
    WebPageSchema? LandingPage, IReadOnlyList<StandardSchema>? ConformsTo, string? InSeries, TermSchema? Granularity,
    TermSchema RelationToLocalAuthorities, TermSchema? CoverageCompleteness, IReadOnlyList<TermSchema>? ContractClause,
    string? IsReferencedBy, ReuseExampleSchema? ReuseExample, IReadOnlyList<OtherIdentifierSchema>? OtherIdentifier,
    TextSchema Reuse, IReadOnlyList<string>? Unknown, IReadOnlyList<DistributionSchema>? Distribution, CatalogRecordSchema? Record);

/// <summary>A form in which a dataset can be had (dcat:Distribution).</summary>
/// <param name="Context">The JSON-LD context, in its own document.</param>
/// <param name="Id">The IRI, which is also the address.</param>
/// <param name="Type"><c>Distribution</c></param>
/// <param name="Title">Title.</param>
/// <param name="Description">Description.</param>
/// <param name="AccessURL">Where access is given.</param>
/// <param name="DownloadURL">The file itself.</param>
/// <param name="UrlTemplate">
/// The address for one territory, with {insee}, {siren}, {departement} or {region} in place of its code (RFC 6570).
/// </param>
/// <param name="TemplateLevel">The kinds of territory whose code fills the address.</param>
/// <param name="TemplateExcept">Territories for which the address has nothing, although their level fits.</param>
/// <param name="TemplateLimit">The number of records of the first page, where the address returns no more of them.</param>
/// <param name="TemplateCompetence">The competence whose holder alone has data at the address.</param>
/// <param name="License">The licence.</param>
/// <param name="Rights">Who may have the data and under which licence, in a sentence.</param>
/// <param name="Format">The EU file type: of the files inside a package where it is known, else of the package.</param>
/// <param name="MediaType">The IANA media type.</param>
/// <param name="PackageFormat">The IANA media type of what the files are packed in.</param>
/// <param name="CompressFormat">The IANA media type of what the files are compressed with.</param>
/// <param name="ByteSize">In bytes.</param>
/// <param name="Issued">First published.</param>
/// <param name="IssuedMonth"><c>2020-01</c>, when no day is known.</param>
/// <param name="IssuedYear"><c>2020</c>, when no month is known.</param>
/// <param name="Modified">Last changed.</param>
/// <param name="ModifiedMonth"><c>2020-01</c>, when no day is known.</param>
/// <param name="ModifiedYear"><c>2020</c>, when no month is known.</param>
/// <param name="Language">Languages.</param>
/// <param name="ConformsTo">Schemas that it follows.</param>
/// <param name="ApplicableLegislation">Regulation (EU) 2023/138, for high-value datasets.</param>
/// <param name="AccessService">The API that gives access.</param>
/// <param name="IsPartOf">The dataset's IRI, in the distribution's own document.</param>
/// <param name="ReadyLinks">In the answer about one territory: the addresses of the data for it.</param>
[Class("Distribution")]
internal sealed record DistributionSchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context, string Id, string Type, TextSchema Title, TextSchema? Description,
    string AccessURL, string? DownloadURL, string? UrlTemplate, IReadOnlyList<string>? TemplateLevel,
    IReadOnlyList<TerritoryNameSchema>? TemplateExcept, int? TemplateLimit, TermSchema? TemplateCompetence, LicenceSchema? License,
    IReadOnlyList<LabelledNodeSchema> Rights, FormatSchema? Format, MediaTypeSchema? MediaType, MediaTypeSchema? PackageFormat,
    MediaTypeSchema? CompressFormat, long? ByteSize, DateOnly? Issued, string? IssuedMonth, string? IssuedYear, DateOnly? Modified,
    string? ModifiedMonth, string? ModifiedYear, IReadOnlyList<LabelledNodeSchema>? Language, IReadOnlyList<StandardSchema>? ConformsTo,
    IReadOnlyList<LabelledNodeSchema>? ApplicableLegislation, AccessServiceSchema? AccessService, string? IsPartOf,
    IReadOnlyList<ReadyLinkSchema>? ReadyLinks);

/// <summary>A service as an API distribution names it.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>DataService</c></param>
/// <param name="Title">Title.</param>
/// <param name="EndpointURL">Its root address.</param>
/// <param name="EndpointDescription">Its machine-readable description.</param>
/// <param name="Page">Pages that explain it.</param>
/// <param name="HvdCategory">Its categories under the rules on high-value data.</param>
/// <param name="ApplicableLegislation">The regulation on high-value data, where it applies.</param>
[Class("DataService")]
internal sealed record AccessServiceSchema(
    string Id, string Type, TextSchema Title, string EndpointURL, string? EndpointDescription, IReadOnlyList<WebPageSchema>? Page,
    IReadOnlyList<TermSchema>? HvdCategory, IReadOnlyList<LabelledNodeSchema>? ApplicableLegislation);

/// <summary>A service as the list of a territory names it: as an API distribution does, and more.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>DataService</c></param>
/// <param name="Title">Title.</param>
/// <param name="EndpointURL">Its root address.</param>
/// <param name="EndpointDescription">Its machine-readable description.</param>
/// <param name="Page">Pages that explain it.</param>
/// <param name="ContactPoint">Whom to ask.</param>
/// <param name="HvdCategory">Its categories under the rules on high-value data.</param>
/// <param name="ApplicableLegislation">The regulation on high-value data, where it applies.</param>
/// <param name="Identifier">The identifier.</param>
/// <param name="AccessRights">The EU code: PUBLIC or NON_PUBLIC.</param>
/// <param name="LandingPage">The producer's page.</param>
[Class("DataService")]
internal sealed record CoveringServiceSchema(
    string Id, string Type, TextSchema Title, string EndpointURL, string? EndpointDescription, IReadOnlyList<WebPageSchema>? Page,
    ContactSchema? ContactPoint, IReadOnlyList<TermSchema>? HvdCategory, IReadOnlyList<LabelledNodeSchema>? ApplicableLegislation,
    string Identifier, LabelledNodeSchema AccessRights, WebPageSchema? LandingPage);

/// <summary>An API (dcat:DataService).</summary>
/// <param name="Context">The JSON-LD context.</param>
/// <param name="Id">The IRI, which is also the address.</param>
/// <param name="Type"><c>DataService</c></param>
/// <param name="Identifier">The identifier.</param>
/// <param name="Title">Title.</param>
/// <param name="Description">Description.</param>
/// <param name="Modified">When its facts were last checked.</param>
/// <param name="Keyword">Keywords.</param>
/// <param name="Theme">EU themes and competences.</param>
/// <param name="HvdCategory">High-value categories.</param>
/// <param name="Publisher">Who runs it.</param>
/// <param name="ContactPoint">Whom to ask.</param>
/// <param name="License">The licence of its data.</param>
/// <param name="AccessRights">The EU code.</param>
/// <param name="Rights">Why access is restricted.</param>
/// <param name="ApplicableLegislation">Laws with an ELI address.</param>
/// <param name="LegalBasis">Legal bases.</param>
/// <param name="PersonalDataStatus">Whether its data are personal.</param>
/// <param name="AccessConditions">Who may use it.</param>
/// <param name="EndpointURL">Its root address.</param>
/// <param name="EndpointDescription">Its machine-readable description.</param>
/// <param name="LandingPage">Its presentation.</param>
/// <param name="Page">Its documentation.</param>
/// <param name="ConformsTo">Standards that it follows.</param>
/// <param name="OtherIdentifier">The same service on other platforms.</param>
/// <param name="Unknown">Facts that were looked for and not found, by their keys.</param>
/// <param name="ServesDataset">Datasets that it gives access to.</param>
/// <param name="Record">The entry's record in this catalogue.</param>
[Class("DataService")]
internal sealed record DataServiceSchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context, string Id, string Type, string Identifier, TextSchema Title,
    TextSchema Description, DateOnly Modified, WordsSchema? Keyword, IReadOnlyList<TermSchema> Theme,
    IReadOnlyList<TermSchema>? HvdCategory, AgentInsideSchema Publisher, ContactSchema? ContactPoint, LicenceSchema? License,
    LabelledNodeSchema AccessRights, IReadOnlyList<LabelledNodeSchema>? Rights, IReadOnlyList<LabelledNodeSchema>? ApplicableLegislation,
    IReadOnlyList<TermSchema>? LegalBasis, TermSchema? PersonalDataStatus, AccessConditionsSchema AccessConditions, string EndpointURL,
    string? EndpointDescription, WebPageSchema? LandingPage, IReadOnlyList<WebPageSchema>? Page, IReadOnlyList<StandardSchema>? ConformsTo,
    IReadOnlyList<OtherIdentifierSchema>? OtherIdentifier, IReadOnlyList<string>? Unknown, IReadOnlyList<DatasetStubSchema>? ServesDataset,
    CatalogRecordSchema? Record);

/// <summary>A dataset by its identifier.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Identifier">Its identifier.</param>
internal sealed record DatasetStubSchema(string Id, string Identifier);

/// <summary>Datasets that are editions of one another (dcat:DatasetSeries).</summary>
/// <param name="Context">The JSON-LD context.</param>
/// <param name="Id">The IRI, which is also the address.</param>
/// <param name="Type"><c>DatasetSeries</c></param>
/// <param name="Identifier">The identifier.</param>
/// <param name="Title">Title.</param>
/// <param name="Description">Description.</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="ContactPoint">Whom to ask.</param>
/// <param name="Frequency">How often an edition appears.</param>
/// <param name="Issued">First edition.</param>
/// <param name="IssuedMonth"><c>2020-01</c>, when no day is known.</param>
/// <param name="IssuedYear"><c>2020</c>, when no month is known.</param>
/// <param name="Modified">Last edition.</param>
/// <param name="ModifiedMonth"><c>2020-01</c>, when no day is known.</param>
/// <param name="ModifiedYear"><c>2020</c>, when no month is known.</param>
/// <param name="Spatial">Territories covered.</param>
/// <param name="Temporal">Period covered.</param>
/// <param name="SeriesMember">The editions.</param>
/// <param name="Record">The entry's record in this catalogue.</param>
[Class("DatasetSeries")]
internal sealed record DatasetSeriesSchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context, string Id, string Type, string Identifier, TextSchema Title,
    TextSchema Description, AgentInsideSchema Publisher, ContactSchema? ContactPoint, LabelledNodeSchema? Frequency, DateOnly? Issued,
    string? IssuedMonth, string? IssuedYear, DateOnly? Modified, string? ModifiedMonth, string? ModifiedYear,
    IReadOnlyList<PlaceSchema>? Spatial, PeriodSchema? Temporal, IReadOnlyList<DatasetStubSchema>? SeriesMember,
    CatalogRecordSchema? Record);

/// <summary>What a local authority is expected to produce: a schema, and the kind of obligation behind it. Not a dataset.</summary>
/// <param name="Context">The JSON-LD context.</param>
/// <param name="Id">The IRI, which is also the address.</param>
/// <param name="Type"><c>Model</c></param>
/// <param name="Identifier">The identifier.</param>
/// <param name="Title">Title.</param>
/// <param name="Description">Description.</param>
/// <param name="Theme">Competences of local authorities.</param>
/// <param name="ConformsTo">The schema to follow.</param>
/// <param name="Obligation">The kind of obligation, with its texts.</param>
/// <param name="Rules">The rules of law that concern it.</param>
/// <param name="Record">The entry's record in this catalogue.</param>
[Class("Model")]
internal sealed record ModelSchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context, string Id, string Type, string Identifier, TextSchema Title,
    TextSchema Description, IReadOnlyList<TermSchema> Theme, IReadOnlyList<StandardSchema>? ConformsTo, ObligationSchema Obligation,
    IReadOnlyList<NamedEntrySchema>? Rules, CatalogRecordSchema? Record);

/// <summary>The kind of obligation behind a model.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>Obligation</c></param>
/// <param name="ObligationType">Publication, transmission, communication on request, none.</param>
/// <param name="LegalBasis">Texts.</param>
/// <param name="ContractClause">Clauses that let the authority meet it when the service is contracted out.</param>
[Class("Obligation")]
internal sealed record ObligationSchema(
    string Id, string Type, TermSchema ObligationType, IReadOnlyList<TermSchema>? LegalBasis, IReadOnlyList<TermSchema>? ContractClause);
