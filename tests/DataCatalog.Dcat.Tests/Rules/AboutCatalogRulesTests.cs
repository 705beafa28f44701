using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Tests.Rules;

public sealed class AboutCatalogRulesTests
{
    public static TheoryData<string, Catalog> CatalogsWithOneFault => new()
    {
        { "title.fr", Valid.Catalog with { Title = LanguageMap.Of("", "Data of Rennes") } },
        { "description.fr", Valid.Catalog with { Description = LanguageMap.Of("Trop court") } },
        { "publisher", Valid.Catalog with { Publisher = null } },
        { "publisher", Valid.Catalog with { Publisher = "nobody" } },
        { "licence", Valid.Catalog with { Licence = null } },
        { "licence", Valid.Catalog with { Licence = "mine" } },
        { "languages[0]", Valid.Catalog with { Languages = ["KLI"] } },
        { "languages[1]", Valid.Catalog with { Languages = ["FRA", "FRA"] } },
        { "territories[0]", Valid.Catalog with { Territories = ["commune:00000"] } },
        { "territories[1]", Valid.Catalog with { Territories = ["commune:35238", "commune:35238"] } },
        { "issued", Valid.Catalog with { Issued = null } },
        { "issued", Valid.Catalog with { Issued = PartialDate.Of(new DateOnly(2026, 11, 25)) } },
        { "issued", Valid.Catalog with { Issued = PartialDate.Of(new DateOnly(1066, 10, 14)) } },
    };

    [Fact]
    public void A_catalogue_needs_no_more_than_texts_a_publisher_a_licence_and_a_date() => Assert.Empty(Validation.Of(Valid.Catalog));

    [Theory]
    [MemberData(nameof(CatalogsWithOneFault))]
    public void A_fault_in_what_a_catalogue_says_of_itself_is_reported_where_it_is(string path, Catalog catalog) =>
        Assert.Equal(path, Assert.Single(Validation.Of(catalog)).PropertyName);
}
