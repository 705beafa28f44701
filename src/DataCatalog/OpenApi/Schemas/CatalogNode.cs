using System.ComponentModel.DataAnnotations;

namespace DataCatalog.OpenApi.Schemas;

/// <summary>The catalogue, a collection of its entries, or an entry: a dataset, series or service. <c>type</c> says which.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type">Its class.</param>
/// <param name="TotalItems">Of the collection: how many datasets all pages have.</param>
/// <param name="View">Of the collection: this page and its neighbours.</param>
/// <param name="Homepage">Of the catalogue: its home page.</param>
/// <param name="ThemeTaxonomy">Of the catalogue: the vocabulary of its themes.</param>
/// <param name="Dataset">Of the catalogue: the datasets of this page.</param>
/// <param name="Resource">Of the catalogue: the series of this page.</param>
/// <param name="Service">Of the catalogue: the services of this page.</param>
/// <param name="CatalogRecord">Of the catalogue: the records of the entries of this page.</param>
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
/// <param name="Reuse">Whether the data may be reused: the licence, what the law says without one, or who may have them.</param>
/// <param name="OtherIdentifier">The same dataset on other platforms.</param>
/// <param name="Unknown">Facts that were looked for and not found, by their keys.</param>
/// <param name="Distribution">How the data can be had.</param>
/// <param name="SeriesMember">The editions.</param>
/// <param name="EndpointURL">Its root address.</param>
/// <param name="EndpointDescription">Its machine-readable description.</param>
/// <param name="Page">Its documentation.</param>
/// <param name="ServesDataset">Datasets that it gives access to.</param>
internal sealed record CatalogNodeSchema(
    string Id, [property: AllowedValues("Catalog", "Collection", "Dataset", "DatasetSeries", "DataService")] string Type, int? TotalItems,
    ViewSchema? View, WebPageSchema? Homepage, TaxonomySchema? ThemeTaxonomy, IReadOnlyList<string>? Dataset,
    IReadOnlyList<string>? Resource, IReadOnlyList<string>? Service, IReadOnlyList<CatalogRecordSchema>? CatalogRecord, string? Identifier,
    TextSchema? Title, TextSchema? Description, WordsSchema? Keyword, IReadOnlyList<TermSchema>? Theme,
    IReadOnlyList<TermSchema>? HvdCategory, AgentInsideSchema? Publisher, AgentInsideSchema? Creator, ContactSchema? ContactPoint,
    LicenceSchema? License, TermSchema? Platform, LicenceSchema? DefaultLicense, LabelledNodeSchema? AccessRights,
    IReadOnlyList<LabelledNodeSchema>? Rights,
    IReadOnlyList<LabelledNodeSchema>? ApplicableLegislation, IReadOnlyList<TermSchema>? LegalBasis, TermSchema? PersonalDataStatus,
    AccessConditionsSchema? AccessConditions, LabelledNodeSchema? Frequency, DateOnly? Issued, string? IssuedMonth, string? IssuedYear,
    DateOnly? Modified, string? ModifiedMonth, string? ModifiedYear, IReadOnlyList<LabelledNodeSchema>? Language,
    IReadOnlyList<PlaceSchema>? Spatial, IReadOnlyList<PlaceSchema>? SpatialExcept, IReadOnlyList<PlaceSchema>? SpatialUnknown,
    PeriodSchema? Temporal, WebPageSchema? LandingPage, IReadOnlyList<StandardSchema>? ConformsTo,
    string? InSeries, TermSchema? Granularity, TermSchema? RelationToLocalAuthorities, TermSchema? CoverageCompleteness,
    IReadOnlyList<TermSchema>? ContractClause, string? IsReferencedBy, ReuseExampleSchema? ReuseExample, TextSchema? Reuse,
    IReadOnlyList<OtherIdentifierSchema>? OtherIdentifier, IReadOnlyList<string>? Unknown, IReadOnlyList<DistributionSchema>? Distribution,
    IReadOnlyList<DatasetStubSchema>? SeriesMember, string? EndpointURL, string? EndpointDescription, IReadOnlyList<WebPageSchema>? Page,
    IReadOnlyList<DatasetStubSchema>? ServesDataset);

/// <summary>A vocabulary by its title.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>ConceptScheme</c></param>
/// <param name="Title">Title.</param>
[Class("ConceptScheme")]
internal sealed record TaxonomySchema(string Id, string Type, TextSchema Title);
