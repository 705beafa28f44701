namespace DataCatalog.Tests.Seeding.Reading;

public sealed class SeedErrorTests : IDisposable
{
    private readonly SampleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("datasets.csv", "licence", "lo2.0", "a code of /vocabularies/licences; the nearest: 'lo-2.0', 'odbl-1.0'")]
    [InlineData("datasets.csv", "publisher", "nobody", "the id of an agent (/agents)")]
    [InlineData("datasets.csv", "publisher", "renes", "the id of an agent (/agents); the nearest: 'rennes'")]
    [InlineData("catalog.csv", "publisher", "rennes-metropole", "the id of an agent (/agents); the nearest: 'rennes'")]
    [InlineData("catalog.csv", "licence", "lo2.0", "a code of /vocabularies/licences; the nearest: 'lo-2.0', 'odbl-1.0'")]
    [InlineData("catalog.csv", "languages", "FRE", "a code of /vocabularies/languages; the nearest: 'FRA'")]
    [InlineData("catalog.csv", "territories", "commune:35238|country:FRE",
        "the typed code of a territory, such as commune:35238 (/territories)", "country:FRE")]
    [InlineData("catalog.csv", "title_fr", "", "a value")]
    [InlineData("catalog.csv", "publisher", "", "a value")]
    [InlineData("catalog.csv", "issued", "2026-11-25", "a date not after today, 2026-11-24")]
    [InlineData("datasets.csv", "series", "nothing", "the id of a series (/series)")]
    [InlineData("datasets.csv", "access_regime", "opne", "a code of /vocabularies/access-regimes; the nearest: 'open', 'on-request'")]
    [InlineData("datasets.csv", "landing_page", "https://example.org/a b",
        "an absolute http or https URL without user name; U+0020 at character 22 must be percent-encoded (RFC 3987)")]
    [InlineData("datasets.csv", "landing_page", "https://me:secret@example.org", "an absolute http or https URL without user name")]
    [InlineData("datasets.csv", "title_fr", "Eau\u0007 potable", "only characters that XML 1.0 can hold")]
    [InlineData("datasets.csv", "title_fr", "", "a value")]
    [InlineData("datasets.csv", "title_fr", " Eau potable", "no blanks at the beginning or end")]
    [InlineData("datasets.csv", "title_fr", "Acc\uFFFDs", "text without U+FFFD REPLACEMENT CHARACTER, which is at character 4")]
    [InlineData("datasets.csv", "title_fr", "L\u0092eau",
        "text without U+0092 (a control character; in windows-1252 it is '’'), which is at character 2")]
    [InlineData("datasets.csv", "title_fr", "Eau\u200Bpotable", "text without U+200B ZERO WIDTH SPACE, which is at character 4")]
    [InlineData("datasets.csv", "title_fr", "Eau\u202Epotable", "text without U+202E RIGHT-TO-LEFT OVERRIDE, which is at character 4")]
    [InlineData("datasets.csv", "title_fr", "Eau\npotable", "one line, which ends at character 4")]
    [InlineData("datasets.csv", "title_fr", "null", "a value, or nothing where there is none: 'null' is what a program writes for nothing")]
    [InlineData("datasets.csv", "title_fr", "#N/A", "a value, and '#N/A' is what a spreadsheet shows where it has none")]
    [InlineData("datasets.csv", "title_fr", "#REF!", "a value, and '#REF!' is what a spreadsheet shows where it has none")]
    [InlineData("datasets.csv", "title_fr", "=HYPERLINK(\"x\")", "a value, and '=HYPERLINK(\"x\")' is a formula of a spreadsheet")]
    [InlineData("datasets.csv", "title_fr", "AccÃ¨s à l'eau",
        "text that was encoded once, and there is 'Ã¨' at character 4, which was 'è'")]
    [InlineData("datasets.csv", "licence", "#N/A", "a value, and '#N/A' is what a spreadsheet shows where it has none")]
    [InlineData("datasets.csv", "frequency", "NaN", "a value, or nothing where there is none: 'NaN' is what a program writes for nothing")]
    [InlineData("datasets.csv", "landing_page", "https://a.example.fr/x?a[b]=1",
        "an absolute http or https URL without user name; '[' at character 25 must be percent-encoded (RFC 3987)")]
    [InlineData("datasets.csv", "landing_page", "https://a.example.fr/%zz",
        "an absolute http or https URL without user name; '%' at character 22 is not followed by two hexadecimal digits (RFC 3987)")]
    [InlineData("distributions.csv", "access_url", "https://a.example.fr/100%",
        "an absolute http or https URL without user name; '%' at character 25 is not followed by two hexadecimal digits (RFC 3987)")]
    [InlineData("distributions.csv", "access_url", "https://a.example.fr/#/a#b",
        "an absolute http or https URL without user name; '#' at character 25 must be percent-encoded (RFC 3987)")]
    [InlineData("agents.csv", "siren", "000000000", "a SIREN of nine digits, not all of them zero, with a valid key")]
    [InlineData("vocabularies/competences.csv", "commune_role", "mandatroy",
        "a code of /vocabularies/competence-roles; the nearest: 'mandatory', 'optional', 'unless-transferred'")]
    [InlineData("vocabularies/competences.csv", "epci_role", "optionnel",
        "a code of /vocabularies/competence-roles; the nearest: 'optional', 'mandatory', 'unless-transferred'")]
    [InlineData("vocabularies/competences.csv", "epci_role", "unless-transferred",
        "another role: only communes hold a competence unless they transferred it")]
    [InlineData("vocabularies/competences.csv", "mgp_role", "mandatroy",
        "a code of /vocabularies/competence-roles; the nearest: 'mandatory', 'optional', 'unless-transferred'")]
    [InlineData("vocabularies/competences.csv", "commune_min_population", "3500",
        "nothing, for the row has no role that it would be about")]
    [InlineData("vocabularies/competences.csv", "epci_min_population", "3500",
        "nothing, for the row has no role that it would be about")]
    [InlineData("vocabularies/competences.csv", "commune_note_fr", "Toujours.", "nothing, for the row has no role that it would be about")]
    [InlineData("vocabularies/competences.csv", "legal_ref_status", "V2026", "one of 'text-read', 'older-text', 'secondary', 'unverified'")]
    [InlineData("vocabularies/competences.csv", "legal_ref_read", "2026", "no year, for no text was read")]
    [InlineData("territories/epci.csv", "legal_form", "SIVU", "one of 'CC', 'CA', 'CU', 'METRO', 'MGP', 'METLYON'")]
    [InlineData("datasets.csv", "keywords", "eau, assainissement",
        "a keyword of letters, digits, spaces, '-', '_' and '.', which has no ','")]
    [InlineData("datasets.csv", "modified", "2026-11-25", "a date not after today, 2026-11-24")]
    [InlineData("datasets.csv", "modified", "2019-12-31", "a date not before issued (2020-01-01)")]
    [InlineData("datasets.csv", "modified", "25/11/2026", "a date as YYYY, YYYY-MM or YYYY-MM-DD")]
    [InlineData("datasets.csv", "issued", "1066-10-14", "a date not before 1700-01-01")]
    [InlineData("datasets.csv", "temporal_start", "2027", "a date not after today, 2026-11-24")]
    [InlineData("datasets.csv", "temporal_start", "2020-02-30", "a date as YYYY, YYYY-MM or YYYY-MM-DD")]
    [InlineData("datasets.csv", "temporal_end", "2019", "a date not before the start (2020)")]
    [InlineData("datasets.csv", "checked_at", "2026-11-25", "a date not after today, 2026-11-24")]
    [InlineData("datasets.csv", "confidence", "low", "one of 'high', 'medium'")]
    [InlineData("datasets.csv", "territories", "commune:35999",
        "the typed code of a territory, such as commune:35238 (/territories); "
        + "the nearest: arrondissement-municipal:35999 (Un arrondissement)")]
    [InlineData("datasets.csv", "audiences", "private", "a name, '=' and a value")]
    [InlineData("datasets.csv", "audiences", "private=maybe", "one of 'yes', 'no', 'under_condition'", "maybe")]
    [InlineData("datasets.csv", "other_identifiers", "slug", "a name, '=' and a value")]
    [InlineData("datasets.csv", "hvd_categories", "c_ac64a52e", "a code of /vocabularies/hvd-categories; the nearest: 'c_ac64a52d'")]
    [InlineData("datasets.csv", "reuse_url", "nowhere",
        "an absolute http or https URL without user name; it begins with no scheme, such as https: (RFC 3987)")]
    [InlineData("datasets.csv", "restriction_reasons", "crpa-l311-6", "no reason, for the access regime 'open' is open")]
    [InlineData("distributions.csv", "access_url", "nowhere",
        "an absolute http or https URL without user name; it begins with no scheme, such as https: (RFC 3987)")]
    [InlineData("distributions.csv", "byte_size", "12 kB", "a whole number")]
    [InlineData("distributions.csv", "url_template", "https://example.org/water",
        "an https address with one or more of {insee}, {siren}, {departement}, {region}")]
    [InlineData("distributions.csv", "url_template", "https://example.org/{commune}",
        "an https address with one or more of {insee}, {siren}, {departement}, {region}; {commune} is none of them")]
    [InlineData("distributions.csv", "url_template", "https://example.org/{insee",
        "an https address with one or more of {insee}, {siren}, {departement}, {region}; it is no URI template (RFC 6570): "
        + "Unterminated token")]
    [InlineData("distributions.csv", "url_template", "",
        "an https address with one or more of {insee}, {siren}, {departement}, {region}")]
    [InlineData("distributions.csv", "template_levels", "", "at least one value")]
    [InlineData("distributions.csv", "template_except", "departement:99",
        "the typed code of a territory, such as commune:35238 (/territories)")]
    [InlineData("territories/former-communes.csv", "status", "fusionnee", "one of 'deleguee', 'associee', 'ancien-code'")]
    [InlineData("distributions.csv", "service", "nothing", "the id of a service (/services)")]
    [InlineData("distributions.csv", "dataset", "wine", "the id of a dataset in datasets.csv")]
    [InlineData("services.csv", "serves", "wine", "the id of a dataset (/datasets)")]
    [InlineData("services.csv", "endpoint_url", "nowhere",
        "an absolute http or https URL without user name; it begins with no scheme, such as https: (RFC 3987)")]
    [InlineData("series.csv", "frequency", "YEARLY", "a code of /vocabularies/frequencies; the nearest: 'DAILY', 'MONTHLY', 'ANNUAL'")]
    [InlineData("models.csv", "obligation", "nothing", "a code of /vocabularies/obligation-types; the nearest: 'publication'")]
    [InlineData("models.csv", "schema", "nothing", "a code of /vocabularies/standards; the nearest: 'scdl-deliberations'")]
    [InlineData("agents.csv", "siren", "213502389", "a SIREN of nine digits, not all of them zero, with a valid key")]
    [InlineData("agents.csv", "contact_email", "data", "an e-mail address such as name@example.org")]
    [InlineData("vocabularies/licences.csv", "code", "lo/2.0",
        "a code of at most 100 letters, digits, '-', '_' and '.', beginning and ending with a letter or digit")]
    [InlineData("vocabularies/platforms.csv", "hosts", "", "a value")]
    [InlineData("vocabularies/platforms.csv", "hosts", "https://example.org", "a host such as hubeau.eaufrance.fr")]
    [InlineData("vocabularies/platforms.csv", "default_licence", "lo",
        "a code of /vocabularies/licences; the nearest: 'lo-2.0', 'odbl-1.0'")]
    [InlineData("datasets.csv", "platform", "portail", "a code of /vocabularies/platforms; the nearest: 'portal'")]
    [InlineData("vocabularies/frequencies.csv", "broader", "NEVER", "another code of /vocabularies/frequencies")]
    [InlineData("vocabularies/access-regimes.csv", "maps_to", "access-rights:SECRET",
        "a term as scheme:code, such as access-rights:PUBLIC")]
    [InlineData("territories/departements.csv", "parents", "region:99",
        "the typed code of a territory of a larger kind than departement (/territories)")]
    [InlineData("territories/communes.csv", "west", "-181", "-180 or more")]
    [InlineData("territories/communes.csv", "east", "-1.80", "an eastern edge that is not west of the western one", "-1.80")]
    [InlineData("territories/communes.csv", "latitude", "", "a number, since the row has another one of longitude, latitude")]
    public void A_bad_cell_is_reported_with_its_place_its_value_and_what_was_expected(
        string file, string column, string value, string expected, string? reported = null)
    {
        var errors = _folder.Set(file, 0, column, value).Read().Errors
            .Where(error => string.Equals(error.File, file, StringComparison.Ordinal)
                && string.Equals(error.Column, column, StringComparison.Ordinal));
        var error = Assert.Single(errors);
        Assert.Equal(2, error.Line);
        Assert.Equal(reported ?? value, error.Value);
        Assert.Equal(expected, error.Expected);
    }

    [Theory]
    [InlineData("agents.csv", "homepage")]
    [InlineData("datasets.csv", "landing_page")]
    [InlineData("datasets.csv", "request_url")]
    [InlineData("distributions.csv", "access_url")]
    [InlineData("services.csv", "endpoint_url")]
    [InlineData("rules.csv", "article_url")]
    public void A_page_that_has_no_https_is_a_page(string file, string column) =>
        Assert.Empty(_folder.Set(file, 0, column, "http://example.org/page-of-a-village").Errors());

    [Fact]
    public void An_error_reads_as_one_line() =>
        Assert.Equal(
            "datasets.csv:2: column licence: 'xyz' - expected a code of /vocabularies/licences; the nearest: 'lo-2.0', 'odbl-1.0'",
            Assert.Single(_folder.Set("datasets.csv", 0, "licence", "xyz").Errors()));

    [Fact]
    public void An_item_of_a_list_is_reported_alone()
    {
        var error = Assert.Single(_folder.Set("datasets.csv", 0, "keywords", "eau|a,b|réseau").Read().Errors);
        Assert.Equal(("keywords", "a,b"), (error.Column, error.Value));
    }

    [Fact]
    public void An_empty_item_of_a_list_is_an_error() =>
        Assert.Contains(
            "no empty item",
            Assert.Single(_folder.Set("datasets.csv", 0, "keywords", "eau||réseau").Errors()),
            StringComparison.Ordinal);

    [Fact]
    public void A_distribution_is_reported_in_its_own_file_and_line()
    {
        _folder.Add("distributions.csv", ("id", "water-2"), ("download_url", "https://example.org/2"), ("format", "PDF"));
        Assert.Equal(
            "distributions.csv:3: column format: 'PDF' - expected a code of /vocabularies/file-types; the nearest: 'CSV'",
            Assert.Single(_folder.Errors()));
    }

    [Fact]
    public void Two_distributions_with_one_address_are_an_error() =>
        Assert.StartsWith(
            "distributions.csv:3: column download_url: 'https://example.org/water.csv' - expected an address that no other",
            Assert.Single(_folder.Add("distributions.csv", ("id", "water-2")).Errors()),
            StringComparison.Ordinal);

    [Fact]
    public void The_id_of_a_distribution_begins_with_its_dataset() =>
        Assert.Equal(
            "distributions.csv:2: column id: 'wine-1' - expected an id that begins with 'water-'",
            Assert.Single(_folder.Set("distributions.csv", 0, "id", "wine-1").Errors()));

    [Fact]
    public void A_duplicate_id_names_both_lines() =>
        Assert.Equal(
            "agents.csv:3: column id: 'rennes' - expected a value that no other row has, and line 2 has it",
            Assert.Single(_folder.Add("agents.csv").Errors()));

    [Fact]
    public void A_duplicate_code_is_an_error_in_its_vocabulary() =>
        Assert.Equal(
            "vocabularies/themes.csv:4: column code: 'ENVI' - expected a value that no other row has, and line 2 has it",
            Assert.Single(_folder.Add("vocabularies/themes.csv").Errors()));

    [Fact]
    public void A_circle_of_broader_terms_is_an_error()
    {
        _folder.Set("vocabularies/frequencies.csv", 0, "broader", "DAILY").Set("vocabularies/frequencies.csv", 1, "broader", "MONTHLY")
            .Set("vocabularies/frequencies.csv", 2, "broader", "DAILY");
        Assert.Equal(
            "vocabularies/frequencies.csv:3: column broader: 'MONTHLY' - expected no circle of broader terms, "
            + "and there is DAILY -> MONTHLY -> DAILY",
            Assert.Single(_folder.Errors()));
    }

    [Fact]
    public void All_errors_of_a_folder_are_told_at_once_in_order()
    {
        var errors = _folder.Set("datasets.csv", 0, "licence", "x").Set("datasets.csv", 0, "frequency", "y")
            .Set("agents.csv", 0, "kind", "z")
            .Set("territories/regions.csv", 0, "parents", "country:XXX").Add("datasets.csv", ("title_fr", "")).Read().Errors;
        Assert.Equal(
            "agents.csv:2:kind datasets.csv:2:frequency datasets.csv:2:licence datasets.csv:3:id datasets.csv:3:title_fr "
            + "territories/regions.csv:2:parents",
            string.Join(' ', errors.Select(error => $"{error.File}:{error.Line}:{error.Column}")));
    }

    [Theory]
    [InlineData("commune_role", "mandatroy")]
    [InlineData("ept_role", "mandatroy")]
    [InlineData("commune_min_population", "0")]
    [InlineData("epci_min_population", "-1")]
    [InlineData("epci_note_en", "")]
    [InlineData("commune_note_fr", "")]
    [InlineData("legal_ref_read", "")]
    [InlineData("legal_ref_status", "")]
    [InlineData("legal_ref_status", "V2026")]
    public void A_bad_cell_of_a_competence_is_reported_once_in_its_column(string column, string value)
    {
        var error = Assert.Single(_folder.Set("vocabularies/competences.csv", 1, column, value).Read().Errors);

        Assert.Equal(("vocabularies/competences.csv", 3, column), (error.File, error.Line, error.Column));
    }

    [Fact]
    public void A_threshold_needs_a_role_that_is_mandatory() =>
        Assert.Equal(
            "vocabularies/competences.csv:3: column commune_min_population: '100'"
            + " - expected no threshold, for the role is not 'mandatory'",
            Assert.Single(_folder.Set("vocabularies/competences.csv", 1, "commune_role", "optional").Errors()));

    [Fact]
    public void Only_an_EPCI_has_a_legal_form() =>
        Assert.Contains(
            "territories/communes.csv:1: column legal_form: 'legal_form' - expected one of the columns code, name,",
            string.Join('\n', _folder
                .Edit("territories/communes.csv", text => text.Replace("former_codes", "legal_form", StringComparison.Ordinal))
                .Errors().Where(error => error.Contains("legal_form", StringComparison.Ordinal))),
            StringComparison.Ordinal);
}
