namespace DataCatalog.Dcat.Vocabulary;

/// <summary>
/// The names of our own terms, for what DCAT-AP has no word for. Each is defined in <see cref="CatVocabulary"/> and answers at its IRI.
/// </summary>
public static class CatTerms
{
    public const string AccessConditions = "AccessConditions";
    public const string Audience = "Audience";
    public const string Facet = "Facet";
    public const string FacetCount = "FacetCount";
    public const string Highlights = "Highlights";
    public const string Model = "Model";
    public const string Obligation = "Obligation";
    public const string ReuseExample = "ReuseExample";

    public const string AccessRegime = "accessRegime";
    public const string AudienceCondition = "audienceCondition";
    public const string AudienceRole = "audienceRole";
    public const string BanaticCode = "banaticCode";
    public const string ByTerritory = "byTerritory";
    public const string CommuneRole = "communeRole";
    public const string Communes = "communes";
    public const string Confidence = "confidence";
    public const string ContractClause = "contractClause";
    public const string Count = "count";
    public const string Coverage = "coverageCompleteness";
    public const string Deadline = "deadline";
    public const string DeadlineNote = "deadlineNote";
    public const string Destination = "destination";
    public const string EpciRole = "epciRole";
    public const string Evidence = "evidence";
    public const string Excerpt = "excerpt";
    public const string FacetValue = "facetValue";
    public const string FormerCode = "formerCode";
    public const string FormerStatus = "formerStatus";
    public const string Granularity = "granularity";
    public const string HasAccessConditions = "accessConditions";
    public const string HasAudience = "audience";
    public const string HasFacet = "facet";
    public const string HasHighlights = "highlights";
    public const string HasObligation = "obligation";
    public const string HasReuseExample = "reuseExample";
    public const string IsCore = "isCore";
    public const string IsRelaxed = "isRelaxed";
    public const string LegalBasis = "legalBasis";
    public const string LegalReference = "legalReference";
    public const string LegalReferenceStatus = "legalReferenceStatus";
    public const string MapsTo = "mapsTo";
    public const string MinimumPopulation = "minimumPopulation";
    public const string MinimumStaff = "minimumStaff";
    public const string ObligationType = "obligationType";
    public const string PersonalData = "personalDataStatus";
    public const string Population = "population";
    public const string Postcode = "postcode";
    public const string ProducerKind = "producerKind";
    public const string Relation = "relationToLocalAuthorities";
    public const string ResolvedFrom = "resolvedFrom";
    public const string RuleStatus = "ruleStatus";
    public const string Siren = "siren";
    public const string Suggestion = "suggestion";
    public const string TitleWithMarks = "titleWithMarks";
    public const string Unknown = "unknown";
    public const string UrlTemplate = "urlTemplate";
}
