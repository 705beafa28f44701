using DataCatalog.Seeding.Reading;

namespace DataCatalog.Tests.Seeding.Reading;

/// <summary>
/// What the Table Schemas refuse, the rules on records refuse too: a record that comes by another door than a CSV obeys the same. The
/// rules are run behind schemas that know only the names of the columns.
/// </summary>
public sealed class OneSetOfRulesTests : IDisposable
{
    private readonly SampleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_without_faults_pass_without_the_schemas() => Assert.Empty(_folder.ReadWith(Bare).Errors);

    public static TheoryData<string, string, string> FaultsOfDatasets => new()
    {
        { "datasets.csv", "id", "Water" },
        { "datasets.csv", "id", new string('a', 101) },
        { "datasets.csv", "title_fr", "" },
        { "datasets.csv", "title_fr", "ab" },
        { "datasets.csv", "title_fr", new string('a', 301) },
        { "datasets.csv", "title_fr", "Deux\nlignes" },
        { "datasets.csv", "title_en", "ab" },
        { "datasets.csv", "description_fr", new string('a', 49) },
        { "datasets.csv", "description_fr", new string('a', 5001) },
        { "datasets.csv", "keywords", "a" },
        { "datasets.csv", "keywords", "l'eau" },
        { "datasets.csv", "keywords", new string('a', 101) },
        { "datasets.csv", "publisher", "" },
        { "datasets.csv", "themes", "" },
        { "datasets.csv", "competences", "" },
        { "datasets.csv", "access_regime", "" },
        { "datasets.csv", "relation", "" },
        { "datasets.csv", "territories", "commune:1001" },
        { "datasets.csv", "territories", "ville:35238" },
        { "datasets.csv", "reuse_territory", "epci:1" },
        { "datasets.csv", "issued", "1066" },
        { "datasets.csv", "modified", "2026-13" },
        { "datasets.csv", "checked_at", "1066-10-14" },
        { "datasets.csv", "checked_at", "" },
        { "datasets.csv", "temporal_start", "20" },
        { "datasets.csv", "landing_page", "ftp://example.org/x" },
        { "datasets.csv", "landing_page", "https://a.example.fr/x?a[b]=1" },
        { "datasets.csv", "request_url", "https://a.example.fr/%zz" },
        { "datasets.csv", "reuse_url", "https://a.example.fr/100%" },
        { "datasets.csv", "audiences", "private=maybe" },
        { "datasets.csv", "other_identifiers", "data.gouv.fr=a b" },
        { "datasets.csv", "other_identifiers", "DATA.gouv.fr=a" },
        { "datasets.csv", "reuse_title", "ab" },
        { "datasets.csv", "confidence", "low" },
        { "datasets.csv", "sources", "ab" },
        { "datasets.csv", "sources", "" },
        { "distributions.csv", "id", "water-0" },
        { "distributions.csv", "id", "water-csv" },
        { "distributions.csv", "access_url", "" },
        { "distributions.csv", "access_url", "https://a.example.fr/#/a#b" },
        { "distributions.csv", "byte_size", "0" },
        { "distributions.csv", "description_fr", "ab" },
        { "distributions.csv", "url_template", "http://example.org/{insee}" },
        { "distributions.csv", "template_levels", "canton" },
        { "distributions.csv", "template_except", "canton:3501" },
        { "distributions.csv", "template_limit", "0" },
        { "distributions.csv", "template_competence", "eau potable" },
    };

    public static TheoryData<string, string, string> FaultsOfOthers => new()
    {
        { "catalog.csv", "title_fr", "" },
        { "catalog.csv", "title_en", "ab" },
        { "catalog.csv", "description_fr", "court" },
        { "catalog.csv", "publisher", "" },
        { "catalog.csv", "licence", "" },
        { "catalog.csv", "territories", "commune:1001" },
        { "catalog.csv", "issued", "" },
        { "catalog.csv", "issued", "1066" },
        { "services.csv", "endpoint_url", "" },
        { "services.csv", "endpoint_url", "ftp://example.org" },
        { "services.csv", "description_fr", "court" },
        { "series.csv", "description_fr", "court" },
        { "models.csv", "competences", "" },
        { "models.csv", "obligation", "" },
        { "agents.csv", "name_fr", "a" },
        { "agents.csv", "siren", "21350238" },
        { "agents.csv", "contact_name", "a" },
        { "agents.csv", "contact_email", "data" },
        { "agents.csv", "checked_at", "1066-10-14" },
        { "agents.csv", "sources", "" },
        { "vocabularies/schemes.csv", "title_en", "" },
        { "vocabularies/schemes.csv", "title_fr", "ab" },
        { "vocabularies/schemes.csv", "description_fr", "court" },
        { "vocabularies/themes.csv", "label_en", "" },
        { "vocabularies/themes.csv", "label_fr", "" },
        { "vocabularies/themes.csv", "label_fr", "Deux\nlignes" },
        { "vocabularies/themes.csv", "definition_fr", "ab" },
        { "vocabularies/themes.csv", "iri", "themes" },
        { "vocabularies/themes.csv", "exact_match", "https://example.org/[x]" },
        { "vocabularies/themes.csv", "page", "ftp://example.org" },
        { "vocabularies/themes.csv", "maps_to", "PUBLIC" },
        { "vocabularies/competences.csv", "notation", "1" },
        { "vocabularies/competences.csv", "notation", "" },
        { "vocabularies/competences.csv", "banatic_codes", "1502" },
        { "vocabularies/competences.csv", "commune_role", "police power" },
        { "vocabularies/competences.csv", "mgp_role", "Mandatory" },
        { "vocabularies/competences.csv", "legal_ref_status", "sure" },
        { "territories/epci.csv", "legal_form", "SIVU" },
        { "territories/communes.csv", "code", "3523" },
        { "territories/communes.csv", "name", "" },
        { "territories/communes.csv", "population", "-1" },
        { "territories/communes.csv", "postcodes", "3500" },
        { "territories/communes.csv", "parents", "former-commune:35239" },
        { "territories/communes.csv", "former_codes", "3523" },
        { "territories/communes.csv", "siren", "21350238" },
        { "territories/communes.csv", "west", "-181" },
        { "territories/communes.csv", "latitude", "91" },
        { "territories/former-communes.csv", "status", "" },
        { "territories/former-communes.csv", "status", "fusionnee" },
        { "territories/former-communes.csv", "current", "departement:35" },
        { "territories/former-communes.csv", "current", "" },
    };

    [Theory]
    [MemberData(nameof(FaultsOfDatasets))]
    [MemberData(nameof(FaultsOfOthers))]
    public void A_fault_is_refused_by_the_schema_and_by_the_rules(string file, string column, string value)
    {
        var field = TableSchema.Load(SampleFolder.SchemaOf(file)).Fields
            .Single(field => string.Equals(field.Name, column, StringComparison.Ordinal));
        Assert.True(value.Length == 0
            ? field.Required
            : field.Items(value).Any(item => field.ExpectedValue(item) is not null || field.ExpectedForm(item) is not null));
        Assert.Contains(
            _folder.Set(file, 0, column, value).ReadWith(Bare).Errors,
            error => string.Equals(error.File, file, StringComparison.Ordinal)
                && string.Equals(error.Column, column, StringComparison.Ordinal));
    }

    [Fact]
    public void What_no_two_rows_may_share_is_a_rule_too()
    {
        var errors = _folder.Add("datasets.csv").Add("agents.csv").Add("vocabularies/themes.csv")
            .Add("territories/regions.csv").Add("models.csv").Add("services.csv").ReadWith(Bare).Errors;
        Assert.Equal(
            "agents.csv:3:id datasets.csv:3:id models.csv:3:id services.csv:3:id "
            + "territories/regions.csv:3:code vocabularies/themes.csv:4:code",
            string.Join(' ', errors.Select(error => $"{error.File}:{error.Line}:{error.Column}")));
    }

    /// <summary>A schema that knows columns and lists, and nothing of what they hold.</summary>
    private static TableSchema Bare(string name) =>
        new([.. TableSchema.Load(name).Fields.Select(field => new TableField(field.Name, "string") { Separator = field.Separator })], []);
}
