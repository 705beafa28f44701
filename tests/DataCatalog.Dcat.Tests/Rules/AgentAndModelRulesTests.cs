using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Tests.Rules;

public sealed class AgentAndModelRulesTests
{
    [Theory]
    [InlineData("213502388", true)]
    [InlineData("243500139", true)]
    [InlineData("356000000", true)]
    [InlineData("213502389", false)]
    [InlineData("000000000", false)]
    [InlineData("21350238", false)]
    [InlineData("2135023880", false)]
    [InlineData("21350238A", false)]
    [InlineData("٢١٣٥٠٢٣٨٨", false)]
    public void A_siren_has_nine_digits_and_a_valid_key(string siren, bool valid)
    {
        Assert.Equal(valid, Validation.Of(Valid.Agent with { Siren = siren }).Count == 0);
        Assert.Equal(valid, Validation.Of(Valid.Territory with { Siren = siren }).Count == 0);
    }

    public static TheoryData<string, Agent> AgentsWithOneFault => new()
    {
        { "id", Valid.Agent with { Id = "Rennes" } },
        { "name.fr", Valid.Agent with { Name = LanguageMap.Of("", "Rennes") } },
        { "kind", Valid.Agent with { Kind = "village" } },
        { "homepage", Valid.Agent with { Homepage = "rennes.fr" } },
        { "contact.name", Valid.Agent with { Contact = new Contact("", "a@rennes.fr", null) } },
        { "contact.url", Valid.Agent with { Contact = new Contact("Données", null, "rennes.fr") } },
        { "sources", Valid.Agent with { Sources = [] } },
    };

    [Theory]
    [MemberData(nameof(AgentsWithOneFault))]
    public void A_fault_in_an_agent_is_reported_where_it_is(string path, Agent agent) =>
        Assert.Equal(path, Assert.Single(Validation.Of(agent)).PropertyName);

    public static TheoryData<string, Model> ModelsWithOneFault => new()
    {
        { "competences", Valid.Model with { Competences = [] } },
        { "competences[0]", Valid.Model with { Competences = ["nothing"] } },
        { "schema", Valid.Model with { Schema = "nothing" } },
        { "obligation.type", Valid.Model with { Obligation = new Obligation("nothing") } },
        { "obligation.legalBases[0]", Valid.Model with { Obligation = new Obligation("publication") { LegalBases = ["nothing"] } } },
        {
            "obligation.contractClauses[0]",
            Valid.Model with { Obligation = new Obligation("publication") { ContractClauses = ["nothing"] } }
        },
    };

    [Theory]
    [MemberData(nameof(ModelsWithOneFault))]
    public void A_fault_in_a_model_is_reported_where_it_is(string path, Model model) =>
        Assert.Equal(path, Assert.Single(Validation.Of(model)).PropertyName);

    [Fact]
    public void A_series_points_only_to_what_exists()
    {
        Validation.Single(Validation.Of(Valid.Series with { Publisher = "nobody" }), "publisher", "/agents");
        Validation.Single(Validation.Of(Valid.Series with { Frequency = "nothing" }), "frequency", "/vocabularies/frequencies");
        Validation.Single(Validation.Of(Valid.Series with { Territories = ["commune:99999"] }), "territories[0]", "/territories");
    }
}
