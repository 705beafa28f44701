using System.Text.Json;
using System.Text.Json.Nodes;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;

namespace DataCatalog.Dcat.Tests.Rules;

public sealed class CodeRulesTests
{
    public static TheoryData<string, Dataset> DatasetsWithOneWrongCode => new()
    {
        { "publisher", Valid.Dataset with { Publisher = "nobody" } },
        { "creator", Valid.Dataset with { Creator = "nobody" } },
        { "themes[1]", Valid.Dataset with { Themes = ["ENVI", "nothing"] } },
        { "themes", Valid.Dataset with { Themes = [] } },
        { "themes[1]", Valid.Dataset with { Themes = ["ENVI", "ENVI"] } },
        { "competences[0]", Valid.Dataset with { Competences = ["nothing"] } },
        { "competences", Valid.Dataset with { Competences = [] } },
        { "access.regime", Valid.Dataset with { Access = new AccessConditions("nothing") } },
        { "access.regime", Valid.Dataset with { Access = new AccessConditions("") } },
        { "licence", Valid.Dataset with { Licence = "nothing" } },
        { "personalData", Valid.Dataset with { PersonalData = "nothing" } },
        { "legalBases[0]", Valid.Dataset with { LegalBases = ["nothing"] } },
        { "granularity", Valid.Dataset with { Granularity = "nothing" } },
        { "relation", Valid.Dataset with { Relation = "nothing" } },
        { "platform", Valid.Dataset with { Platform = "nothing" } },
        { "contractClauses[0]", Valid.Dataset with { ContractClauses = ["nothing"] } },
        { "frequency", Valid.Dataset with { Frequency = "nothing" } },
        { "territories[0]", Valid.Dataset with { Territories = ["commune:99999"] } },
        { "coverage", Valid.Dataset with { Coverage = "nothing" } },
        { "conformsTo[0]", Valid.Dataset with { ConformsTo = ["nothing"] } },
        { "hvdCategories[0]", Valid.Dataset with { HvdCategories = ["nothing"] } },
        { "series", Valid.Dataset with { Series = "nothing" } },
        { "languages[0]", Valid.Dataset with { Languages = ["fr"] } },
        {
            "reuseExample.territory",
            Valid.Dataset with { ReuseExample = new(LanguageMap.Of("Exemple"), "https://example.org", "commune:99999") }
        },
        { "otherIdentifiers[0].platform", Valid.Dataset with { OtherIdentifiers = [new("not a host", "x")] } },
        { "otherIdentifiers[0].identifier", Valid.Dataset with { OtherIdentifiers = [new("data.gouv.fr", "")] } },
        { "provenance.confidence", Valid.Dataset with { Provenance = Valid.Provenance with { Confidence = "low" } } },
        { "provenance.sources", Valid.Dataset with { Provenance = Valid.Provenance with { Sources = [] } } },
        { "provenance.sources[0].source", Valid.Dataset with { Provenance = Valid.Provenance with { Sources = [new("licence", "")] } } },
        { "distributions[0].format", Valid.Dataset with { Distributions = [Valid.Distribution with { Format = "nothing" }] } },
        { "distributions[0].mediaType", Valid.Dataset with { Distributions = [Valid.Distribution with { MediaType = "text/csv" }] } },
        { "distributions[0].licence", Valid.Dataset with { Distributions = [Valid.Distribution with { Licence = "nothing" }] } },
        { "distributions[0].service", Valid.Dataset with { Distributions = [Valid.Distribution with { Service = "nothing" }] } },
        { "distributions[0].conformsTo[0]", Valid.Dataset with { Distributions = [Valid.Distribution with { ConformsTo = ["nothing"] }] } },
        { "distributions[0].languages[0]", Valid.Dataset with { Distributions = [Valid.Distribution with { Languages = ["fr"] }] } },
    };

    /// <summary>Whatever property says that it holds a code is looked at, the next one too. Parts have rules of their own.</summary>
    [Fact]
    public void Every_property_that_holds_codes_refuses_an_unknown_one() => Assert.All(
        RecordCodes.PropertiesOf(typeof(Distribution)).Where(property => property.Scheme is not null),
        property =>
        {
            var distribution = JsonNode.Parse(JsonSerializer.Serialize(Valid.Distribution))!.AsObject();
            distribution[property.Property.Name] = property.IsList ? new JsonArray("nothing") : JsonValue.Create("nothing");
            var dataset = Valid.Dataset with { Distributions = [distribution.Deserialize<Distribution>()!] };

            var error = Assert.Single(Validation.Of(dataset));
            Assert.Equal($"distributions[0].{property.Name}{(property.IsList ? "[0]" : "")}", error.PropertyName);
            Assert.Contains($"/vocabularies/{property.Scheme}", error.ErrorMessage, StringComparison.Ordinal);
        });

    [Theory]
    [MemberData(nameof(DatasetsWithOneWrongCode))]
    public void A_dataset_points_only_to_what_exists(string path, Dataset dataset) =>
        Assert.Equal(path, Assert.Single(Validation.Of(dataset)).PropertyName);

    [Fact]
    public void A_dataset_that_says_everything_is_valid()
    {
        var dataset = Valid.Dataset with
        {
            Keywords = ["eau", "qualité"],
            Creator = "rennes",
            Licence = "lo-2.0",
            Platform = "portal",
            PersonalData = "none",
            LegalBases = ["crpa-l312-1-1"],
            Granularity = "commune",
            ContractClauses = ["ownership"],
            Frequency = "ANNUAL",
            Territories = ["commune:35238", "departement:35"],
            Coverage = "full",
            ConformsTo = ["scdl-deliberations"],
            HvdCategories = ["c_ac64a52d"],
            Series = "water-series",
            Languages = ["FRA"],
            OtherIdentifiers = [new OtherIdentifier("data.gouv.fr", "qualite-de-leau")],
            ReuseExample = new ReuseExample(LanguageMap.Of("Exemple"), "https://example.org", "commune:35238"),
            Distributions =
            [
                Valid.Distribution with
                {
                    Format = "CSV",
                    MediaType = "text-csv",
                    Licence = "odbl-1.0",
                    Service = "water-api",
                    Languages = ["FRA"],
                },
            ],
        };
        Assert.Empty(Validation.Of(dataset));
    }

    [Fact]
    public void The_message_names_the_vocabulary_and_its_nearest_codes() =>
        Assert.Equal(
            "a code of /vocabularies/frequencies; the nearest: 'ANNUAL', 'ANNUAL_2', 'DAILY'",
            Assert.Single(Validation.Of(Valid.Dataset with { Frequency = "anual" })).ErrorMessage);

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("flaw", "lawn", 2)]
    public void The_distance_counts_edits(string first, string second, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(first, second));
        Assert.Equal(distance, EditDistance.Between(second, first));
    }

    [Theory]
    [InlineData("pagesize", " Did you mean 'pageSize'?")]
    [InlineData("pge", " Did you mean 'page'?")]
    [InlineData("p", " Did you mean 'page'?")]
    [InlineData("pages", " Did you mean 'page'?")]
    [InlineData("limit", "")]
    [InlineData("", "")]
    public void Only_what_may_be_meant_is_named(string word, string advice) =>
        Assert.Equal(advice, EditDistance.DidYouMean(word, ["page", "pageSize", "bom", "q"]));

    [Fact]
    public void A_service_serves_datasets_that_exist()
    {
        Assert.Empty(Validation.Of(Valid.Service with { Serves = ["water"] }));
        Validation.Single(Validation.Of(Valid.Service with { Serves = ["wine"] }), "serves[0]", "/datasets");
    }
}
