using System.Globalization;
using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Tests.Pages;

/// <summary>What programs look for at well-known addresses.</summary>
public sealed class WellKnownTests(CatalogApp app)
{
    private const string Apis = "/.well-known/api-catalog";
    private const string Security = "/.well-known/security.txt";

    [Fact]
    public async Task The_catalogue_of_APIs_is_a_set_of_links_that_all_lead_somewhere()
    {
        using var response = await app.GetAsync(Apis);
        var sets = (await CatalogApp.JsonOf(response)).GetProperty("linkset").EnumerateArray().ToList();
        var own = sets.SelectMany(set => set.EnumerateObject()).Where(relation => relation.Name != "anchor")
            .SelectMany(relation => relation.Value.EnumerateArray()).ToList();

        Assert.Equal(
            "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"",
            response.Content.Headers.ContentType?.ToString());
        Assert.Equal([CatalogApp.BaseUrl + Apis, CatalogApp.BaseUrl + "/"], sets.Select(set => set.GetProperty("anchor").GetString()));
        Assert.Contains("service-desc", sets[1].EnumerateObject().Select(relation => relation.Name));
        foreach (var link in own)
        {
            var type = link.GetProperty("type").GetString()!;
            using var target = await app.GetAsync(link.GetProperty("href").GetString()![CatalogApp.BaseUrl.Length..], $"Accept: {type}");
            Assert.Equal(HttpStatusCode.OK, target.StatusCode);
            Assert.Equal(type, target.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task HEAD_and_GET_name_the_catalogue_of_APIs_in_a_link()
    {
        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get, HttpMethod.Head })
        {
            using var response = await app.SendAsync(method, Apis);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains(
                response.Headers.GetValues("Link"),
                link => link.Contains($"<{CatalogApp.BaseUrl}{Apis}>; rel=\"api-catalog\"", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("securite@mairie.example", "mailto:securite@mairie.example")]
    [InlineData("https://mairie.example/securite", "https://mairie.example/securite")]
    public async Task The_contact_for_security_is_that_of_the_settings_and_holds_for_less_than_a_year(string setting, string contact)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));
        await using var other = new CatalogApp
        {
            Time = time,
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Catalog:SecurityContact"] = setting },
        };
        var lines = (await TextAsync(other)).Split('\n');
        time.Advance(TimeSpan.FromHours(3));
        var later = await TextAsync(other);
        time.Advance(TimeSpan.FromDays(1));
        var expires = DateTimeOffset.Parse(lines[1]["Expires: ".Length..], CultureInfo.InvariantCulture);

        Assert.Equal($"Contact: {contact}", lines[0]);
        Assert.InRange((expires - time.GetUtcNow()).TotalDays, 30, 365);
        Assert.Contains($"Canonical: {CatalogApp.BaseUrl}{Security}", lines);
        Assert.Equal(string.Join('\n', lines), later);
        Assert.NotEqual(later, await TextAsync(other));
    }

    [Fact]
    public async Task Without_the_setting_there_is_no_contact_for_security()
    {
        using var response = await app.GetAsync(Security);
        var problem = await CatalogApp.JsonOf(response);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Catalog:SecurityContact", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(CatalogApp app)
    {
        using var response = await app.GetAsync(Security);
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
