namespace DataCatalog.Tests.Seeding.Reading;

/// <summary>The rows of <see cref="SampleFolder"/>: one thing of each kind, with every column that a test reads back.</summary>
internal static class SampleRows
{
    private const string Long = "Une description française assez longue pour dire de quoi il est question ici.";

    private static readonly Dictionary<string, string> Vocabularies = new(StringComparer.Ordinal)
    {
        ["access-regimes"] = "open on-request",
        ["access-rights"] = "PUBLIC NON_PUBLIC",
        ["acts"] = "publish",
        ["competence-roles"] = "mandatory optional unless-transferred",
        ["conditions"] = "has-website",
        ["contract-clauses"] = "ownership",
        ["coverage"] = "full",
        ["file-types"] = "CSV",
        ["frequencies"] = "ANNUAL DAILY MONTHLY",
        ["granularities"] = "commune",
        ["hvd-categories"] = "c_ac64a52d",
        ["languages"] = "FRA",
        ["legal-bases"] = "crpa-l312-1-1",
        ["licences"] = "lo-2.0 odbl-1.0",
        ["media-types"] = "text-csv",
        ["obligation-types"] = "publication",
        ["personal-data"] = "none",
        ["producer-kinds"] = "commune",
        ["publisher-types"] = "LocalAuthority",
        ["relations"] = "useful-to",
        ["restriction-reasons"] = "crpa-l311-6",
        ["standards"] = "scdl-deliberations",
        ["themes"] = "ENVI TRAN",
    };

    public static Dictionary<string, List<Dictionary<string, string>>> Make()
    {
        var files = new Dictionary<string, List<Dictionary<string, string>>>(StringComparer.Ordinal)
        {
            ["catalog.csv"] = [Catalog()],
            ["agents.csv"] = [Agent()],
            ["datasets.csv"] = [Dataset()],
            ["distributions.csv"] = [Distribution()],
            ["services.csv"] = [Service()],
            ["series.csv"] = [Series()],
            ["models.csv"] = [Model()],
            ["rules.csv"] = [Rule()],
            ["territories/countries.csv"] = [Row("code=FRA;name=France")],
            ["territories/country-subsets.csv"] = [Row("code=metro;name=France métropolitaine;parents=country:FRA")],
            ["territories/regions.csv"] = [Row("code=53;name=Bretagne;parents=country:FRA")],
            ["territories/departements.csv"] = [Row("code=35;name=Ille-et-Vilaine;parents=region:53")],
            ["territories/epci.csv"] = [Row("code=243500139;name=Rennes Métropole;siren=243500139;legal_form=METRO;parents=country:FRA")],
            ["territories/communes.csv"] = [Commune()],
            ["territories/collectivites.csv"] = [Row("code=975;name=Saint-Pierre-et-Miquelon;parents=country:FRA")],
            ["territories/ept.csv"] = [Row("code=200054781;name=Plaine Commune;parents=country:FRA")],
            ["territories/arrondissements-municipaux.csv"] = [Row("code=35999;name=Un arrondissement;parents=commune:35238")],
            ["territories/former-communes.csv"] = [Row("code=35239;name=Ancienne commune;status=deleguee;current=commune:35238")],
            ["vocabularies/competences.csv"] =
            [
                Row("code=eau;notation=01;label_fr=Eau;label_en=Water"),
                DrinkingWater(),
            ],
            ["vocabularies/platforms.csv"] = [Platform()],
            ["vocabularies/synonyms.csv"] = [Row("terms=eau potable|AEP|eau du robinet")],
            ["vocabularies/schemes.csv"] =
            [
                Row("scheme=competences;title_fr=Compétences;title_en=Competences"),
                Row("scheme=platforms;title_fr=Plateformes;title_en=Platforms"),
            ],
        };
        foreach (var (scheme, codes) in Vocabularies)
        {
            files[$"vocabularies/{scheme}.csv"] = [.. codes.Split(' ').Select(Term)];
            files["vocabularies/schemes.csv"].Add(Row($"scheme={scheme};title_fr=Titre;title_en=Title"));
        }

        return files;
    }

    private static Dictionary<string, string> Dataset() => Row(
        "id=water;title_fr=Qualité de l'eau;title_en=Water quality;keywords=eau|qualité;publisher=rennes;creator=rennes;"
        + "themes=ENVI;competences=eau-potable;access_regime=open;request_url=https://example.org/ask;licence=lo-2.0;platform=portal;"
        + "personal_data=none;legal_bases=crpa-l312-1-1;granularity=commune;relation=useful-to;contract_clauses=ownership;"
        + "frequency=ANNUAL;territories=commune:35238|departement:35;coverage=full;temporal_start=2020;temporal_end=2020-12-31;"
        + "issued=2020-01-01;modified=2026-11-24;landing_page=https://example.org/water;conforms_to=scdl-deliberations;"
        + "hvd_categories=c_ac64a52d;series=water-series;languages=FRA;reuse_title=Un exemple;reuse_url=https://example.org/reuse;"
        + "reuse_territory=commune:35238;checked_at=2026-11-23;"
        + "sources=[licence] https://example.org/licence|https://example.org/page;confidence=high",
        ("description_fr", Long),
        ("description_en", Long),
        ("audiences", "private=yes"),
        ("other_identifiers", "data.gouv.fr=qualite-de-leau"));

    private static Dictionary<string, string> Catalog() => Row(
        "title_fr=Données de Rennes;title_en=Data of Rennes;publisher=rennes;licence=lo-2.0;languages=FRA;"
        + "territories=commune:35238;issued=2026-11-01",
        ("description_fr", Long),
        ("description_en", Long));

    private static Dictionary<string, string> Platform() => Row(
        "code=portal;label_fr=Portail;label_en=Portal;hosts=example.org|data.example.org;default_licence=odbl-1.0;"
        + "page=https://example.org/terms;source=https://example.org/terms");

    private static Dictionary<string, string> Agent() => Row(
        "id=rennes;name_fr=Ville de Rennes;name_en=City of Rennes;kind=commune;homepage=https://rennes.example.org;"
        + "contact_name=Service données;contact_email=data@rennes.example.org;"
        + "contact_url=https://rennes.example.org/contact;siren=213502388;checked_at=2026-11-23;"
        + "sources=[siren] https://example.org/siren|https://example.org/page");

    private static Dictionary<string, string> Distribution() => Row(
        "id=water-1;dataset=water;title_fr=Fichier CSV;title_en=CSV file;access_url=https://example.org/water;"
        + "download_url=https://example.org/water.csv;url_template=https://example.org/water/{insee};template_levels=commune;"
        + "template_except=commune:35238;template_limit=20;template_competence=eau-potable;format=CSV;"
        + "media_type=text-csv;licence=odbl-1.0;service=water-api;conforms_to=scdl-deliberations;languages=FRA;"
        + "byte_size=5000000000;issued=2020-01-01;modified=2026-01-01;sources=https://example.org",
        ("description_fr", Long));

    private static Dictionary<string, string> Service() => Row(
        "id=water-api;title_fr=API de l'eau;title_en=Water API;keywords=eau;publisher=rennes;themes=ENVI;"
        + "competences=eau-potable;endpoint_url=https://example.org/api;"
        + "endpoint_description=https://example.org/openapi;landing_page=https://example.org/page;"
        + "documentation=https://example.org/doc;conforms_to=scdl-deliberations;access_regime=open;licence=lo-2.0;"
        + "personal_data=none;legal_bases=crpa-l312-1-1;hvd_categories=c_ac64a52d;serves=water;checked_at=2026-11-23;"
        + "sources=https://example.org;confidence=medium",
        ("description_fr", Long), ("other_identifiers", "data.gouv.fr=api"));

    private static Dictionary<string, string> Series() => Row(
        "id=water-series;title_fr=L'eau par année;title_en=Water by year;publisher=rennes;frequency=ANNUAL;"
        + "territories=commune:35238;temporal_start=2020;temporal_end=2025-12;issued=2020-01-01;modified=2026-01-01;"
        + "checked_at=2026-11-23;sources=https://example.org;confidence=high",
        ("description_fr", Long));

    private static Dictionary<string, string> Model() => Row(
        "id=deliberations;title_fr=Délibérations;title_en=Decisions;competences=eau-potable;"
        + "schema=scdl-deliberations;obligation=publication;legal_bases=crpa-l312-1-1;contract_clauses=ownership;"
        + "checked_at=2026-11-23;sources=https://example.org;confidence=high",
        ("description_fr", Long));

    private static Dictionary<string, string> Rule() => Row(
        "id=minutes;act=publish;title_fr=Publier le procès-verbal.;title_en=Publish the minutes.;models=deliberations;"
        + "schema=scdl-deliberations;applies_to=commune|epci;epci_kinds=CC|CA;min_population=1000;max_population=3499;min_staff=50;"
        + "competence=eau-potable;conditions=has-website;only_in=departement:35|collectivite:975;"
        + "except_in=commune:35238;extends_to=collectivite:975;in_force_from=2022-07-01;in_force_until=2030-12-31;"
        + "deadline_kind=after-event;deadline=P7D;deadline_event_fr=La séance;deadline_event_en=The meeting;"
        + "deadline_note_fr=Une semaine.;deadline_note_en=One week.;destination_fr=Site de la commune;destination_en=Website;"
        + "destination_url=https://example.org;check_url=https://example.org/{insee};shown_by=water;article=CGCT L2121-15;"
        + "other_articles=CGCT L5211-1|CGCT R2121-9;article_url=https://example.org/article;status=text-read;"
        + "checked_at=2026-11-23;sources=https://example.org");

    private static Dictionary<string, string> Commune() => Row(
        "code=35238;name=Rennes;population=230890;siren=213502388;postcodes=35000|35200;"
        + "parents=epci:243500139|departement:35;west=-1.75;south=48.07;east=-1.62;north=48.15;longitude=-1.68;"
        + "latitude=48.11;exact_match=http://id.insee.fr/geo/commune/35238;former_codes=35239");

    private static Dictionary<string, string> DrinkingWater() => Row(
        "code=eau-potable;notation=0101;label_fr=Eau potable;label_en=Drinking water;alt_fr=adduction|AEP;"
        + "definition_fr=Produire et distribuer.;broader=eau;core=1;commune_role=mandatory;epci_role=mandatory;cc_role=optional;"
        + "ept_role=optional;"
        + "commune_min_population=100;commune_note_fr=Depuis toujours.;commune_note_en=Always.;epci_min_population=5000;"
        + "epci_note_fr=Sauf accord.;epci_note_en=Unless agreed."
        + ";legal_ref=CGCT L2224-7;legal_ref_status=text-read;legal_ref_read=2026;banatic_codes=C1502;themes=ENVI;source=lu");

    private static Dictionary<string, string> Term(string code) => Row(
        $"code={code};label_fr=Libellé;label_en=Label",
        ("maps_to", code switch { "open" => "access-rights:PUBLIC", "on-request" => "access-rights:NON_PUBLIC", _ => "" }),
        ("iri", code is "scdl-deliberations" ? "https://example.org/schema" : ""));

    private static Dictionary<string, string> Row(string cells, params (string Column, string Value)[] others) =>
        cells.Split(';')
            .Select(cell => cell.Split('=', 2))
            .Select(pair => (Column: pair[0], Value: pair[1]))
            .Concat(others)
            .ToDictionary(pair => pair.Column, pair => pair.Value, StringComparer.Ordinal);
}
