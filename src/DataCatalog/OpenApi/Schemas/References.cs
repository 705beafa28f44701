using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace DataCatalog.OpenApi.Schemas;

/// <summary>An agent (foaf:Agent) inside another document.</summary>
/// <param name="Id">The IRI, which is also the address.</param>
/// <param name="Type"><c>Agent</c></param>
/// <param name="Code">Its identifier, as filters take it.</param>
/// <param name="Name">Name.</param>
/// <param name="Homepage">Home page.</param>
/// <param name="AgentType">The ADMS type.</param>
/// <param name="ProducerKind">The kind of producer, finer than the ADMS type.</param>
[Class("Agent")]
internal sealed record AgentInsideSchema(
    string Id, string Type, string Code, TextSchema Name, WebPageSchema? Homepage, TermSchema? AgentType, TermSchema? ProducerKind);

/// <summary>A body that publishes or makes data (foaf:Agent).</summary>
/// <param name="Context">The JSON-LD context.</param>
/// <param name="Id">The IRI, which is also the address.</param>
/// <param name="Type"><c>Agent</c></param>
/// <param name="Code">Its identifier, as filters take it.</param>
/// <param name="Identifier">The identifier.</param>
/// <param name="Name">Name.</param>
/// <param name="Homepage">Home page.</param>
/// <param name="AgentType">The ADMS type.</param>
/// <param name="ProducerKind">The kind of producer.</param>
/// <param name="Siren">SIREN number.</param>
/// <param name="ContactPoint">Whom to ask.</param>
[Class("Agent")]
internal sealed record AgentSchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context, string Id, string Type, string Code, string Identifier,
    TextSchema Name, WebPageSchema? Homepage, TermSchema? AgentType, TermSchema? ProducerKind, string? Siren, ContactSchema? ContactPoint);

/// <summary>A vocabulary (skos:ConceptScheme) with its terms as a tree.</summary>
/// <param name="Context">The JSON-LD context.</param>
/// <param name="Id">The IRI.</param>
/// <param name="Type"><c>ConceptScheme</c></param>
/// <param name="Identifier">Its name in addresses.</param>
/// <param name="Title">Title.</param>
/// <param name="Description">Description.</param>
/// <param name="SeeAlso">Its address here, when its IRI is somebody else's.</param>
/// <param name="TopConcept">The terms at the top of the tree.</param>
[Class("ConceptScheme")]
internal sealed record ConceptSchemeSchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context, string Id, string Type, string Identifier, TextSchema Title,
    TextSchema? Description, string? SeeAlso, IReadOnlyList<ConceptSchema>? TopConcept);

/// <summary>A term of a vocabulary (skos:Concept) in full.</summary>
/// <param name="Context">The JSON-LD context, in its own document.</param>
/// <param name="Id">The IRI.</param>
/// <param name="Type"><c>Concept</c></param>
/// <param name="Code">Its code, as filters take it.</param>
/// <param name="Identifier">Its code.</param>
/// <param name="Notation">Its short code.</param>
/// <param name="PrefLabel">What people call it.</param>
/// <param name="AltLabel">Other names.</param>
/// <param name="Definition">What it means.</param>
/// <param name="InScheme">Its vocabulary.</param>
/// <param name="Broader">The wider term.</param>
/// <param name="Narrower">The narrower terms.</param>
/// <param name="ExactMatch">The same term elsewhere.</param>
/// <param name="BroadMatch">A wider term elsewhere.</param>
/// <param name="LicenseTitle">Licences: the title in the licence register of CKAN, where it is another than the label.</param>
/// <param name="MapsTo">The official term that stands for it.</param>
/// <param name="Page">A page about it.</param>
/// <param name="Evidence">Where it was read.</param>
/// <param name="IsCore">Competences: whether every mapping should have entries.</param>
/// <param name="Role">Competences: how each kind of authority holds it; a kind that is left out is not known.</param>
/// <param name="LegalReference">Competences: the articles.</param>
/// <param name="LegalReferenceStatus">Competences: how the articles were verified.</param>
/// <param name="BanaticCode">Competences: BANATIC codes.</param>
/// <param name="Theme">Competences: EU themes.</param>
/// <param name="Host">Platforms: the hosts of its addresses.</param>
/// <param name="DefaultLicense">Platforms: the licence that its terms set for records that name none.</param>
/// <param name="DatasetCount">Competences: how many datasets; of a group those of its members, each counted once.</param>
/// <param name="ServiceCount">Competences: how many services, likewise.</param>
/// <param name="ModelCount">Competences: how many models, likewise.</param>
/// <param name="Datasets">In a competence's own document: the search that lists its datasets.</param>
/// <param name="Services">In a competence's own document: its services.</param>
/// <param name="Models">In a competence's own document: its models.</param>
/// <param name="Restricted">In a competence's own document: the access conditions of its datasets and services that are not open.</param>
[Class("Concept")]
internal sealed record ConceptSchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context, string Id, string Type, string Code, string Identifier,
    string? Notation, TextSchema PrefLabel, WordsSchema? AltLabel, TextSchema? Definition, string InScheme, string? Broader,
    IReadOnlyList<ConceptSchema>? Narrower, IReadOnlyList<string>? ExactMatch, IReadOnlyList<string>? BroadMatch,
    string? LicenseTitle, TermSchema? MapsTo, IReadOnlyList<WebPageSchema>? Page, IReadOnlyList<string>? Evidence, bool? IsCore,
    IReadOnlyList<HolderRoleSchema>? Role, string? LegalReference, TextSchema? LegalReferenceStatus,
    IReadOnlyList<string>? BanaticCode, IReadOnlyList<TermSchema>? Theme, IReadOnlyList<string>? Host, LicenceSchema? DefaultLicense,
    int? DatasetCount, int? ServiceCount, int? ModelCount,
    CollectionLinkSchema? Datasets, IReadOnlyList<NamedEntrySchema>? Services, IReadOnlyList<NamedEntrySchema>? Models,
    IReadOnlyList<RestrictedAccessSchema>? Restricted);

/// <summary>How some kinds of authority hold a competence.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>Role</c></param>
/// <param name="Holder">
/// The kinds of authority: the commune, communautés de communes (<c>CC</c>), d'agglomération (<c>CA</c>) and urbaines (<c>CU</c>),
/// métropoles (<c>METRO</c>), those of Lyon (<c>METLYON</c>), Aix-Marseille-Provence (<c>AMP</c>) and Grand Paris (<c>MGP</c>), and the
/// établissements publics territoriaux of the last one (<c>EPT</c>).
/// </param>
/// <param name="RoleKind">How they hold it: a term of <c>/vocabularies/competence-roles</c>.</param>
/// <param name="MinimumPopulation">The inhabitants from which it is mandatory; below, it is optional.</param>
/// <param name="Comment">What the role alone would not say.</param>
[Class("Role")]
internal sealed record HolderRoleSchema(
    string Id, string Type, IReadOnlyList<string> Holder, TermSchema RoleKind, int? MinimumPopulation, TextSchema? Comment);

/// <summary>An entry by its title.</summary>
/// <param name="Id">The IRI, which is also the address.</param>
/// <param name="Identifier">The identifier.</param>
/// <param name="Title">Title.</param>
internal sealed record NamedEntrySchema(string Id, string Identifier, TextSchema Title);

/// <summary>Who may have a restricted dataset or use a restricted service, and how to ask.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>AccessConditions</c></param>
/// <param name="AccessRegime">Open with an account, on authorisation, by contract …</param>
/// <param name="Audience">What each kind of user may expect; left out when it is not known.</param>
/// <param name="Page">Where access is requested; left out when it is not known.</param>
/// <param name="AccessTo">The dataset or service.</param>
[Class("AccessConditions")]
internal sealed record RestrictedAccessSchema(
    string Id, string Type, TermSchema AccessRegime, IReadOnlyList<AudienceSchema>? Audience, IReadOnlyList<WebPageSchema>? Page,
    NamedEntrySchema AccessTo);

/// <summary>A territory (dct:Location).</summary>
/// <param name="Context">The JSON-LD context.</param>
/// <param name="Id">The IRI, which is also the address.</param>
/// <param name="Type"><c>Location</c></param>
/// <param name="Code">The typed code, as filters take it.</param>
/// <param name="PrefLabel">Name.</param>
/// <param name="Bbox">Its box, a WKT polygon in WGS 84 degrees, longitude first.</param>
/// <param name="Geometry">The same box.</param>
/// <param name="Centroid">A point of it, in WKT.</param>
/// <param name="ExactMatch">Its official IRIs.</param>
/// <param name="Identifier">The typed code, <c>commune:35238</c>.</param>
/// <param name="Notation">The bare code.</param>
/// <param name="Population">Inhabitants.</param>
/// <param name="Siren">SIREN number.</param>
/// <param name="Postcode">Postcodes.</param>
/// <param name="FormerCode">Former codes.</param>
/// <param name="FormerStatus">For a former commune: <c>deleguee</c>, <c>associee</c> or <c>ancien-code</c>.</param>
/// <param name="LegalForm">
/// For an EPCI: communauté de communes, d'agglomération or urbaine, métropole, Métropole du Grand Paris or Métropole de Lyon.
/// </param>
/// <param name="Within">
/// The territories that contain it, nearest first: EPT, EPCI, département, region or overseas collectivity, France.
/// </param>
/// <param name="ResolvedFrom">The id that was asked for, when its code is an old one of this territory's.</param>
/// <param name="Communes">In the territory's own document: the list of the communes within it.</param>
/// <param name="MatchedOn">
/// In the answer to a search: what the text has in common with the territory. `spelling`: its name, misspelt.
/// </param>
/// <param name="CorrectedName">With `matchedOn` `spelling`: the name.</param>
[Class("Location")]
internal sealed record TerritorySchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context, string Id, string Type, string Code, TextSchema PrefLabel,
    string? Bbox, string? Geometry, string? Centroid, IReadOnlyList<string>? ExactMatch, string Identifier, string Notation,
    int? Population, string? Siren, IReadOnlyList<string>? Postcode, IReadOnlyList<string>? FormerCode,
    [property: AllowedValues("deleguee", "associee", "ancien-code")] string? FormerStatus,
    [property: AllowedValues("CC", "CA", "CU", "METRO", "MGP", "METLYON")] string? LegalForm, IReadOnlyList<TerritoryNameSchema>? Within,
    string? ResolvedFrom, CollectionLinkSchema? Communes,
    [property: AllowedValues("name", "formerName", "code", "formerCode", "postcode", "siren", "alias", "spelling")] string? MatchedOn,
    string? CorrectedName);

/// <summary>A territory by its name.</summary>
/// <param name="Id">The IRI, which is also the address.</param>
/// <param name="Type"><c>Location</c></param>
/// <param name="Code">The typed code, as filters take it.</param>
/// <param name="PrefLabel">Name.</param>
[Class("Location")]
internal sealed record TerritoryNameSchema(string Id, string Type, string Code, TextSchema PrefLabel);

/// <summary>One page of a list (hydra:Collection).</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Context">The JSON-LD context.</param>
/// <param name="Id">The list's IRI.</param>
/// <param name="Type"><c>Collection</c></param>
/// <param name="Title">What is listed.</param>
/// <param name="TotalItems">Entries on all pages.</param>
/// <param name="View">This page and its neighbours.</param>
/// <param name="Member">The entries of this page.</param>
[Class("Collection")]
internal sealed record CollectionSchema<T>(
    [property: JsonPropertyName("@context")] ContextSchema? Context, string Id, string Type, TextSchema Title, int TotalItems,
    ViewSchema View, IReadOnlyList<T> Member);

/// <summary>One page of the answers to a search.</summary>
/// <param name="Context">The JSON-LD context.</param>
/// <param name="Id">The address of all answers.</param>
/// <param name="Type"><c>Collection</c></param>
/// <param name="Title">What is listed.</param>
/// <param name="TotalItems">Answers on all pages.</param>
/// <param name="View">This page and its neighbours.</param>
/// <param name="Member">The datasets of this page.</param>
/// <param name="IsRelaxed">`true` when no dataset has all of the words, and these have some.</param>
/// <param name="LeftOut">The words that none of the answers has, when they have some of the words only.</param>
/// <param name="UnderstoodAs">The question as it was understood, when a place was read out of its words.</param>
/// <param name="Suggestion">The question as it was probably meant, when a word of it is in no dataset.</param>
/// <param name="Nearest">What is nearest to the question, when no dataset answers it.</param>
/// <param name="Facet">Counts of the answers, where `facets` asks for them.</param>
/// <param name="Highlights">Where the words were found, for the datasets of this page.</param>
/// <param name="Spatial">Of the list of a territory: the territory.</param>
/// <param name="ResolvedFrom">Of the list of a territory: the id that was asked for, when its code is an old one.</param>
/// <param name="TerritoryCoverage">Of the list of a territory: why each dataset of this page is about it.</param>
/// <param name="CoveringService">Of the list of a territory: the services that give access to the datasets of this page.</param>
[Class("Collection")]
internal sealed record SearchCollectionSchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context, string Id, string Type, TextSchema Title, int TotalItems,
    ViewSchema View, IReadOnlyList<DatasetSchema> Member, bool? IsRelaxed, IReadOnlyList<string>? LeftOut,
    UnderstoodQuestionSchema? UnderstoodAs, SuggestedQuestionSchema? Suggestion, NearestSchema? Nearest, IReadOnlyList<FacetSchema>? Facet,
    IReadOnlyList<HighlightsSchema>? Highlights,
    IReadOnlyList<PlaceSchema>? Spatial, string? ResolvedFrom, IReadOnlyList<TerritoryCoverageSchema>? TerritoryCoverage,
    IReadOnlyList<CoveringServiceSchema>? CoveringService);

/// <summary>One page of the answers to a search through entries of all kinds.</summary>
/// <param name="Context">The JSON-LD context.</param>
/// <param name="Id">The address of all answers.</param>
/// <param name="Type"><c>Collection</c></param>
/// <param name="Title">What is listed.</param>
/// <param name="TotalItems">Answers on all pages.</param>
/// <param name="View">This page and its neighbours.</param>
/// <param name="Member">The entries of this page.</param>
/// <param name="IsRelaxed">`true` when no entry has all of the words, and these have some.</param>
/// <param name="LeftOut">The words that none of the datasets has, when the answers have some of the words only.</param>
/// <param name="UnderstoodAs">The question as it was understood, when a place was read out of its words.</param>
/// <param name="Suggestion">The question as it was probably meant, when no entry has all of its words.</param>
/// <param name="Nearest">What is nearest to the question, when no dataset answers it.</param>
/// <param name="Facet">The number of answers of each kind.</param>
/// <param name="Highlights">Where the words were found, for the entries of this page.</param>
[Class("Collection")]
internal sealed record FoundCollectionSchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context, string Id, string Type, TextSchema Title, int TotalItems,
    ViewSchema View, IReadOnlyList<FoundEntrySchema> Member, bool? IsRelaxed, IReadOnlyList<string>? LeftOut,
    UnderstoodQuestionSchema? UnderstoodAs, SuggestedQuestionSchema? Suggestion, NearestSchema? Nearest, IReadOnlyList<FacetSchema> Facet,
    IReadOnlyList<HighlightsSchema>? Highlights);

/// <summary>An entry in a list of all kinds: its address has the whole of it.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type">Its class: <c>Dataset</c>, <c>DataService</c>, <c>Rule</c>, <c>Model</c>, <c>Agent</c> or <c>Concept</c>.</param>
/// <param name="Identifier">The identifier.</param>
/// <param name="Title">The title of a dataset, service, rule or model.</param>
/// <param name="Code">Of a publisher, competence, licence or access regime: the value as filters take it.</param>
/// <param name="Name">The name of a publisher.</param>
/// <param name="PrefLabel">The name of a competence, licence or access regime.</param>
/// <param name="Kind">
/// The kind: <c>dataset</c>, <c>service</c>, <c>rule</c>, <c>model</c>, <c>competence</c>, <c>publisher</c>, <c>licence</c> or
/// <c>access-regime</c>.
/// </param>
/// <param name="Detail">What distinguishes it from others of the same name, in French: its publisher, its group, its article.</param>
/// <param name="SeeAlso">The address of the search for its datasets; absent where it has none of its own.</param>
internal sealed record FoundEntrySchema(
    string Id, string Type, string Identifier, string? Code, TextSchema? Title, TextSchema? Name, TextSchema? PrefLabel, string Kind,
    string? Detail, string? SeeAlso);

/// <summary>What is nearest to a question that no dataset answers.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Comment">Says that there is none, and what is nearest.</param>
/// <param name="SeeAlso">Where to look further.</param>
/// <param name="NearestEntry">The competence, rules and models, and what exists nationally.</param>
internal sealed record NearestSchema(string Id, TextSchema Comment, string SeeAlso, IReadOnlyList<FoundEntrySchema> NearestEntry);

/// <summary>Why a dataset is about a territory.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>TerritoryCoverage</c></param>
/// <param name="PrimaryTopic">The dataset.</param>
/// <param name="Level">The kind of the territory that the dataset names.</param>
/// <param name="Via">That territory.</param>
/// <param name="InPart">`true` when the dataset covers only parts of the territory that was asked, or surely only parts.</param>
/// <param name="NotKnown">`true` when it is not known whether the dataset covers the territory that was asked.</param>
/// <param name="Reason">A sentence without its subject.</param>
/// <param name="CoveringService">
/// The services that give access to the dataset, and so cover the territory at this level and for this reason.
/// </param>
[Class("TerritoryCoverage")]
internal sealed record TerritoryCoverageSchema(
    string Id, string Type, string PrimaryTopic, string Level, TerritoryNameSchema Via, bool? InPart, bool? NotKnown, TextSchema Reason,
    IReadOnlyList<CoveringServiceSchema>? CoveringService);

/// <summary>The address of the data of one territory.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>ReadyLink</c></param>
/// <param name="Url">The address.</param>
/// <param name="Territory">The territory whose code fills the address: the one that was asked for, or one around it.</param>
/// <param name="Name">The name of that territory.</param>
/// <param name="Limit">The number of records of the first page, where the address returns no more of them.</param>
/// <param name="OnlyIf">What must be true for data to be there, and what this catalogue does not know.</param>
/// <param name="Title">What is there, where the link does not stand on its distribution.</param>
[Class("ReadyLink")]
internal sealed record ReadyLinkSchema(
    string Id, string Type, string Url, string Territory, TextSchema Name, int? Limit, TextSchema? OnlyIf, TextSchema? Title);

/// <summary>A question of which some words were read as a place.</summary>
/// <param name="Id">The address of the question with the territory as a filter.</param>
/// <param name="Label">The other words.</param>
/// <param name="Spatial">The territory; datasets on it come first, then those that cover it.</param>
/// <param name="MatchedOn">What the words of the place have in common with the territory, as in `/territories?q=`.</param>
/// <param name="CorrectedName">With `matchedOn` `spelling`: the name of the territory.</param>
/// <param name="Alternative">The same question about other territories of the same name, at most 5.</param>
/// <param name="SeeAlso">The address of the question taken literally.</param>
internal sealed record UnderstoodQuestionSchema(
    string Id, string Label, IReadOnlyList<PlaceSchema> Spatial,
    [property: AllowedValues("name", "formerName", "code", "formerCode", "postcode", "siren", "alias", "spelling")] string MatchedOn,
    string? CorrectedName, IReadOnlyList<SuggestedQuestionSchema>? Alternative, string SeeAlso);

/// <summary>A question in other words.</summary>
/// <param name="Id">The address that answers it.</param>
/// <param name="Label">The words.</param>
internal sealed record SuggestedQuestionSchema(string Id, string Label);

/// <summary>How many answers have each value of a facet, the most frequent first.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>Facet</c></param>
/// <param name="Notation">The name of the filter.</param>
/// <param name="FacetValue">The values, at most 50 and those that the question asks for.</param>
[Class("Facet")]
internal sealed record FacetSchema(string Id, string Type, string Notation, IReadOnlyList<FacetCountSchema>? FacetValue);

/// <summary>How many answers have a value.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>FacetCount</c></param>
/// <param name="Code">The value, as a filter takes it.</param>
/// <param name="Notation">The same, by its older name.</param>
/// <param name="Label">What people call it, in French.</param>
/// <param name="Count">How many answers have it.</param>
/// <param name="SeeAlso">The address of the question narrowed to this value.</param>
[Class("FacetCount")]
internal sealed record FacetCountSchema(string Id, string Type, string Code, string Notation, string Label, int Count, string SeeAlso);

/// <summary>Where the words were found in an entry.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>Highlights</c></param>
/// <param name="PrimaryTopic">The entry.</param>
/// <param name="TitleWithMarks">The title or the name as HTML, with `mark` around what was found.</param>
/// <param name="Excerpt">A part of the description or of the definition, likewise.</param>
[Class("Highlights")]
internal sealed record HighlightsSchema(string Id, string Type, string PrimaryTopic, string? TitleWithMarks, string? Excerpt);

/// <summary>Why a dataset answers the question. Only where it was asked for.</summary>
/// <param name="TitleWithMarks">The title as HTML, with `mark` around the words that were found.</param>
/// <param name="Excerpt">A part of the description, likewise.</param>
/// <param name="Level">Of the list of a territory: the kind of the territory that the dataset names.</param>
/// <param name="InPart">`true` when the dataset covers only parts of the territory that was asked, or surely only parts.</param>
/// <param name="NotKnown">`true` when it is not known whether the dataset covers the territory that was asked.</param>
/// <param name="Reason">Of the list of a territory: why the dataset is about it, without the subject.</param>
/// <param name="ReadyLinks">In the answer about one territory: the addresses of the data for it, of all distributions.</param>
internal sealed record MatchSchema(
    string? TitleWithMarks, string? Excerpt, string? Level, bool? InPart, bool? NotKnown, TextSchema? Reason,
    IReadOnlyList<ReadyLinkSchema>? ReadyLinks);

/// <summary>A page and its neighbours: follow <c>next</c> until there is none.</summary>
/// <param name="Id">The page's address.</param>
/// <param name="Type"><c>PartialCollectionView</c> and <c>PagedCollection</c>.</param>
/// <param name="First">The first page.</param>
/// <param name="Previous">The page before.</param>
/// <param name="Next">The page after.</param>
/// <param name="NextPage">The same, by its older name.</param>
/// <param name="Last">The last page.</param>
/// <param name="TotalItems">On pages of the catalogue: how many datasets all of them have.</param>
internal sealed record ViewSchema(
    string Id, IReadOnlyList<string> Type, string First, string? Previous, string? Next, string? NextPage, string Last, int? TotalItems);

/// <summary>A page of the whole catalogue: several nodes under <c>@graph</c>.</summary>
/// <param name="Context">The JSON-LD context.</param>
/// <param name="Graph">
/// The catalogue first, then the collection with its <c>view</c>, then the entries of this page: datasets, series or services.
/// </param>
internal sealed record CatalogPageSchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context,
    [property: JsonPropertyName("@graph")] IReadOnlyList<CatalogNodeSchema> Graph);

/// <summary>This service: where everything is.</summary>
/// <param name="Context">The JSON-LD context.</param>
/// <param name="Id">The home address.</param>
/// <param name="Type"><c>DataService</c></param>
/// <param name="Identifier">The identifier.</param>
/// <param name="Title">Title.</param>
/// <param name="Description">Description.</param>
/// <param name="Publisher">Who answers for it; left out when the database does not say so.</param>
/// <param name="License">The licence of the catalogue's own content; likewise.</param>
/// <param name="EndpointURL">The root address.</param>
/// <param name="EndpointDescription">The OpenAPI description.</param>
/// <param name="Page">Pages for people, our own terms, dumps, changes, the feed.</param>
/// <param name="Collection">The lists, each with its title and size.</param>
[Class("DataService")]
internal sealed record HomeSchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context, string Id, string Type, string Identifier, TextSchema Title,
    TextSchema Description, AgentInsideSchema? Publisher, LicenceSchema? License, string EndpointURL, string EndpointDescription,
    IReadOnlyList<WebPageSchema> Page, IReadOnlyList<CollectionLinkSchema> Collection);

/// <summary>A list of the catalogue.</summary>
/// <param name="Id">Its address.</param>
/// <param name="Type"><c>Collection</c></param>
/// <param name="Title">What is listed.</param>
/// <param name="TotalItems">How many entries it has.</param>
[Class("Collection")]
internal sealed record CollectionLinkSchema(string Id, string Type, TextSchema Title, int TotalItems);

/// <summary>Our own terms: several nodes under <c>@graph</c>.</summary>
/// <param name="Context">The JSON-LD context.</param>
/// <param name="Graph">The vocabulary and its terms.</param>
internal sealed record VocabularySchema(
    [property: JsonPropertyName("@context")] ContextSchema? Context,
    [property: JsonPropertyName("@graph")] IReadOnlyList<VocabularyTermSchema> Graph);

/// <summary>A term of ours.</summary>
/// <param name="Id">Its IRI.</param>
/// <param name="Type"><c>Class</c>, <c>Property</c> or <c>Ontology</c>.</param>
/// <param name="Title">The vocabulary's title.</param>
/// <param name="Description">The vocabulary's description.</param>
/// <param name="RdfsLabel">The term's name.</param>
/// <param name="Comment">What it means.</param>
/// <param name="SubClassOf">The standard class that it refines.</param>
/// <param name="SubPropertyOf">The standard property that it refines.</param>
/// <param name="SeeAlso">A standard term of the same subject.</param>
/// <param name="IsDefinedBy">The vocabulary.</param>
internal sealed record VocabularyTermSchema(
    string Id, [property: AllowedValues("Ontology", "Class", "Property")] string Type, TextSchema? Title, TextSchema? Description,
    TextSchema? RdfsLabel, TextSchema? Comment, string? SubClassOf, string? SubPropertyOf, string? SeeAlso, string? IsDefinedBy);
