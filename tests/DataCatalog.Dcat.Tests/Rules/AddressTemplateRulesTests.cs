using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Tests.Rules;

public sealed class AddressTemplateRulesTests
{
    private const string Levels = "template.levels[0]";

    private static readonly AddressTemplate Template = new("https://example.org/{insee}") { Levels = ["commune"] };

    [Theory]
    [InlineData("https://example.org/{insee}")]
    [InlineData("https://example.org/{departement}/{insee}.csv")]
    [InlineData("https://example.org/{region}/{departement}{?insee}")]
    [InlineData("https://example.org/{insee:2}/{insee}")]
    [InlineData("https://example.org{/departement,insee}")]
    public void An_address_is_https_with_known_variables(string address) => Assert.Empty(With(Template with { Address = address }));

    [Theory]
    [InlineData("", "{region}")]
    [InlineData("http://example.org/{insee}", "{region}")]
    [InlineData("https://example.org/", "{region}")]
    [InlineData("https://example.org/{commune}", "{commune} is none of them")]
    [InlineData("https://example.org/{}", "{} is none of them")]
    [InlineData("https://example.org/{insee:0}", "{insee:0} is none of them")]
    [InlineData("https://example.org/{insee:99999999999}", "{insee:99999999999} is none of them")]
    [InlineData("https://example.org/{insee", "it is no URI template (RFC 6570): ")]
    [InlineData("https://example.org/insee}{insee}", "it is no URI template (RFC 6570): ")]
    [InlineData("https://example.org/{insee} {siren}", "{region}")]
    [InlineData("https://{insee", "it is no URI template (RFC 6570): ")]
    public void Any_other_is_refused_with_what_is_wrong_with_it(string address, string words)
    {
        Validation.Single(With(Template with { Address = address }), "template.address", words);
        Validation.Single(Validation.Of(Valid.Rule with { CheckUrl = address }), "checkUrl", words);
    }

    [Fact]
    public void It_has_at_least_one_level() =>
        Validation.Single(With(Template with { Levels = [] }), "template.levels", "at least one value");

    [Theory]
    [InlineData("{insee}", "commune")]
    [InlineData("{insee}", "arrondissement-municipal")]
    [InlineData("{insee}", "former-commune")]
    [InlineData("{siren}", "epci")]
    [InlineData("{siren}", "ept")]
    [InlineData("{siren}", "commune")]
    [InlineData("{departement}", "departement")]
    [InlineData("{departement}", "collectivite")]
    [InlineData("{region}", "region")]
    [InlineData("{region}{departement}", "departement")]
    [InlineData("{departement}{siren}", "commune")]
    public void A_level_has_each_code(string variables, string level) => Assert.Empty(
        With(new AddressTemplate($"https://example.org/{variables}") { Levels = [level] }));

    [Theory]
    [InlineData("{insee}", "epci", "'commune', 'arrondissement-municipal', 'former-commune'")]
    [InlineData("{insee}", "departement", "'commune', 'arrondissement-municipal', 'former-commune'")]
    [InlineData("{siren}", "departement", "'commune', 'epci', 'ept'")]
    [InlineData("{siren}", "former-commune", "'commune', 'epci', 'ept'")]
    [InlineData("{departement}", "commune", "'departement', 'collectivite'")]
    [InlineData("{region}", "departement", "'region'")]
    [InlineData("{departement}{siren}", "epci", "'commune'")]
    public void A_level_without_one_of_the_codes_is_refused_with_those_that_have_them(string variables, string level, string allowed) =>
        Validation.Single(With(new AddressTemplate($"https://example.org/{variables}") { Levels = [level] }), Levels, allowed);

    [Fact]
    public void An_unknown_level_is_refused_with_the_list() =>
        Validation.Single(With(Template with { Levels = ["canton"] }), Levels, "'departement', 'region', 'collectivite'");

    [Fact]
    public void No_level_stands_twice() =>
        Validation.Single(With(Template with { Levels = ["commune", "commune"] }), "template.levels[1]", "no value twice");

    [Theory]
    [InlineData("commune:35238")]
    [InlineData("departement:35")]
    [InlineData("collectivite:988")]
    public void What_is_excepted_is_of_a_level_or_contains_one(string id) => Assert.Empty(With(Template with { Except = [id] }));

    [Fact]
    public void Any_other_exception_is_refused()
    {
        var template = new AddressTemplate("https://example.org/{departement}") { Levels = ["departement"] };
        Validation.Single(With(template with { Except = ["commune:35238"] }), "template.except[0]", "'departement'");
        Validation.Single(With(Template with { Except = ["commune:99999"] }), "template.except[0]", "the typed code of a territory");
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    public void A_limit_is_at_least_one(int limit, bool isValid) =>
        Assert.Equal(isValid, With(Template with { Limit = limit }).Count == 0);

    [Fact]
    public void A_competence_is_known_and_so_are_its_holders()
    {
        Assert.Empty(With(Template with { Competence = "eau-potable" }));
        Validation.Single(With(Template with { Competence = "eau" }), "template.competence", "/vocabularies/competences");
        Validation.Single(
            With(Template with { Levels = ["commune", "arrondissement-municipal"], Competence = "eau-potable" }),
            "template.competence",
            "'commune', 'epci', 'ept'");
    }

    private static List<FluentValidation.Results.ValidationFailure> With(AddressTemplate template) =>
        Validation.Of(Valid.Distribution with { Template = template });
}
