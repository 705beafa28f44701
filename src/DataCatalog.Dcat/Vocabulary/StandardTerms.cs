using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Vocabulary;

/// <summary>Terms of DCAT 3.</summary>
public static class DcatTerms
{
    public static readonly Namespace Namespace = new("dcat", "http://www.w3.org/ns/dcat#");
    public static readonly Iri AccessService = Namespace["accessService"];
    public static readonly Iri AccessUrl = Namespace["accessURL"];
    public static readonly Iri BoundingBox = Namespace["bbox"];
    public static readonly Iri ByteSize = Namespace["byteSize"];
    public static readonly Iri Catalog = Namespace["Catalog"];
    public static readonly Iri CatalogRecord = Namespace["CatalogRecord"];
    public static readonly Iri Centroid = Namespace["centroid"];
    public static readonly Iri CompressFormat = Namespace["compressFormat"];
    public static readonly Iri ContactPoint = Namespace["contactPoint"];
    public static readonly Iri DataService = Namespace["DataService"];
    public static readonly Iri Dataset = Namespace["Dataset"];
    public static readonly Iri DatasetSeries = Namespace["DatasetSeries"];
    public static readonly Iri Distribution = Namespace["Distribution"];
    public static readonly Iri DownloadUrl = Namespace["downloadURL"];
    public static readonly Iri EndDate = Namespace["endDate"];
    public static readonly Iri EndpointDescription = Namespace["endpointDescription"];
    public static readonly Iri EndpointUrl = Namespace["endpointURL"];
    public static readonly Iri HasDataset = Namespace["dataset"];
    public static readonly Iri HasDistribution = Namespace["distribution"];
    public static readonly Iri HasRecord = Namespace["record"];
    public static readonly Iri HasResource = Namespace["resource"];
    public static readonly Iri HasService = Namespace["service"];
    public static readonly Iri InSeries = Namespace["inSeries"];
    public static readonly Iri Keyword = Namespace["keyword"];
    public static readonly Iri LandingPage = Namespace["landingPage"];
    public static readonly Iri MediaType = Namespace["mediaType"];
    public static readonly Iri PackageFormat = Namespace["packageFormat"];
    public static readonly Iri ServesDataset = Namespace["servesDataset"];
    public static readonly Iri SeriesMember = Namespace["seriesMember"];
    public static readonly Iri StartDate = Namespace["startDate"];
    public static readonly Iri Theme = Namespace["theme"];
    public static readonly Iri ThemeTaxonomy = Namespace["themeTaxonomy"];
}

/// <summary>DCMI metadata terms.</summary>
public static class DcTerms
{
    public static readonly Namespace Namespace = new("dct", "http://purl.org/dc/terms/");
    public static readonly Iri AccessRights = Namespace["accessRights"];
    public static readonly Iri AccrualPeriodicity = Namespace["accrualPeriodicity"];
    public static readonly Iri ConformsTo = Namespace["conformsTo"];
    public static readonly Iri Creator = Namespace["creator"];
    public static readonly Iri Description = Namespace["description"];
    public static readonly Iri Format = Namespace["format"];
    public static readonly Iri Frequency = Namespace["Frequency"];
    public static readonly Iri HasPart = Namespace["hasPart"];
    public static readonly Iri Identifier = Namespace["identifier"];
    public static readonly Iri IsPartOf = Namespace["isPartOf"];
    public static readonly Iri IsReferencedBy = Namespace["isReferencedBy"];
    public static readonly Iri Imt = Namespace["IMT"];
    public static readonly Iri Issued = Namespace["issued"];
    public static readonly Iri Language = Namespace["language"];
    public static readonly Iri License = Namespace["license"];
    public static readonly Iri LicenseDocument = Namespace["LicenseDocument"];
    public static readonly Iri LinguisticSystem = Namespace["LinguisticSystem"];
    public static readonly Iri Location = Namespace["Location"];
    public static readonly Iri MediaType = Namespace["MediaType"];
    public static readonly Iri MediaTypeOrExtent = Namespace["MediaTypeOrExtent"];
    public static readonly Iri Modified = Namespace["modified"];
    public static readonly Iri PeriodOfTime = Namespace["PeriodOfTime"];
    public static readonly Iri Publisher = Namespace["publisher"];
    public static readonly Iri Rights = Namespace["rights"];
    public static readonly Iri RightsStatement = Namespace["RightsStatement"];
    public static readonly Iri Source = Namespace["source"];
    public static readonly Iri Spatial = Namespace["spatial"];
    public static readonly Iri Standard = Namespace["Standard"];
    public static readonly Iri Temporal = Namespace["temporal"];
    public static readonly Iri Title = Namespace["title"];
    public static readonly Iri Type = Namespace["type"];
}

/// <summary>FOAF: agents and documents.</summary>
public static class Foaf
{
    public static readonly Namespace Namespace = new("foaf", "http://xmlns.com/foaf/0.1/");
    public static readonly Iri Agent = Namespace["Agent"];
    public static readonly Iri Document = Namespace["Document"];
    public static readonly Iri Homepage = Namespace["homepage"];
    public static readonly Iri IsPrimaryTopicOf = Namespace["isPrimaryTopicOf"];
    public static readonly Iri Name = Namespace["name"];
    public static readonly Iri Page = Namespace["page"];
    public static readonly Iri PrimaryTopic = Namespace["primaryTopic"];
}

/// <summary>SKOS: vocabularies.</summary>
public static class Skos
{
    public static readonly Namespace Namespace = new("skos", "http://www.w3.org/2004/02/skos/core#");
    public static readonly Iri AltLabel = Namespace["altLabel"];
    public static readonly Iri BroadMatch = Namespace["broadMatch"];
    public static readonly Iri Broader = Namespace["broader"];
    public static readonly Iri Concept = Namespace["Concept"];
    public static readonly Iri ConceptScheme = Namespace["ConceptScheme"];
    public static readonly Iri Definition = Namespace["definition"];
    public static readonly Iri ExactMatch = Namespace["exactMatch"];
    public static readonly Iri HasTopConcept = Namespace["hasTopConcept"];
    public static readonly Iri InScheme = Namespace["inScheme"];
    public static readonly Iri Narrower = Namespace["narrower"];
    public static readonly Iri Notation = Namespace["notation"];
    public static readonly Iri PrefLabel = Namespace["prefLabel"];
}

/// <summary>vCard: contact points.</summary>
public static class VCard
{
    public static readonly Namespace Namespace = new("vcard", "http://www.w3.org/2006/vcard/ns#");
    public static readonly Iri FormattedName = Namespace["fn"];
    public static readonly Iri HasEmail = Namespace["hasEmail"];
    public static readonly Iri HasUrl = Namespace["hasURL"];
    public static readonly Iri Organization = Namespace["Organization"];
}

/// <summary>ADMS: identifiers and status.</summary>
public static class Adms
{
    public static readonly Namespace Namespace = new("adms", "http://www.w3.org/ns/adms#");
    public static readonly Iri Identifier = Namespace["Identifier"];
    public static readonly Iri OtherIdentifier = Namespace["identifier"];
    public static readonly Iri SchemeAgency = Namespace["schemaAgency"];
    public static readonly Iri Status = Namespace["status"];
    public static readonly Iri Completed = new("http://purl.org/adms/status/Completed");
}

/// <summary>DCAT-AP's own properties, and the regulation on high-value datasets that they point to.</summary>
public static class DcatAp
{
    public static readonly Namespace Namespace = new("dcatap", "http://data.europa.eu/r5r/");
    public static readonly Iri ApplicableLegislation = Namespace["applicableLegislation"];
    public static readonly Iri HvdCategory = Namespace["hvdCategory"];
    public static readonly Iri HvdRegulation = new("http://data.europa.eu/eli/reg_impl/2023/138/oj");
    public static readonly Iri Profile = new("https://semiceu.github.io/DCAT-AP/releases/3.0.1/");
}

/// <summary>ELI: legal resources.</summary>
public static class Eli
{
    public static readonly Namespace Namespace = new("eli", "http://data.europa.eu/eli/ontology#");
    public static readonly Iri LegalResource = Namespace["LegalResource"];
}

/// <summary>Hydra: collections and their pages.</summary>
public static class Hydra
{
    public static readonly Namespace Namespace = new("hydra", "http://www.w3.org/ns/hydra/core#");
    public static readonly Iri Collection = Namespace["Collection"];
    public static readonly Iri First = Namespace["first"];
    public static readonly Iri Last = Namespace["last"];
    public static readonly Iri Member = Namespace["member"];
    public static readonly Iri Next = Namespace["next"];
    public static readonly Iri NextPage = Namespace["nextPage"];
    public static readonly Iri PagedCollection = Namespace["PagedCollection"];
    public static readonly Iri PartialCollectionView = Namespace["PartialCollectionView"];
    public static readonly Iri Previous = Namespace["previous"];
    public static readonly Iri TotalItems = Namespace["totalItems"];
    public static readonly Iri View = Namespace["view"];
}

/// <summary>GeoSPARQL: geometries, and places within places.</summary>
public static class GeoSparql
{
    public static readonly Namespace Namespace = new("gsp", "http://www.opengis.net/ont/geosparql#");
    public static readonly Iri Within = Namespace["sfWithin"];
    public static readonly Iri WktLiteral = Namespace["wktLiteral"];
}

/// <summary>The Core Location vocabulary: the geometry of a place.</summary>
public static class Locn
{
    public static readonly Namespace Namespace = new("locn", "http://www.w3.org/ns/locn#");
    public static readonly Iri Geometry = Namespace["geometry"];
}

/// <summary>OWL: what an ontology is called.</summary>
public static class Owl
{
    public static readonly Namespace Namespace = new("owl", "http://www.w3.org/2002/07/owl#");
    public static readonly Iri Ontology = Namespace["Ontology"];
    public static readonly Iri VersionInfo = Namespace["versionInfo"];
}
