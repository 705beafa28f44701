using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Tests.Rules;

public sealed class LegalRuleRulesTests
{
    private static readonly LanguageMap Event = LanguageMap.Of("La séance du conseil", "The meeting of the council");

    public static TheoryData<string, LegalRule> RulesWithoutFault => new()
    {
        { "the least", Valid.Rule },
        { "a model and a schema", Valid.Rule with { Models = ["deliberations"], Schema = "scdl-deliberations" } },
        { "kinds of EPCI", Scoped(Valid.Rule.Scope with { Kinds = ["epci"], EpciKinds = ["CC", "METRO"] }) },
        { "one population", Scoped(Valid.Rule.Scope with { MinimumPopulation = 3500, MaximumPopulation = 3500 }) },
        { "a condition and a competence", Scoped(Valid.Rule.Scope with { Conditions = ["has-website"], Competences = ["voirie"] }) },
        { "a time after an event", Due(new RuleDeadline("after-event") { Value = "P7D", Event = Event }) },
        { "an event without a time", Due(new RuleDeadline("after-event") { Event = Event }) },
        { "a day of each year", Due(new RuleDeadline("yearly-day") { Value = "--06-30" }) },
        { "each year", Due(new RuleDeadline("yearly")) },
        { "one day in force", Valid.Rule with { InForceFrom = new DateOnly(2026, 1, 1), InForceUntil = new DateOnly(2026, 1, 1) } },
        { "places", Scoped(Valid.Rule.Scope with { OnlyIn = ["departement:35"], ExceptIn = ["commune:35238"] }) },
        { "an extension", Scoped(Valid.Rule.Scope with { OnlyIn = ["collectivite:988"], ExtendsTo = ["collectivite:988"] }) },
        { "the councils of arrondissements", Scoped(Valid.Rule.Scope with { Kinds = ["arrondissement-municipal"] }) },
        { "a dataset that shows it", Valid.Rule with { ShownBy = ["water"] } },
        { "a check address", Valid.Rule with { CheckUrl = "https://adresse.data.gouv.fr/commune/{insee}" } },
    };

    public static TheoryData<string, LegalRule, string> RulesWithOneFault => new()
    {
        { "id", Valid.Rule with { Id = "Minutes" }, "lower-case" },
        { "title.en", Valid.Rule with { Title = LanguageMap.Of("Publier le procès-verbal.") }, "an English text" },
        { "act", Valid.Rule with { Act = "shout" }, "a code of /vocabularies/acts" },
        { "models[0]", Valid.Rule with { Models = ["nothing"] }, "the id of a model" },
        { "models[1]", Valid.Rule with { Models = ["deliberations", "deliberations"] }, "no value twice" },
        { "schema", Valid.Rule with { Schema = "nothing" }, "a code of /vocabularies/standards" },
        { "scope.kinds", Scoped(Valid.Rule.Scope with { Kinds = [] }), "at least one value" },
        { "scope.kinds[0]", Scoped(Valid.Rule.Scope with { Kinds = ["village"] }), "one of 'commune'" },
        { "scope.kinds[1]", Scoped(Valid.Rule.Scope with { Kinds = ["epci", "epci"] }), "no value twice" },
        { "scope.epciKinds[0]", Scoped(Valid.Rule.Scope with { Kinds = ["epci"], EpciKinds = ["SAN"] }), "one of 'CC'" },
        { "scope.epciKinds", Scoped(Valid.Rule.Scope with { EpciKinds = ["CC"] }), "does not apply to an EPCI" },
        { "scope.minimumPopulation", Scoped(Valid.Rule.Scope with { MinimumPopulation = -1 }), "0 or more" },
        {
            "scope.maximumPopulation",
            Scoped(Valid.Rule.Scope with { MinimumPopulation = 3500, MaximumPopulation = 3499 }), "not below the smallest population"
        },
        { "scope.minimumStaff", Scoped(Valid.Rule.Scope with { MinimumStaff = -1 }), "0 or more" },
        { "scope.competences[0]", Scoped(Valid.Rule.Scope with { Competences = ["nothing"] }), "a code of /vocabularies/competences" },
        { "scope.conditions[0]", Scoped(Valid.Rule.Scope with { Conditions = ["nothing"] }), "a code of /vocabularies/conditions" },
        { "scope.onlyIn[0]", Scoped(Valid.Rule.Scope with { OnlyIn = ["commune:99999"] }), "the typed code of a territory" },
        { "scope.onlyIn[1]", Scoped(Valid.Rule.Scope with { OnlyIn = ["commune:35238", "commune:35238"] }), "no value twice" },
        { "scope.exceptIn[0]", Scoped(Valid.Rule.Scope with { ExceptIn = ["commune:99999"] }), "the typed code of a territory" },
        { "scope.exceptIn[1]", Scoped(Valid.Rule.Scope with { ExceptIn = ["commune:35238", "commune:35238"] }), "no value twice" },
        {
            "scope.exceptIn[0]",
            Scoped(Valid.Rule.Scope with { OnlyIn = ["commune:35238"], ExceptIn = ["commune:35238"] }), "no territory in which alone"
        },
        { "scope.extendsTo[0]", Scoped(Valid.Rule.Scope with { ExtendsTo = ["collectivite:999"] }), "the typed code of a territory" },
        { "scope.extendsTo[0]", Scoped(Valid.Rule.Scope with { ExtendsTo = ["departement:35"] }), "an overseas collectivity" },
        {
            "scope.extendsTo[1]",
            Scoped(Valid.Rule.Scope with { ExtendsTo = ["collectivite:988", "collectivite:988"] }), "no value twice"
        },
        { "shownBy[0]", Valid.Rule with { ShownBy = ["nothing"] }, "the id of a dataset" },
        { "shownBy[1]", Valid.Rule with { ShownBy = ["water", "water"] }, "no value twice" },
        {
            "inForceUntil",
            Valid.Rule with { InForceFrom = new DateOnly(2026, 1, 2), InForceUntil = new DateOnly(2026, 1, 1) }, "a day not before"
        },
        { "deadline.kind", Due(new RuleDeadline("soon")), "one of 'after-event'" },
        { "deadline.value", Due(new RuleDeadline("after-event") { Value = "one week", Event = Event }), "an ISO 8601 duration" },
        { "deadline.event", Due(new RuleDeadline("after-event") { Value = "P7D" }), "the event after which" },
        { "deadline.value", Due(new RuleDeadline("yearly-day") { Value = "30 June" }), "a day of the year" },
        { "deadline.value", Due(new RuleDeadline("yearly-day") { Value = "--02-30" }), "a day of the year" },
        { "deadline.value", Due(new RuleDeadline("yearly-day") { Value = "--02-29" }), "a day of the year" },
        { "deadline.value", Due(new RuleDeadline("yearly-day")), "a day of the year" },
        { "deadline.value", Due(new RuleDeadline("permanent") { Value = "P1D" }), "no value" },
        { "destinationUrl", Valid.Rule with { DestinationUrl = "data.gouv.fr" }, "absolute http or https URL" },
        { "checkUrl", Valid.Rule with { CheckUrl = "https://adresse.data.gouv.fr/commune/{code}" }, "{insee}" },
        { "article", Valid.Rule with { Article = "" }, "not empty" },
        { "otherArticles[1]", Valid.Rule with { OtherArticles = ["CGCT L1", "CGCT L1"] }, "no value twice" },
        { "articleUrl", Valid.Rule with { ArticleUrl = "L2121-15" }, "absolute http or https URL" },
        { "status", Valid.Rule with { Status = "sure" }, "one of 'text-read'" },
        { "provenance.sources", Valid.Rule with { Provenance = Valid.Provenance with { Sources = [] } }, "at least one value" },
    };

    [Theory]
    [MemberData(nameof(RulesWithoutFault))]
    public void A_rule_may_have(string what, LegalRule rule)
    {
        Assert.NotEmpty(what);
        Assert.Empty(Validation.Of(rule));
    }

    [Theory]
    [MemberData(nameof(RulesWithOneFault))]
    public void A_rule_is_refused_for_each_fault(string path, LegalRule rule, string words) =>
        Validation.Single(Validation.Of(rule), path, words);

    private static LegalRule Scoped(RuleScope scope) => Valid.Rule with { Scope = scope };

    private static LegalRule Due(RuleDeadline deadline) => Valid.Rule with { Deadline = deadline };
}
