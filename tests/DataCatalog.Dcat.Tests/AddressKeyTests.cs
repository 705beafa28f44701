namespace DataCatalog.Dcat.Tests;

public sealed class AddressKeyTests
{
    [Theory]
    [InlineData("https://www.data.gouv.fr/datasets/cadastre")]
    [InlineData("http://www.data.gouv.fr/datasets/cadastre")]
    [InlineData("https://data.gouv.fr/datasets/cadastre/")]
    [InlineData("https://www.data.gouv.fr/fr/datasets/cadastre/")]
    [InlineData(" HTTPS://WWW.DATA.GOUV.FR/datasets/cadastre ")]
    [InlineData("https://www.data.gouv.fr:443/datasets/cada%73tre")]
    public void Addresses_of_one_page_have_one_key(string address) =>
        Assert.Equal("data.gouv.fr/datasets/cadastre", AddressKey.Of(address));

    [Theory]
    [InlineData("https://www.data.gouv.fr/datasets/Cadastre", "data.gouv.fr/datasets/Cadastre")]
    [InlineData("https://w3id.org/dpv#PersonalData", "w3id.org/dpv#PersonalData")]
    [InlineData("http://localhost:5080/agents/ign", "localhost:5080/agents/ign")]
    [InlineData("https://a.example/x?page=2", "a.example/x?page=2")]
    [InlineData("https://a.example", "a.example")]
    public void What_may_name_another_page_stays(string address, string key) => Assert.Equal(key, AddressKey.Of(address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("cadastre")]
    [InlineData("www.data.gouv.fr/datasets/cadastre")]
    [InlineData("ftp://data.gouv.fr/datasets/cadastre")]
    [InlineData("urn:uuid:1")]
    public void Other_texts_have_none(string? text) => Assert.Null(AddressKey.Of(text));

    [Fact]
    public void The_ways_to_write_an_address_are_eight_and_have_one_key()
    {
        var ways = AddressKey.WaysToWrite("http://www.a.example/x/").ToList();

        Assert.Contains("https://a.example/x", ways);
        Assert.Equal(8, ways.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ways, way => Assert.Equal("a.example/x", AddressKey.Of(way)));
    }
}
