using System.Xml.Linq;
using DataCatalog.Client.Datasets;
using DataCatalog.Client.Models;

namespace DataCatalog.Client;

/// <summary>
/// Asks the catalogue through the classes that Kiota made of its description. Each method gives a line about what it found, or throws.
/// </summary>
internal sealed class Tasks(CatalogClient client, string address)
{
    public IReadOnlyList<(string Name, Func<Task<string>> Run)> All =>
    [
        ("datasets of a commune", DatasetsOfCommune),
        ("duties of a commune", DutiesOfCommune),
        ("search with facets", SearchWithFacets),
        ("summaries", Summaries),
        ("lyon", () => ParentAmongHits("lyon", "commune:69123")),
        ("paris", () => ParentAmongHits("paris", "commune:75056")),
        ("licences", VocabularyOfLicences),
        ("empty list", EmptyList),
        ("404", NotFound),
        ("feed", Feed),
    ];

    private static void Check(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Not so: {what}.");
        }
    }

    private async Task<List<Territory>> Territories(string q)
    {
        var found = await client.Territories.GetAsync(request => (request.QueryParameters.Q, request.QueryParameters.PageSize) = (q, 100));
        return found?.Member ?? throw new InvalidOperationException("A list without its members.");
    }

    /// <summary>The best answer, which is also a parent of other answers: it is whole in its own place, and a name in theirs.</summary>
    private async Task<string> ParentAmongHits(string q, string identifier)
    {
        var found = await Territories(q);
        var parent = found[0];
        Check(parent is { Within.Count: > 1 } && parent.Identifier == identifier, "the best answer is the commune, with what contains it");
        var mentions = found.SelectMany(territory => territory.Within ?? []).Where(mention => mention.Id == parent.Id).ToList();
        Check(mentions.Count > 0, "other answers are within it");
        Check(
            mentions.TrueForAll(mention => mention.PrefLabel?.Fr is { } name && name == parent.PrefLabel?.Fr),
            "they name it as it names itself");
        return $"{found.Count} territories, {mentions.Count} of them within {parent.PrefLabel?.Fr}";
    }

    private async Task<Hits> PageOfDatasets(string identifier, int number)
    {
        var page = await client.Territories[identifier].Datasets.GetAsync(request =>
            (request.QueryParameters.Page, request.QueryParameters.PageSize) = (number, 5));
        Check(page is { Member.Count: 5, TotalItems: > 10 }, "a page is full");
        Check(
            page!.TerritoryCoverage is { } coverage && coverage.TrueForAll(why => why.Reason?.Fr is not null),
            "each dataset has a reason to be there");
        return page;
    }

    private async Task<string> DatasetsOfCommune()
    {
        var commune = (await Territories("rennes"))[0];
        Check(commune.Identifier is "commune:35238", "the best answer is the commune");
        var (first, second) = (await PageOfDatasets(commune.Identifier!, 1), await PageOfDatasets(commune.Identifier!, 2));
        Check(first.Member!.Concat(second.Member!).DistinctBy(dataset => dataset.Id).Count() is 10, "no dataset stands on two pages");
        return $"{first.TotalItems} datasets for {commune.PrefLabel?.Fr}, the first: {first.Member![0].Title?.Fr}";
    }

    private async Task<string> DutiesOfCommune()
    {
        var mapping = await client.Territories["commune:35238"].Mapping.GetAsync();
        Check(mapping is { Duty.Count: > 0, AnswerCount.Count: > 0 }, "there are duties, and the count of each answer");
        Check(
            mapping!.Duty!.TrueForAll(duty => duty is { Title.Fr: not null, LegalReference: not null, Seen: not null }),
            "each says what must be done, which article says so and what the catalogue sees");
        var shown = mapping.AnswerCount!
            .Where(count => count.Notation is AnswerCount_notation.Yes or AnswerCount_notation.Undetermined).Sum(count => count.Count);
        Check(shown == mapping.Duty.Count + (mapping.Right?.Count ?? 0), "the counts add up");
        return $"{mapping.Duty.Count} duties, {mapping.Question?.Count ?? 0} questions on which further ones depend";
    }

    private async Task<string> SearchWithFacets()
    {
        var found = await client.Datasets.GetAsync(request =>
        {
            request.QueryParameters.Q = "eau";
            request.QueryParameters.FacetsAsGetFacetsQueryParameterType =
                [GetFacetsQueryParameterType.Theme, GetFacetsQueryParameterType.Licence];
            request.QueryParameters.PageSize = 3;
        });
        Check(found is { Member.Count: 3, Highlights.Count: > 0, View.Next: not null }, "a page with highlights and a next one");
        Check(found!.Facet!.Select(facet => facet.Notation).Order().SequenceEqual(["licence", "theme"]), "the facets that were asked for");
        Check(
            found.Facet!.SelectMany(facet => facet.FacetValue!).All(value => value is { Count: > 0, Label: not null }),
            "each value is counted and named");
        var counts = found.Facet!.Select(facet => $"{facet.FacetValue!.Count} values of {facet.Notation}");
        return $"{found.TotalItems} datasets about water, {string.Join(", ", counts)}";
    }

    private async Task<string> Summaries()
    {
        var found = await client.Datasets.GetAsync(request =>
            (request.QueryParameters.Q, request.QueryParameters.ViewAsGetViewQueryParameterType) =
                ("eau", GetViewQueryParameterType.Summary));
        var hits = found!.Member!;
        Check(
            hits.TrueForAll(hit => hit is { Title.Fr: not null, Publisher.Name.Fr: not null, Formats: not null, Description: null }),
            "each has what a list of hits needs, and no more");
        var match = hits.Select(hit => hit.Match?.TitleWithMarks ?? hit.Match?.Excerpt).First(text => text is not null);
        return $"{hits.Count} hits, such as {match}";
    }

    private async Task<string> VocabularyOfLicences()
    {
        var licences = await client.Vocabularies["licences"].GetAsync();
        Check(licences!.TopConcept!.Exists(licence => licence.Identifier is "lov2"), "Licence Ouverte 2.0 is there");
        Check(
            licences.TopConcept.TrueForAll(licence => licence.PrefLabel?.Fr is not null && licence.InScheme == licences.Id),
            "each has a name, and names its list");
        return $"{licences.TopConcept.Count} licences";
    }

    private async Task<string> EmptyList()
    {
        var found = await client.Datasets.GetAsync(request => request.QueryParameters.Q = "zzzzqq");
        Check(found is { Member.Count: 0, TotalItems: 0, View.Next: null }, "the list is there, and empty");
        return "no datasets, and a list that says so";
    }

    private async Task<string> NotFound()
    {
        try
        {
            await client.Datasets["no-such-dataset"].GetAsync();
        }
        catch (Problem problem)
        {
            Check(
                problem is { Status: 404, ResponseStatusCode: 404, Type: "urn:datacatalog:problem:not-found", Detail: not null },
                "the problem says what it is");
            return $"404: {problem.Detail}";
        }

        throw new InvalidOperationException("A dataset that is not there was found.");
    }

    /// <summary>Not in the description for JSON alone.</summary>
    private async Task<string> Feed()
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync($"{address}/datasets.atom?q=eau");
        Check(response is { IsSuccessStatusCode: true, Content.Headers.ContentType.MediaType: "application/atom+xml" }, "the feed is Atom");
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync());
        var entries = feed.Root!.Elements(XName.Get("entry", "http://www.w3.org/2005/Atom")).Count();
        Check(entries > 0, "the feed has entries");
        return $"{entries} entries";
    }
}
