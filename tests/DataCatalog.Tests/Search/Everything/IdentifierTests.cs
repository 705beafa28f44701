namespace DataCatalog.Tests.Search.Everything;

/// <summary>An identifier or an address, pasted where words are expected.</summary>
public sealed class IdentifierTests(CatalogApp app)
{
    [Theory]
    [InlineData("base-adresse-nationale", "base-adresse-nationale")]
    [InlineData("Base-Adresse-Nationale", "base-adresse-nationale")]
    [InlineData("qualite-eau-robinet-1", "qualite-eau-robinet")]
    [InlineData("resultats-du-controle-sanitaire-de-leau-distribuee-commune-par-commune", "qualite-eau-robinet")]
    [InlineData(
        "https://www.data.gouv.fr/fr/datasets/resultats-du-controle-sanitaire-de-leau-distribuee-commune-par-commune/",
        "qualite-eau-robinet")]
    [InlineData(
        "www.data.gouv.fr/datasets/resultats-du-controle-sanitaire-de-leau-distribuee-commune-par-commune", "qualite-eau-robinet")]
    [InlineData("https://transport.data.gouv.fr/datasets/base-nationale-des-lieux-de-covoiturage", "bnlc-lieux-covoiturage")]
    [InlineData("http://transport.data.gouv.fr/datasets/base-nationale-des-lieux-de-covoiturage/?locale=en", "bnlc-lieux-covoiturage")]
    [InlineData("http://localhost:5080/datasets/qualite-eau-robinet", "qualite-eau-robinet")]
    [InlineData("http://localhost:5080/distributions/qualite-eau-robinet-1", "qualite-eau-robinet")]
    [InlineData("http://localhost:5080/datasets/qualite-eau-robinet.ttl", "qualite-eau-robinet")]
    public async Task A_dataset_is_found_alone_by_its_identifier_or_address(string text, string identifier)
    {
        Assert.Equal([identifier], await app.IdsAsync($"q={Uri.EscapeDataString(text)}"));
        Assert.Equal(identifier, (await app.JsonAsync($"/search.json?q={Uri.EscapeDataString(text)}")).Ids()[0]);
    }

    [Fact]
    public async Task A_dataset_is_found_by_its_landing_page_and_its_download_addresses()
    {
        foreach (var dataset in (await app.MembersAsync("datasets")).Where((_, index) => index % 20 == 0))
        {
            var addresses = dataset.TryGetProperty("landingPage", out var page) ? [page] : Array.Empty<System.Text.Json.JsonElement>();
            foreach (var address in addresses)
            {
                var text = Uri.EscapeDataString(address.GetProperty("id").GetString()!);
                Assert.Contains(dataset.GetProperty("identifier").GetString(), await app.IdsAsync($"q={text}"));
            }
        }
    }

    [Theory]
    [InlineData("http://localhost:5080/services/api-sirene", "service", "api-sirene")]
    [InlineData("http://localhost:5080/rules/rpqs-eau", "rule", "rpqs-eau")]
    [InlineData("http://localhost:5080/vocabularies/competences/eau-potable", "competence", "eau-potable")]
    [InlineData("http://localhost:5080/agents/insee.json", "publisher", "insee")]
    [InlineData("https://www.data.gouv.fr/dataservices/api-acces-libre", "service", "acceslibre-api")]
    [InlineData("https://api.gouv.fr/les-api/api-acces-libre", "service", "acceslibre-api")]
    public async Task Another_entry_is_found_by_its_address(string text, string kind, string identifier)
    {
        var first = (await app.JsonAsync($"/search.json?q={Uri.EscapeDataString(text)}")).GetProperty("member")[0];
        Assert.Equal((kind, identifier), (first.GetProperty("kind").GetString(), first.GetProperty("identifier").GetString()));
    }

    [Fact]
    public async Task A_word_is_searched_even_when_it_is_an_identifier() =>
        Assert.True((await app.IdsAsync("q=eau")).Count > 1);

    [Theory]
    [InlineData("https://www.data.gouv.fr/fr/datasets/nothing-of-the-kind/")]
    [InlineData("https://www.data.gouv.fr/organizations/acceslibre/")]
    [InlineData("https://example.org/base-adresse-nationale")]
    [InlineData("53698f4ca3a729239d2036ff")]
    [InlineData("http://localhost:5080/datasets/nothing-of-the-kind")]
    public async Task An_unknown_address_names_nothing(string text)
    {
        var page = await app.JsonAsync($"/datasets.json?q={Uri.EscapeDataString(text)}");
        Assert.True(page.GetProperty("totalItems").GetInt32() == 0 || page.GetProperty("isRelaxed").GetBoolean());
    }

    [Fact]
    public async Task A_filter_that_the_dataset_does_not_pass_is_kept() =>
        Assert.DoesNotContain("base-adresse-nationale", await app.IdsAsync("q=base-adresse-nationale&publisher=insee"));
}
