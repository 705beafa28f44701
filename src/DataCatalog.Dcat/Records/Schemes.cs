namespace DataCatalog.Dcat.Records;

/// <summary>The names of the vocabularies that records refer to, as in their CSV files and addresses.</summary>
public static class Schemes
{
    public const string AccessRegimes = "access-regimes";
    public const string AccessRights = "access-rights";
    public const string Acts = "acts";
    public const string CompetenceRoles = "competence-roles";
    public const string Competences = "competences";
    public const string Conditions = "conditions";
    public const string ContractClauses = "contract-clauses";
    public const string Coverage = "coverage";
    public const string FileTypes = "file-types";
    public const string Frequencies = "frequencies";
    public const string Granularities = "granularities";
    public const string HvdCategories = "hvd-categories";
    public const string Languages = "languages";
    public const string LegalBases = "legal-bases";
    public const string Licences = "licences";
    public const string MediaTypes = "media-types";
    public const string ObligationTypes = "obligation-types";
    public const string PersonalData = "personal-data";
    public const string Platforms = "platforms";
    public const string ProducerKinds = "producer-kinds";
    public const string Relations = "relations";
    public const string RestrictionReasons = "restriction-reasons";
    public const string Standards = "standards";
    public const string Themes = "themes";
}
