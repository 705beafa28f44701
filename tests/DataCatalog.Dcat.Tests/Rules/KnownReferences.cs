using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Tests.Rules;

/// <summary>A small catalogue for records to point to: one thing of each kind, two access regimes and a few codes.</summary>
internal sealed class KnownReferences : IReferences
{
    private static readonly Dictionary<string, string[]> Codes = new(StringComparer.Ordinal)
    {
        [Schemes.AccessRegimes] = ["open", "on-request"],
        [Schemes.AccessRights] = ["PUBLIC", "NON_PUBLIC"],
        [Schemes.Acts] = ["publish"],
        [Schemes.CompetenceRoles] = ["mandatory", "none", "optional", "unless-transferred"],
        [Schemes.Competences] = ["eau-potable", "voirie"],
        [Schemes.Conditions] = ["has-website"],
        [Schemes.ContractClauses] = ["ownership"],
        [Schemes.Coverage] = ["full"],
        [Schemes.FileTypes] = ["CSV", "GZIP", "ZIP"],
        [Schemes.Frequencies] = ["ANNUAL", "ANNUAL_2", "DAILY", "MONTHLY"],
        [Schemes.Granularities] = ["commune"],
        [Schemes.HvdCategories] = ["c_ac64a52d"],
        [Schemes.Languages] = ["FRA"],
        [Schemes.LegalBases] = ["crpa-l312-1-1"],
        [Schemes.Licences] = ["lo-2.0", "odbl-1.0"],
        [Schemes.MediaTypes] = ["application-gzip", "application-zip", "text-csv"],
        [Schemes.ObligationTypes] = ["publication"],
        [Schemes.PersonalData] = ["none"],
        [Schemes.Platforms] = ["portal"],
        [Schemes.ProducerKinds] = ["commune"],
        [Schemes.Relations] = ["useful-to"],
        [Schemes.RestrictionReasons] = ["crpa-l311-6"],
        [Schemes.Standards] = ["scdl-deliberations"],
        [Schemes.Themes] = ["ENVI", "TRAN"],
    };

    public Agent? FindAgent(string id) => id is "rennes" ? Valid.Agent : null;

    public ConceptScheme? FindScheme(string scheme) => Codes.ContainsKey(scheme) ? Valid.Scheme with { Id = scheme } : null;

    public Concept? FindConcept(string scheme, string code) =>
        CodesOf(scheme).Contains(code, StringComparer.Ordinal) ? Concept(scheme, code) : null;

    public IEnumerable<string> CodesOf(string scheme) => Codes.GetValueOrDefault(scheme, []);

    public Territory? FindTerritory(string id) => id switch
    {
        "collectivite:988" => Valid.Territory with { Kind = "collectivite", Code = "988" },
        "departement:35" => Valid.Territory with { Kind = "departement", Code = "35" },
        "commune:35238" => Valid.Territory with { Parents = ["departement:35"] },
        _ => null,
    };

    public DataService? FindService(string id) => id is "water-api" ? Valid.Service : null;

    public DatasetSeries? FindSeries(string id) => id is "water-series" ? Valid.Series : null;

    public bool HasDataset(string id) => id is "water";

    public Model? FindModel(string id) => id is "deliberations" ? Valid.Model : null;

    private static Concept Concept(string scheme, string code) => Valid.Concept with
    {
        Scheme = scheme,
        Code = code,
        MapsTo = code switch { "open" => "access-rights:PUBLIC", "on-request" => "access-rights:NON_PUBLIC", _ => null },
        Platform = scheme is Schemes.Platforms ? new Platform(["example.org"], "lo-2.0") : null,
    };
}
