using System.Net;

namespace DataCatalog.Tests.Search;

/// <summary>Entries are found by what identifies them here and elsewhere.</summary>
public sealed class IdentifierFilterTests(CatalogApp app)
{
    [Theory]
    [InlineData("qualite-eau-robinet", "qualite-eau-robinet")]
    [InlineData("http://localhost:5080/datasets/qualite-eau-robinet", "qualite-eau-robinet")]
    [InlineData("https://localhost:5080/datasets/qualite-eau-robinet/", "qualite-eau-robinet")]
    [InlineData("https://www.data.gouv.fr/datasets/admin-express", "admin-express")]
    [InlineData("http://data.gouv.fr/fr/datasets/admin-express/", "admin-express")]
    [InlineData("https://www.data.gouv.fr/fr/datasets/admin-express/#/resources/1", "admin-express")]
    [InlineData("https://transport.data.gouv.fr/datasets/arrets-de-transport-en-france/", "arrets-de-transport-en-france")]
    [InlineData(
        "https://transport.data.gouv.fr/datasets/base-nationale-consolidee-des-zones-a-faibles-emissions",
        "bnzfe-zones-faibles-emissions")]
    [InlineData("http://transport.data.gouv.fr/datasets/stationnements-cyclables-issus-dopenstreetmap", "stationnements-cyclables-osm")]
    [InlineData("stationnements-cyclables-issus-dopenstreetmap", "stationnements-cyclables-osm")]
    [InlineData("http://www.ades.eaufrance.fr", "ades-piezometrie-niveau-nappes")]
    public async Task A_dataset_is_found_by_its_identifiers_and_addresses(string text, string id) =>
        Assert.Equal([id], await app.IdsAsync($"identifier={Uri.EscapeDataString(text)}"));

    [Fact]
    public async Task Each_dataset_is_found_by_each_identifier_and_page_that_its_answer_has()
    {
        foreach (var dataset in await app.MembersAsync("datasets"))
        {
            var id = dataset.GetProperty("identifier").GetString()!;
            var texts = PublishedValues.Strings(dataset, "id").Append(id)
                .Concat(PublishedValues.Items(dataset, "otherIdentifier").SelectMany(other =>
                    PublishedValues.Strings(other, "notation").Concat(PublishedValues.Strings(other, "source"))));
            var pages = dataset.TryGetProperty("landingPage", out var page) ? PublishedValues.Strings(page, "id") : [];
            var query = string.Join('&', texts.Concat(pages).Select(text => $"identifier={Uri.EscapeDataString(text)}"));
            foreach (var part in query.Split('&'))
            {
                Assert.Contains(id, await app.IdsAsync(part));
            }
        }
    }

    [Fact]
    public async Task Each_service_is_found_by_each_identifier_that_its_answer_has()
    {
        foreach (var service in await app.MembersAsync("services"))
        {
            var texts = PublishedValues.Strings(service, "id").Append(service.GetProperty("identifier").GetString()!)
                .Append(service.GetProperty("endpointURL").GetString()!)
                .Concat(PublishedValues.Items(service, "otherIdentifier").SelectMany(other => PublishedValues.Strings(other, "notation")));
            foreach (var text in texts)
            {
                var answer = await app.JsonAsync($"/services.json?identifier={Uri.EscapeDataString(text)}");
                Assert.Contains(service.GetProperty("identifier").GetString(), answer.Ids());
                Assert.Equal(answer.GetProperty("totalItems").GetInt32(), answer.Ids().Count);
            }
        }
    }

    [Fact]
    public async Task Several_are_found_together_also_across_pages()
    {
        const string Query = "identifier=admin-express&identifier=qualite-eau-robinet&identifier=nothing-of-this-name";
        Assert.Equal(["admin-express", "qualite-eau-robinet"], await app.IdsAsync(Query));

        var first = await app.JsonAsync($"/datasets.json?{Query}&pageSize=1");
        var second = await app.JsonAsync(first.LinkTo("next")!);
        Assert.Equal(["qualite-eau-robinet"], second.Ids());
    }

    [Theory]
    [InlineData("/datasets.json")]
    [InlineData("/services.json")]
    [InlineData("/models.json")]
    [InlineData("/territories/commune:35238/datasets.json")]
    public async Task Nothing_of_a_name_is_an_empty_list(string list)
    {
        var answer = await app.JsonAsync($"{list}?identifier=nothing-of-this-name");
        Assert.Equal(0, answer.GetProperty("totalItems").GetInt32());
        Assert.Empty(answer.Ids());
    }

    [Fact]
    public async Task A_model_is_found_by_its_identifier_or_address()
    {
        Assert.Equal(["deliberations"], (await app.JsonAsync("/models.json?identifier=deliberations")).Ids());
        Assert.Equal(
            ["deliberations"], (await app.JsonAsync("/models.json?identifier=http://localhost:5080/models/deliberations")).Ids());
    }

    [Theory]
    [InlineData("identifier=qualite-eau-robinet", "datasets/qualite-eau-robinet")]
    [InlineData("identifier=https://www.data.gouv.fr/fr/datasets/admin-express/", "datasets/admin-express")]
    [InlineData("identifier=hubeau-eau-potable", "services/hubeau-eau-potable")]
    public async Task A_view_of_the_catalogue_has_it_too(string query, string entry)
    {
        using var response = await app.GetAsync($"/catalog.nt?{query}");
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');
        Assert.Single(lines, line => line.Contains("/ns/dcat#CatalogRecord>", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith($"<{CatalogApp.BaseUrl}/{entry}#record>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/datasets", "")]
    [InlineData("/datasets", "%20")]
    [InlineData("/datasets", "a%20b")]
    [InlineData("/datasets", "a%0Ab")]
    [InlineData("/services", "")]
    [InlineData("/models", "a%09b")]
    [InlineData("/catalog", "")]
    public async Task What_no_entry_can_have_is_refused(string list, string text)
    {
        using var response = await app.GetAsync($"{list}?identifier={text}");
        var problem = await CatalogApp.JsonOf(response);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("identifier", problem.GetProperty("parameter").GetString());
        Assert.Contains("an identifier", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_with_the_limit()
    {
        using var response = await app.GetAsync($"/datasets?identifier={new string('a', 501)}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(
            "at most 500 characters; this has 501",
            (await CatalogApp.JsonOf(response)).GetProperty("detail").GetString(),
            StringComparison.Ordinal);
    }
}
