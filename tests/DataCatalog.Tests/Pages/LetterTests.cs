using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Tests.Pages;

/// <summary>The letter to ask for data that are not open says what the entry and the rules say, and nothing else.</summary>
public sealed class LetterTests(CatalogApp app)
{
    private const string Restricted = "/datasets/fichiers-fonciers/letter";
    private const string OfOperator = "/datasets/grdf-adict-consommations/letter";

    [Fact]
    public async Task The_letter_has_the_holder_the_commune_the_rule_and_the_day_in_Paris()
    {
        var late = new DateTimeOffset(2026, 11, 30, 23, 30, 0, TimeSpan.Zero);
        await using var evening = new CatalogApp { Time = new FakeTimeProvider(late) };
        var letter = await TextAsync(evening, $"{Restricted}.txt?territory=commune:35238");

        Assert.StartsWith("Rennes\n[adresse]\n\nÀ : Cerema\n", letter, StringComparison.Ordinal);
        Assert.Contains("datafoncier@cerema.fr", letter, StringComparison.Ordinal);
        Assert.Contains("Rennes, le 1er décembre 2026", letter, StringComparison.Ordinal);
        Assert.Contains("Rennes (35238)", letter, StringComparison.Ordinal);
        Assert.Contains("http://localhost:5080/datasets/fichiers-fonciers", letter, StringComparison.Ordinal);
        Assert.Contains("l'article L311-1 du code des relations entre le public et l'administration", letter, StringComparison.Ordinal);
        Assert.Contains(", dont le texte a été lu le 29 novembre 2026 : «", letter, StringComparison.Ordinal);
        Assert.DoesNotContain(". »", letter, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\{\\d\\}|  |\\.\\.", letter);
        Assert.Contains("https://datafoncier.cerema.fr/obtention-des-donnees-foncieres", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("L3131-2", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_of_an_operator_are_asked_for_under_the_code_of_public_contracts()
    {
        var letter = await TextAsync(app, $"{OfOperator}.txt");

        Assert.Contains("l'article L3131-2 du code de la commande publique", letter, StringComparison.Ordinal);
        Assert.Contains("À : GRDF\n", letter, StringComparison.Ordinal);
        Assert.Contains("[territoire et code INSEE]", letter, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Une lettre pour demander ces données")]
    [InlineData("en", "A letter to ask for these data")]
    public async Task The_page_shows_the_whole_letter_as_text_to_copy(string language, string heading)
    {
        var letter = await TextAsync(app, $"{Restricted}.txt?territory=35238");
        var page = await app.PageAsync($"{Restricted}?territory=35238&ui={language}");
        var shown = WebUtility.HtmlDecode(page.Split("<pre ")[1].Split('>', 2)[1].Split("</pre>")[0]);

        Assert.Contains($">{heading}</h1>", page, StringComparison.Ordinal);
        Assert.Equal(letter, shown);
        Assert.Contains(
            "/datasets/fichiers-fonciers/letter.txt?territory=35238", Page.LinksOf(page));
        Assert.Contains("/rules/communication-documents", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/datasets/fichiers-fonciers", true)]
    [InlineData("/datasets/grdf-adict-consommations", true)]
    [InlineData("/datasets/arbres-rennes", false)]
    public async Task Only_a_dataset_that_one_must_ask_for_links_to_a_letter(string address, bool hasLetter)
    {
        var links = Page.LinksOf(await app.PageAsync(address)).ToList();
        using var letter = await app.GetAsync($"{address}/letter", Page.Browser);

        Assert.Equal(hasLetter, links.Contains($"{address}/letter"));
        Assert.Equal(hasLetter ? HttpStatusCode.OK : HttpStatusCode.NotFound, letter.StatusCode);
    }

    [Theory]
    [InlineData(Restricted + "?territory=commune:99999", HttpStatusCode.BadRequest)]
    [InlineData(Restricted + "?territory=%3Cscript%3Ealert(1)%3C/script%3E", HttpStatusCode.BadRequest)]
    [InlineData(Restricted + "?q=eau", HttpStatusCode.BadRequest)]
    [InlineData(Restricted + ".ttl", HttpStatusCode.NotFound)]
    [InlineData("/datasets/unknown/letter", HttpStatusCode.NotFound)]
    [InlineData("/datasets/unknown/letter.txt", HttpStatusCode.NotFound)]
    public async Task Another_letter_is_refused(string address, HttpStatusCode status)
    {
        using var response = await app.GetAsync(address, Page.Browser);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(CatalogApp app, string address)
    {
        using var response = await app.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
