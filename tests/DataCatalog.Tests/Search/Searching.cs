using System.Text.Json;
using DataCatalog.Search;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Search;

/// <summary>Short ways to ask.</summary>
internal static class Searching
{
    /// <summary>The datasets with some words, best first.</summary>
    public static IReadOnlyList<string> Find(this CatalogApp app, string text)
    {
        var engine = app.Services.GetRequiredService<SearchEngine>();
        using var session = engine.Open();
        var found = SearchEngine.Find(session, new Question { Text = text, Order = null });
        return [.. found.From(0, found.Total, out _).Select(row => row.Id)];
    }

    /// <summary>The datasets of an answer, in its order: all of them, by JSON Lines.</summary>
    public static async Task<IReadOnlyList<string>> IdsAsync(this CatalogApp app, string query)
    {
        using var response = await app.GetAsync($"/datasets.jsonl?{query}");
        response.EnsureSuccessStatusCode();
        var lines = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("identifier").GetString()!)];
    }

    /// <summary>The datasets of a page.</summary>
    public static IReadOnlyList<string> Ids(this JsonElement page) =>
        [.. page.GetProperty("member").EnumerateArray().Select(member => member.GetProperty("identifier").GetString()!)];

    /// <summary>The address of a neighbour of a page, without the host; null where there is none.</summary>
    public static string? LinkTo(this JsonElement page, string relation) =>
        page.GetProperty("view").TryGetProperty(relation, out var link) ? link.GetString()![CatalogApp.BaseUrl.Length..] : null;
}
