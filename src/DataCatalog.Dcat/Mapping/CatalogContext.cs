using System.Runtime.CompilerServices;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>
/// The vocabulary of our JSON-LD, in words for a developer who never heard of RDF: <c>title</c>, <c>publisher</c>, <c>distribution</c>.
/// A key that may have several values always holds an array; any other key never does.
/// </summary>
public static class CatalogContext
{
    /// <summary>Building a context costs more than writing a small document.</summary>
    private static readonly ConditionalWeakTable<CatalogIris, JsonLdContext> Known = [];

    /// <summary>The prefixes of the Turtle, RDF/XML and JSON-LD that this catalogue writes.</summary>
    public static IReadOnlyList<Namespace> Prefixes(CatalogIris iris) =>
    [
        DcatTerms.Namespace, DcTerms.Namespace, Foaf.Namespace, VCard.Namespace, Skos.Namespace, Adms.Namespace, DcatAp.Namespace,
        Eli.Namespace, Hydra.Namespace, GeoSparql.Namespace, Locn.Namespace, Owl.Namespace, RdfTerms.Namespace, Rdfs.Namespace,
        Xsd.Namespace, iris.Terms,
    ];

    /// <summary>The vocabulary, with our own terms below the base URL.</summary>
    public static JsonLdContext For(CatalogIris iris) => Known.GetValue(iris, Build);

    private static JsonLdContext Build(CatalogIris iris) =>
        new(Prefixes(iris), [LabelsOf(iris.Terms), .. StandardKeys, .. DateKeys, .. OwnKeys(iris.Terms)], Types(iris.Terms));

    /// <summary>
    /// The key of the words of what is no concept. They are a preferred label: data.gouv.fr reads an rdfs:label instead of the IRI that it
    /// would understand.
    /// </summary>
    private static JsonLdTerm LabelsOf(Namespace cat) => Texts("labels", Skos.PrefLabel) with
    {
        Classes =
        [
            DcTerms.RightsStatement, DcTerms.Frequency, DcTerms.LinguisticSystem, Eli.LegalResource, cat[CatTerms.AnswerCount],
        ],
    };

    private static readonly JsonLdTerm[] StandardKeys =
    [
        Plain("identifier", DcTerms.Identifier),
        Texts("title", DcTerms.Title),
        Plain("licenseTitle", DcTerms.Title),
        Texts("description", DcTerms.Description),
        Texts("keyword", DcatTerms.Keyword, many: true),
        Nodes("theme", DcatTerms.Theme),
        Node("publisher", DcTerms.Publisher),
        Node("creator", DcTerms.Creator),
        Node("contactPoint", DcatTerms.ContactPoint),
        Node("license", DcTerms.License),
        Node("accessRights", DcTerms.AccessRights),
        Nodes("rights", DcTerms.Rights),
        Node("frequency", DcTerms.AccrualPeriodicity),
        Nodes("language", DcTerms.Language),
        Nodes("spatial", DcTerms.Spatial),
        Node("temporal", DcTerms.Temporal),
        Node("landingPage", DcatTerms.LandingPage),
        Nodes("conformsTo", DcTerms.ConformsTo),
        Node("inSeries", DcatTerms.InSeries),
        Nodes("seriesMember", DcatTerms.SeriesMember),
        Nodes("hvdCategory", DcatAp.HvdCategory),
        Nodes("applicableLegislation", DcatAp.ApplicableLegislation),
        Nodes("otherIdentifier", Adms.OtherIdentifier),
        Plain("agency", Adms.SchemeAgency),
        Node("source", DcTerms.Source),
        Node("isReferencedBy", DcTerms.IsReferencedBy),
        Node("isPartOf", DcTerms.IsPartOf),
        Nodes("distribution", DcatTerms.HasDistribution),
        Node("accessURL", DcatTerms.AccessUrl),
        Node("downloadURL", DcatTerms.DownloadUrl),
        Node("format", DcTerms.Format),
        Node("mediaType", DcatTerms.MediaType),
        Node("packageFormat", DcatTerms.PackageFormat),
        Node("compressFormat", DcatTerms.CompressFormat),
        new("byteSize", DcatTerms.ByteSize, JsonLdValue.Typed, Xsd.NonNegativeInteger),
        Node("accessService", DcatTerms.AccessService),
        Node("endpointURL", DcatTerms.EndpointUrl),
        Node("endpointDescription", DcatTerms.EndpointDescription),
        Nodes("servesDataset", DcatTerms.ServesDataset),
        Texts("name", Foaf.Name),
        Node("homepage", Foaf.Homepage),
        Node("agentType", DcTerms.Type),
        Nodes("page", Foaf.Page),
        Plain("fn", VCard.FormattedName),
        Node("hasEmail", VCard.HasEmail),
        Node("hasURL", VCard.HasUrl),
        Plain("label", Rdfs.Label),
        Texts("rdfsLabel", Rdfs.Label),
        Texts("comment", Rdfs.Comment),
        Node("seeAlso", Rdfs.SeeAlso),
        Node("subClassOf", Rdfs.SubClassOf),
        Node("subPropertyOf", Rdfs.SubPropertyOf),
        Node("isDefinedBy", Rdfs.IsDefinedBy),
        Texts("prefLabel", Skos.PrefLabel),
        Texts("altLabel", Skos.AltLabel, many: true),
        Texts("definition", Skos.Definition),
        Plain("notation", Skos.Notation),
        Node("inScheme", Skos.InScheme),
        Nodes("topConcept", Skos.HasTopConcept),
        Node("broader", Skos.Broader),
        Nodes("narrower", Skos.Narrower),
        Nodes("exactMatch", Skos.ExactMatch),
        Nodes("broadMatch", Skos.BroadMatch),
        new("bbox", DcatTerms.BoundingBox, JsonLdValue.Typed, GeoSparql.WktLiteral),
        new("geometry", Locn.Geometry, JsonLdValue.Typed, GeoSparql.WktLiteral),
        new("centroid", DcatTerms.Centroid, JsonLdValue.Typed, GeoSparql.WktLiteral),
        Nodes("within", GeoSparql.Within),
        Node("record", Foaf.IsPrimaryTopicOf),
        Node("primaryTopic", Foaf.PrimaryTopic),
        Node("status", Adms.Status),
        Nodes("dataset", DcatTerms.HasDataset),
        Nodes("resource", DcatTerms.HasResource),
        Nodes("service", DcatTerms.HasService),
        Nodes("catalogRecord", DcatTerms.HasRecord),
        Nodes("part", DcTerms.HasPart) with { Classes = [DcTerms.Location] },
        Nodes("collection", DcTerms.HasPart),
        Plain("versionInfo", Owl.VersionInfo),
        Node("themeTaxonomy", DcatTerms.ThemeTaxonomy),
        Plain("totalItems", Hydra.TotalItems),
        Nodes("member", Hydra.Member),
        Node("view", Hydra.View),
        Node("first", Hydra.First),
        Node("previous", Hydra.Previous),
        Node("next", Hydra.Next),
        Node("nextPage", Hydra.NextPage),
        Node("last", Hydra.Last),
    ];

    /// <summary>
    /// The keys of dates: one per precision, so that each date is a plain string: <c>issued</c>, <c>issuedMonth</c>, <c>issuedYear</c>.
    /// </summary>
    private static readonly JsonLdTerm[] DateKeys =
    [
        .. DatesOf("issued", DcTerms.Issued),
        .. DatesOf("modified", DcTerms.Modified),
        .. DatesOf("startDate", DcatTerms.StartDate, "start"),
        new("endDate", DcatTerms.EndDate, JsonLdValue.Typed, Xsd.Date),
    ];

    private static IEnumerable<JsonLdTerm> OwnKeys(Namespace cat) =>
        [.. KeysOfEntries(cat), .. KeysOfRules(cat), .. KeysOfAnswers(cat), .. KeysOfSearches(cat)];

    private static IEnumerable<JsonLdTerm> KeysOfEntries(Namespace cat) =>
    [
        Node(CatTerms.AccessRegime, cat[CatTerms.AccessRegime]),
        Nodes(CatTerms.HasAudience, cat[CatTerms.HasAudience]),
        Plain(CatTerms.AudienceRole, cat[CatTerms.AudienceRole]),
        Plain(CatTerms.AudienceCondition, cat[CatTerms.AudienceCondition]),
        PlainSet(CatTerms.BanaticCode, cat[CatTerms.BanaticCode]),
        Node(CatTerms.ByTerritory, cat[CatTerms.ByTerritory]),
        Plain(CatTerms.Confidence, cat[CatTerms.Confidence]),
        Plain(CatTerms.Code, cat[CatTerms.Code]),
        Nodes(CatTerms.ContractClause, cat[CatTerms.ContractClause]),
        Node(CatTerms.Coverage, cat[CatTerms.Coverage]),
        new(CatTerms.Deadline, cat[CatTerms.Deadline], JsonLdValue.Typed, Xsd.Duration),
        Node(CatTerms.DefaultLicence, cat[CatTerms.DefaultLicence]),
        new("endMonth", cat[CatTerms.EndAsWritten], JsonLdValue.Typed, Xsd.GYearMonth),
        new("endYear", cat[CatTerms.EndAsWritten], JsonLdValue.Typed, Xsd.GYear),
        PlainSet(CatTerms.Evidence, cat[CatTerms.Evidence]),
        PlainSet(CatTerms.FormerCode, cat[CatTerms.FormerCode]),
        Plain(CatTerms.FormerStatus, cat[CatTerms.FormerStatus]),
        Node(CatTerms.Granularity, cat[CatTerms.Granularity]),
        Node(CatTerms.HasAccessConditions, cat[CatTerms.HasAccessConditions]),
        Node(CatTerms.HasObligation, cat[CatTerms.HasObligation]),
        Node(CatTerms.HasReuseExample, cat[CatTerms.HasReuseExample]),
        Nodes(CatTerms.HasRole, cat[CatTerms.HasRole]),
        PlainSet(CatTerms.Holder, cat[CatTerms.Holder]),
        Plain(CatTerms.IsCore, cat[CatTerms.IsCore]),
        Nodes(CatTerms.LegalBasis, cat[CatTerms.LegalBasis]),
        Plain(CatTerms.LegalForm, cat[CatTerms.LegalForm]),
        Plain(CatTerms.LegalReference, cat[CatTerms.LegalReference]),
        Texts(CatTerms.LegalReferenceStatus, cat[CatTerms.LegalReferenceStatus]),
        Node(CatTerms.MapsTo, cat[CatTerms.MapsTo]),
        Plain(CatTerms.MinimumPopulation, cat[CatTerms.MinimumPopulation]),
        Plain(CatTerms.MinimumStaff, cat[CatTerms.MinimumStaff]),
        Node(CatTerms.ObligationType, cat[CatTerms.ObligationType]),
        Node(CatTerms.PersonalData, cat[CatTerms.PersonalData]),
        Node(CatTerms.Platform, cat[CatTerms.Platform]),
        PlainSet(CatTerms.PlatformHost, cat[CatTerms.PlatformHost]),
        Plain(CatTerms.Population, cat[CatTerms.Population]),
        PlainSet(CatTerms.Postcode, cat[CatTerms.Postcode]),
        Node(CatTerms.ProducerKind, cat[CatTerms.ProducerKind]),
        Node(CatTerms.Relation, cat[CatTerms.Relation]),
        Texts(CatTerms.Reuse, cat[CatTerms.Reuse]),
        Node(CatTerms.RoleKind, cat[CatTerms.RoleKind]),
        Nodes(CatTerms.Rules, cat[CatTerms.Rules]),
        Plain(CatTerms.Siren, cat[CatTerms.Siren]),
        Nodes(CatTerms.SpatialExcept, cat[CatTerms.SpatialExcept]),
        Nodes(CatTerms.SpatialUnknown, cat[CatTerms.SpatialUnknown]),
        PlainSet(CatTerms.Unknown, cat[CatTerms.Unknown]),
        Plain(CatTerms.UrlTemplate, cat[CatTerms.UrlTemplate]),
        Node(CatTerms.TemplateCompetence, cat[CatTerms.TemplateCompetence]),
        Nodes(CatTerms.TemplateExcept, cat[CatTerms.TemplateExcept]),
        PlainSet(CatTerms.TemplateLevel, cat[CatTerms.TemplateLevel]),
        Plain(CatTerms.TemplateLimit, cat[CatTerms.TemplateLimit]),
    ];

    private static IEnumerable<JsonLdTerm> KeysOfRules(Namespace cat) =>
    [
        Node(CatTerms.Act, cat[CatTerms.Act]),
        PlainSet(CatTerms.AppliesTo, cat[CatTerms.AppliesTo]),
        PlainSet(CatTerms.AppliesToEpci, cat[CatTerms.AppliesToEpci]),
        Plain(CatTerms.CheckUrl, cat[CatTerms.CheckUrl]),
        Nodes(CatTerms.Condition, cat[CatTerms.Condition]),
        new(CatTerms.DeadlineDay, cat[CatTerms.DeadlineDay], JsonLdValue.Typed, Xsd.GMonthDay),
        Texts(CatTerms.DeadlineEvent, cat[CatTerms.DeadlineEvent]),
        Plain(CatTerms.DeadlineKind, cat[CatTerms.DeadlineKind]),
        Texts(CatTerms.DeadlineNote, cat[CatTerms.DeadlineNote]),
        Nodes(CatTerms.ExceptIn, cat[CatTerms.ExceptIn]),
        Nodes(CatTerms.ExtendsTo, cat[CatTerms.ExtendsTo]),
        new(CatTerms.InForceFrom, cat[CatTerms.InForceFrom], JsonLdValue.Typed, Xsd.Date),
        new(CatTerms.InForceUntil, cat[CatTerms.InForceUntil], JsonLdValue.Typed, Xsd.Date),
        Plain(CatTerms.MaximumPopulation, cat[CatTerms.MaximumPopulation]),
        Nodes(CatTerms.OnlyIn, cat[CatTerms.OnlyIn]),
        PlainSet(CatTerms.OtherLegalReference, cat[CatTerms.OtherLegalReference]),
        Plain(CatTerms.RuleStatus, cat[CatTerms.RuleStatus]),
        Texts(CatTerms.SentTo, cat[CatTerms.SentTo]),
        Nodes(CatTerms.ShownBy, cat[CatTerms.ShownBy]),
    ];

    /// <summary>The keys of what an answer states about entries: counts, reasons, findings.</summary>
    private static IEnumerable<JsonLdTerm> KeysOfAnswers(Namespace cat) =>
    [
        Nodes(CatTerms.AnsweredBy, cat[CatTerms.AnsweredBy]),
        Nodes(CatTerms.AnsweredByHolder, cat[CatTerms.AnsweredByHolder]),
        Plain(CatTerms.Applies, cat[CatTerms.Applies]),
        Plain(CatTerms.Because, cat[CatTerms.Because]),
        Node(CatTerms.AccessTo, cat[CatTerms.AccessTo]),
        Node(CatTerms.Communes, cat[CatTerms.Communes]),
        Nodes(CatTerms.CoveringService, cat[CatTerms.CoveringService]),
        Plain(CatTerms.Count, cat[CatTerms.Count]),
        Plain(CatTerms.CountOfOwn, cat[CatTerms.CountOfOwn]),
        Plain(CatTerms.CountOfOthers, cat[CatTerms.CountOfOthers]),
        Node(CatTerms.CoveringDatasets, cat[CatTerms.CoveringDatasets]),
        Plain(CatTerms.DatasetCount, cat[CatTerms.DatasetCount]),
        Node(CatTerms.Datasets, cat[CatTerms.Datasets]),
        Texts(CatTerms.DeadlineText, cat[CatTerms.DeadlineText]),
        new(CatTerms.DueDay, cat[CatTerms.DueDay], JsonLdValue.Typed, Xsd.Date),
        Nodes(CatTerms.HasAnswerCount, cat[CatTerms.HasAnswerCount]),
        Nodes(CatTerms.HasCoverage, cat[CatTerms.HasCoverage]),
        Nodes(CatTerms.HasCompetenceMapping, cat[CatTerms.HasCompetenceMapping]),
        Nodes(CatTerms.HasDuty, cat[CatTerms.HasDuty]),
        Node(CatTerms.HasExample, cat[CatTerms.HasExample]),
        Nodes(CatTerms.HasRight, cat[CatTerms.HasRight]),
        Node(CatTerms.HeldBy, cat[CatTerms.HeldBy]),
        Node(CatTerms.HolderDatasets, cat[CatTerms.HolderDatasets]),
        Plain(CatTerms.InPart, cat[CatTerms.InPart]),
        Nodes(CatTerms.Formats, cat[CatTerms.Formats]),
        Plain(CatTerms.Level, cat[CatTerms.Level]),
        Node(CatTerms.Match, cat[CatTerms.Match]),
        Plain(CatTerms.ModelCount, cat[CatTerms.ModelCount]),
        Nodes(CatTerms.Models, cat[CatTerms.Models]),
        Plain(CatTerms.NotKnown, cat[CatTerms.NotKnown]),
        Node(CatTerms.OwnDatasets, cat[CatTerms.OwnDatasets]),
        Node(CatTerms.PublishedDatasets, cat[CatTerms.PublishedDatasets]),
        Nodes(CatTerms.Question, cat[CatTerms.Question]),
        Nodes(CatTerms.ReadyLinks, cat[CatTerms.ReadyLinks]),
        Node(CatTerms.Url, cat[CatTerms.Url]),
        Node(CatTerms.LinkTerritory, cat[CatTerms.LinkTerritory]),
        Plain(CatTerms.Limit, cat[CatTerms.Limit]),
        Texts(CatTerms.OnlyIf, cat[CatTerms.OnlyIf]),
        Texts(CatTerms.Reason, cat[CatTerms.Reason]),
        Plain(CatTerms.ResolvedFrom, cat[CatTerms.ResolvedFrom]),
        Nodes(CatTerms.Restricted, cat[CatTerms.Restricted]),
        PlainSet(CatTerms.SaidHas, cat[CatTerms.SaidHas]),
        PlainSet(CatTerms.SaidHasNot, cat[CatTerms.SaidHasNot]),
        Plain(CatTerms.SaidStaff, cat[CatTerms.SaidStaff]),
        Plain(CatTerms.Seen, cat[CatTerms.Seen]),
        Plain(CatTerms.ServiceCount, cat[CatTerms.ServiceCount]),
        Nodes(CatTerms.Services, cat[CatTerms.Services]),
        Nodes(CatTerms.SomeDatasets, cat[CatTerms.SomeDatasets]),
        Node(CatTerms.Via, cat[CatTerms.Via]),
        Texts(CatTerms.UsualHolder, cat[CatTerms.UsualHolder]),
    ];

    /// <summary>The keys of what a search states about its words and hits.</summary>
    private static IEnumerable<JsonLdTerm> KeysOfSearches(Namespace cat) =>
    [
        Nodes(CatTerms.Alternative, cat[CatTerms.Alternative]),
        Plain(CatTerms.CorrectedName, cat[CatTerms.CorrectedName]),
        Plain(CatTerms.Detail, cat[CatTerms.Detail]),
        new(CatTerms.Excerpt, cat[CatTerms.Excerpt], JsonLdValue.Typed, RdfTerms.Html),
        Nodes(CatTerms.FacetValue, cat[CatTerms.FacetValue]),
        Nodes(CatTerms.HasFacet, cat[CatTerms.HasFacet]),
        Nodes(CatTerms.HasHighlights, cat[CatTerms.HasHighlights]),
        Plain(CatTerms.IsRelaxed, cat[CatTerms.IsRelaxed]),
        Plain(CatTerms.Kind, cat[CatTerms.Kind]),
        PlainSet(CatTerms.LeftOut, cat[CatTerms.LeftOut]),
        Plain(CatTerms.MatchedOn, cat[CatTerms.MatchedOn]),
        Node(CatTerms.Nearest, cat[CatTerms.Nearest]),
        Nodes(CatTerms.NearestEntry, cat[CatTerms.NearestEntry]),
        Node(CatTerms.Suggestion, cat[CatTerms.Suggestion]),
        new(CatTerms.TitleWithMarks, cat[CatTerms.TitleWithMarks], JsonLdValue.Typed, RdfTerms.Html),
        Node(CatTerms.UnderstoodAs, cat[CatTerms.UnderstoodAs]),
    ];

    private static Dictionary<string, Iri> Types(Namespace cat) => new(StringComparer.Ordinal)
    {
        ["Agent"] = Foaf.Agent,
        ["Catalog"] = DcatTerms.Catalog,
        ["CatalogRecord"] = DcatTerms.CatalogRecord,
        ["Class"] = Rdfs.Class,
        ["Collection"] = Hydra.Collection,
        ["Concept"] = Skos.Concept,
        ["ConceptScheme"] = Skos.ConceptScheme,
        ["DataService"] = DcatTerms.DataService,
        ["Dataset"] = DcatTerms.Dataset,
        ["DatasetSeries"] = DcatTerms.DatasetSeries,
        ["Distribution"] = DcatTerms.Distribution,
        ["Document"] = Foaf.Document,
        ["Frequency"] = DcTerms.Frequency,
        ["Identifier"] = Adms.Identifier,
        ["IMT"] = DcTerms.Imt,
        ["LegalResource"] = Eli.LegalResource,
        ["LicenseDocument"] = DcTerms.LicenseDocument,
        ["LinguisticSystem"] = DcTerms.LinguisticSystem,
        ["Location"] = DcTerms.Location,
        ["MediaType"] = DcTerms.MediaType,
        ["MediaTypeOrExtent"] = DcTerms.MediaTypeOrExtent,
        ["Ontology"] = Owl.Ontology,
        ["Organization"] = VCard.Organization,
        ["PagedCollection"] = Hydra.PagedCollection,
        ["PartialCollectionView"] = Hydra.PartialCollectionView,
        ["PeriodOfTime"] = DcTerms.PeriodOfTime,
        ["Property"] = RdfTerms.Property,
        ["RightsStatement"] = DcTerms.RightsStatement,
        ["Standard"] = DcTerms.Standard,
        [CatTerms.AccessConditions] = cat[CatTerms.AccessConditions],
        [CatTerms.AnswerCount] = cat[CatTerms.AnswerCount],
        [CatTerms.Audience] = cat[CatTerms.Audience],
        [CatTerms.CompetenceMapping] = cat[CatTerms.CompetenceMapping],
        [CatTerms.Duty] = cat[CatTerms.Duty],
        [CatTerms.FacetCount] = cat[CatTerms.FacetCount],
        [CatTerms.Facet] = cat[CatTerms.Facet],
        [CatTerms.Highlights] = cat[CatTerms.Highlights],
        [CatTerms.Model] = cat[CatTerms.Model],
        [CatTerms.Obligation] = cat[CatTerms.Obligation],
        [CatTerms.TerritoryCoverage] = cat[CatTerms.TerritoryCoverage],
        [CatTerms.Role] = cat[CatTerms.Role],
        [CatTerms.Rule] = cat[CatTerms.Rule],
        [CatTerms.ReadyLink] = cat[CatTerms.ReadyLink],
        [CatTerms.ReuseExample] = cat[CatTerms.ReuseExample],
        [CatTerms.TerritoryMapping] = cat[CatTerms.TerritoryMapping],
    };

    private static JsonLdTerm[] DatesOf(string key, Iri predicate, string? stem = null) =>
    [
        new(key, predicate, JsonLdValue.Typed, Xsd.Date),
        new($"{stem ?? key}Month", predicate, JsonLdValue.Typed, Xsd.GYearMonth),
        new($"{stem ?? key}Year", predicate, JsonLdValue.Typed, Xsd.GYear),
    ];

    private static JsonLdTerm Plain(string key, Iri predicate) => new(key, predicate, JsonLdValue.Plain);

    private static JsonLdTerm PlainSet(string key, Iri predicate) => new(key, predicate, JsonLdValue.Plain, Many: true);

    private static JsonLdTerm Texts(string key, Iri predicate, bool many = false) =>
        new(key, predicate, JsonLdValue.LanguageMap, Many: many);

    private static JsonLdTerm Node(string key, Iri predicate) => new(key, predicate, JsonLdValue.Node);

    private static JsonLdTerm Nodes(string key, Iri predicate) => new(key, predicate, JsonLdValue.Node, Many: true);
}
