using System.Text.Json;

namespace DataCatalog.Tests.Search.Everything;

/// <summary>Questions that no dataset answers.</summary>
public sealed class NearestTests(CatalogApp app)
{
    [Theory]
    [InlineData("nids de poule", "voirie")]
    [InlineData("objets trouvés", "services-au-public")]
    public async Task The_answer_says_that_there_is_none_and_names_the_competence(string text, string competence)
    {
        foreach (var list in (string[])["datasets", "search"])
        {
            var nearest = (await app.JsonAsync($"/{list}.json?q={Uri.EscapeDataString(text)}")).GetProperty("nearest");
            var first = nearest.GetProperty("nearestEntry")[0];
            Assert.Equal(("competence", competence), (first.GetProperty("kind").GetString(), first.GetProperty("identifier").GetString()));
            Assert.StartsWith(
                "Le catalogue ne recense aucun jeu de données",
                nearest.GetProperty("comment").GetProperty("fr").GetString(),
                StringComparison.Ordinal);
            Assert.Contains($"« {text} »", nearest.GetProperty("comment").GetProperty("fr").GetString(), StringComparison.Ordinal);
            Assert.Contains(text, nearest.GetProperty("comment").GetProperty("en").GetString(), StringComparison.Ordinal);
            Assert.Equal($"{CatalogApp.BaseUrl}/datasets?competence={competence}", nearest.GetProperty("seeAlso").GetString());
        }
    }

    [Fact]
    public async Task National_datasets_of_the_competence_are_named()
    {
        var near = (await app.JsonAsync("/datasets.json?q=nids%20de%20poule")).GetProperty("nearest").GetProperty("nearestEntry");
        var datasets = near.EnumerateArray().Where(one => one.GetProperty("kind").GetString() is "dataset").ToList();
        Assert.InRange(datasets.Count, 1, 5);
        var covering = await app.IdsAsync(
            "competence=voirie&territory=country:FRA&territory=country-subset:metro-drom&territory=country-subset:metro&match=exact");
        Assert.All(datasets, one => Assert.Contains(one.GetProperty("identifier").GetString(), covering));
    }

    [Fact]
    public async Task Where_no_word_leads_anywhere_only_the_competences_are_linked()
    {
        var nearest = (await app.JsonAsync("/datasets.json?q=zzzzqq")).GetProperty("nearest");
        Assert.Equal($"{CatalogApp.BaseUrl}/vocabularies/competences", nearest.GetProperty("seeAlso").GetString());
        Assert.Empty(nearest.GetProperty("nearestEntry").EnumerateArray());
    }

    [Fact]
    public async Task Where_the_filters_leave_none_the_answer_says_so()
    {
        var nearest = (await app.JsonAsync("/datasets.json?q=arbres&publisher=insee")).GetProperty("nearest");
        Assert.Contains("filtres", nearest.GetProperty("comment").GetProperty("fr").GetString(), StringComparison.Ordinal);
        Assert.Equal($"{CatalogApp.BaseUrl}/datasets?q=arbres", nearest.GetProperty("seeAlso").GetString());
    }

    [Theory]
    [InlineData("/datasets.json?q=eau")]
    [InlineData("/datasets.json")]
    [InlineData("/datasets.json?publisher=insee&territory=commune:35238&match=exact")]
    [InlineData("/search.json?q=eau")]
    [InlineData("/search.json?q=base-adresse-nationale")]
    public async Task Where_datasets_answer_nothing_is_nearest(string address) =>
        Assert.False((await app.JsonAsync(address)).TryGetProperty("nearest", out JsonElement _));
}
