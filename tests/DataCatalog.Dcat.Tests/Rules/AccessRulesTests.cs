using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Tests.Rules;

public sealed class AccessRulesTests
{
    [Fact]
    public void A_restricted_regime_may_say_why() =>
        Assert.Empty(Validation.Of(With(new AccessConditions("on-request") { RestrictionReasons = ["crpa-l311-6"] })));

    [Fact]
    public void An_open_regime_has_no_reasons() =>
        Validation.Single(
            Validation.Of(With(new AccessConditions("open") { RestrictionReasons = ["crpa-l311-6"] })),
            "access.restrictionReasons",
            "'open' is open");

    [Fact]
    public void A_reason_is_a_known_one() =>
        Validation.Single(
            Validation.Of(With(new AccessConditions("on-request") { RestrictionReasons = ["secret"] })),
            "access.restrictionReasons[0]",
            "/vocabularies/restriction-reasons");

    [Theory]
    [InlineData("local_authority_and_administration", "yes")]
    [InlineData("company_and_association", "no")]
    [InlineData("private", "under_condition")]
    public void The_audience_speaks_as_data_gouv_fr_does(string role, string condition) =>
        Assert.Empty(Validation.Of(With(new AccessConditions("on-request") { Audiences = [new Audience(role, condition)] })));

    [Theory]
    [InlineData("everybody", "yes", "access.audiences[0].role")]
    [InlineData("private", "maybe", "access.audiences[0].condition")]
    public void Other_words_are_refused(string role, string condition, string path) =>
        Validation.Single(
            Validation.Of(With(new AccessConditions("on-request") { Audiences = [new Audience(role, condition)] })), path, "one of '");

    [Fact]
    public void No_role_is_named_twice() =>
        Validation.Single(
            Validation.Of(With(new AccessConditions("on-request") { Audiences = [new("private", "yes"), new("private", "no")] })),
            "access.audiences[1]",
            "twice");

    [Fact]
    public void A_high_value_dataset_is_public()
    {
        var dataset = Valid.Dataset with { HvdCategories = ["c_ac64a52d"] };
        Assert.Empty(Validation.Of(dataset));
        Validation.Single(
            Validation.Of(dataset with { Access = new AccessConditions("on-request") }), "hvdCategories", "'on-request' is not public");
    }

    [Fact]
    public void So_is_a_high_value_service() =>
        Validation.Single(
            Validation.Of(Valid.Service with { HvdCategories = ["c_ac64a52d"], Access = new AccessConditions("on-request") }),
            "hvdCategories",
            "not public");

    private static Dataset With(AccessConditions access) => Valid.Dataset with { Access = access };
}
