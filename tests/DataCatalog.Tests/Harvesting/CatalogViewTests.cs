using System.Globalization;
using System.Net;
using DataCatalog.Agents;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using DataCatalog.Tests.Mapping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Tests.Harvesting;

public sealed class CatalogViewTests(CatalogApp app)
{
    private static readonly string[] Links = ["dataset", "resource", "service"];

    [Fact]
    public async Task The_whole_catalogue_is_every_dataset_service_and_series()
    {
        var pages = await CatalogWalk.AllAsync(app);
        var listed = Ids(pages);
        foreach (var list in (string[])["datasets", "services", "series"])
        {
            var expected = (await app.MembersAsync(list)).Select(member => member.GetProperty("identifier").GetString()!);
            var ids = listed.Where(id => id.StartsWith($"{list}/", StringComparison.Ordinal)).Select(id => id.Split('/')[1]);
            Assert.Equal(expected.Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_publisher_has_its_datasets_services_and_series_and_no_others()
    {
        var expected = Datasets(dataset => dataset.Publisher == "ministere-interieur");
        var found = await ViewAsync("publisher=ministere-interieur");
        Assert.Equal(expected, Of(found, "datasets"));
        Assert.Contains("series/resultats-elections", found);
        Assert.Equal(await PublishedServicesAsync("ofb"), Of(await ViewAsync("publisher=ofb"), "services"));
    }

    [Fact]
    public async Task High_value_datasets_and_the_others_are_all()
    {
        var expected = Datasets(dataset => dataset.HvdCategories.Count > 0);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Of(await ViewAsync("hvd=true"), "datasets"));
        Assert.Equal(Datasets(dataset => dataset.HvdCategories.Count == 0), Of(await ViewAsync("hvd=false"), "datasets"));
    }

    [Fact]
    public async Task What_is_on_data_gouv_fr_is_not_given_back_to_it()
    {
        var expected = Datasets(dataset => dataset.OtherIdentifiers.All(other => other.Platform != "data.gouv.fr"));
        var found = await ViewAsync("notOn=data.gouv.fr");
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Of(found, "datasets"));
        Assert.Equal(Services(service => service.OtherIdentifiers.All(other => other.Platform != "data.gouv.fr")), Of(found, "services"));
        Assert.Equal(Services(service => service.OtherIdentifiers.Count == 0), Of(await ViewAsync("own=true"), "services"));
        Assert.Equal(Services(service => service.OtherIdentifiers.Count > 0), Of(await ViewAsync("own=false"), "services"));
        Assert.Equal(Datasets(dataset => dataset.OtherIdentifiers.Count == 0), Of(await ViewAsync("own=true"), "datasets"));
        Assert.Equal(Datasets(dataset => dataset.OtherIdentifiers.Count > 0), Of(await ViewAsync("own=false"), "datasets"));
    }

    [Fact]
    public async Task A_service_that_is_on_the_platform_stays_where_a_distribution_of_a_listed_dataset_needs_it()
    {
        var listed = Of(await ViewAsync("notOn=data.gouv.fr"), "services").ToHashSet(StringComparer.Ordinal);
        var needed = app.Services.GetRequiredService<RecordReader<Dataset>>().All().Select(entry => entry.Record)
            .Where(dataset => dataset.OtherIdentifiers.All(other => other.Platform != "data.gouv.fr"))
            .SelectMany(dataset => dataset.Distributions).Select(distribution => distribution.Service).OfType<string>()
            .Where(service => !listed.Contains(service)).ToHashSet(StringComparer.Ordinal);
        var pages = await CatalogWalk.AllAsync(app, "/catalog.nt?notOn=data.gouv.fr");

        Assert.NotEmpty(needed);
        Assert.All(needed, service => Assert.Contains(pages, page => page.Statements.Contains(new Statement(
            $"<{CatalogApp.BaseUrl}/services/{service}>", Corpus.Type, $"<{Corpus.Dcat}DataService>"))));
    }

    [Fact]
    public async Task A_theme_and_a_competence_narrow_each_other()
    {
        var expected = Datasets(dataset =>
            dataset.Themes.Contains("ENVI", StringComparer.Ordinal) && dataset.Competences.Contains("eau-potable", StringComparer.Ordinal));
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Of(await ViewAsync("theme=ENVI&competence=eau-potable"), "datasets"));
    }

    [Fact]
    public async Task A_group_of_competences_has_all_of_its_members()
    {
        var water = Of(await ViewAsync("competence=eau"), "datasets");
        Assert.ProperSuperset(
            Of(await ViewAsync("competence=eau-potable"), "datasets").ToHashSet(StringComparer.Ordinal),
            water.ToHashSet(StringComparer.Ordinal));
        Assert.Subset(
            water.ToHashSet(StringComparer.Ordinal),
            Of(await ViewAsync("competence=gemapi"), "datasets").ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_territory_has_what_covers_it_and_what_covers_a_part_of_it()
    {
        var rennes = await ViewAsync("territory=commune:35238");
        var brittany = await ViewAsync("territory=region:53");
        var paris = await ViewAsync("territory=commune:75056");
        Assert.Contains("datasets/arbres-rennes", rennes);
        Assert.Contains("datasets/base-adresse-nationale", rennes);
        Assert.Contains("datasets/arbres-rennes", brittany);
        Assert.DoesNotContain("datasets/arbres-rennes", paris);
        Assert.Contains("datasets/arbres-paris", paris);
        Assert.DoesNotContain("datasets/arbres-paris", brittany);
        Assert.Contains("services/hubeau-eau-potable", rennes);
    }

    [Fact]
    public async Task The_old_code_of_a_commune_stands_for_the_present_one_in_the_links_too()
    {
        var present = await ViewAsync("territory=commune:01033");
        Assert.NotEmpty(present);
        Assert.Equal(present, await ViewAsync("territory=commune:01018"));

        var page = await CatalogWalk.PageAsync(app, "/catalog.nt?territory=commune:01018");
        Assert.Contains("territory=commune%3A01033", Hydra(page, "first"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_series_is_in_a_view_with_one_of_its_editions()
    {
        Assert.Contains("series/resultats-elections", await ViewAsync("competence=elections"));
        Assert.DoesNotContain("series/resultats-elections", await ViewAsync("competence=eau-potable"));
    }

    [Fact]
    public async Task Only_what_was_changed_since_an_instant()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var changing = new CatalogApp { Time = time };
        var database = changing.Services.GetRequiredService<Database>();
        var store = changing.Services.GetRequiredService<RecordReader<Dataset>>();
        var agents = changing.Services.GetRequiredService<RecordReader<Agent>>();
        var all = await ViewAsync("modifiedSince=2026-01-01", changing);
        time.Advance(TimeSpan.FromMinutes(1));
        var before = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        Assert.Empty(await ViewAsync($"modifiedSince={before}", changing));
        var (dataset, agent) = (store.Find("arbres-rennes")!.Record, agents.Find("insee")!.Record);
        database.Write("test", session =>
            DatasetStore.Writer.Save(session, dataset with { Keywords = ["platanes"] }, new DateOnly(2026, 11, 24)));
        database.Write("test", session =>
            AgentStore.Writer.Save(session, agent with { Name = LanguageMap.Of("L'Insee") }, new DateOnly(2026, 11, 24)));

        Assert.Equal(store.Count() + 57 + 2, all.Count);
        Assert.Equal(["datasets/arbres-rennes"], await ViewAsync($"modifiedSince={before}", changing));
        var inOtherForm = Uri.EscapeDataString(before.Replace("Z", "+00:00", StringComparison.Ordinal));
        Assert.Equal(["datasets/arbres-rennes"], await ViewAsync($"modifiedSince={inOtherForm}", changing));
    }

    [Fact]
    public async Task An_empty_view_is_a_page_with_nothing_on_it()
    {
        var page = Assert.Single(await CatalogWalk.AllAsync(app, "/catalog.nt?publisher=ville-de-paris&territory=commune:35238"));
        Assert.Empty(page.Of("Dataset"));
        Assert.Null(page.Next);
        Assert.Equal(2, page.Statements.Count(statement => statement.Object == "\"0\"^^<http://www.w3.org/2001/XMLSchema#integer>"));
    }

    [Theory]
    [InlineData("publisher=inse", "publisher", "insee")]
    [InlineData("hvd=yes", "hvd", "true or false")]
    [InlineData("own=vrai", "own", "true or false")]
    [InlineData("modifiedSince=yesterday", "modifiedSince", "2026-11-24T03:00:00Z")]
    [InlineData("modifiedSince=2026-02-30", "modifiedSince", "2026-11-24")]
    [InlineData("modifiedSince=2026-11-24T03:00:00", "modifiedSince", "offset")]
    [InlineData("notOn=data.gouv", "notOn", "data.gouv.fr")]
    [InlineData("territory=35239", "territory", "commune:35238")]
    [InlineData("territory=commune:99999", "territory", "typed code")]
    [InlineData("competence=eau-potables", "competence", "eau-potable")]
    [InlineData("theme=ENVIRO", "theme", "ENVI")]
    [InlineData("themes=ENVI", "themes", "theme")]
    [InlineData("lang=FR", "lang", "expected fr")]
    [InlineData("lang=de", "lang", "expected fr")]
    [InlineData("lang=", "lang", "expected fr")]
    [InlineData("lang", "lang", "expected fr")]
    [InlineData("lang=fr,en", "lang", "expected fr")]
    [InlineData("lang=fr&lang=en", "lang", "once")]
    [InlineData("lang=fr&lang=fr", "lang", "once")]
    [InlineData("Lang=fr", "Lang", "lang")]
    [InlineData("own&own", "own", "once")]
    [InlineData("own=&own=true", "own", "once")]
    [InlineData("own=%20", "own", "true or false")]
    [InlineData("theme=ENVI&theme=TRAN", "theme", "once")]
    [InlineData("pageSize=0", "pageSize", "1 to 100")]
    [InlineData("pageSize=101", "pageSize", "1 to 100")]
    [InlineData("page=0", "page", "from 1")]
    [InlineData("page=01", "page", "whole number")]
    [InlineData("page=1&cursor=services", "page", "one of them")]
    [InlineData("cursor=", "cursor", "next")]
    [InlineData("cursor=datasets_", "cursor", "next")]
    [InlineData("cursor=elsewhere_x", "cursor", "next")]
    [InlineData("cursor=datasets_%22", "cursor", "next")]
    [InlineData("cursor=datasets_%3E", "cursor", "next")]
    [InlineData("cursor=datasets_%00", "cursor", "next")]
    [InlineData("cursor=datasets_%C3%A9", "cursor", "next")]
    [InlineData("cursor=datasets_a%26page=3", "cursor", "next")]
    [InlineData("cursor=datasets_%25", "cursor", "next")]
    [InlineData("cursor=datasets_a%0A", "cursor", "next")]
    [InlineData("cursor=Datasets_arbres-rennes", "cursor", "next")]
    public async Task What_means_nothing_is_refused_with_what_is_allowed(string query, string parameter, string hint)
    {
        using var response = await app.GetAsync($"/catalog.ttl?{query}");
        var problem = await CatalogApp.JsonOf(response);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.Contains(hint, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/changes.ttl")]
    [InlineData("/suggest.ttl?q=eau")]
    [InlineData("/feed.atom.ttl")]
    [InlineData("/dumps.nt")]
    public async Task What_is_no_graph_has_no_syntaxes(string address)
    {
        using var response = await app.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Pages_by_number_lead_through_the_same_entries_and_end_in_404()
    {
        var byCursor = Ids(await CatalogWalk.AllAsync(app, "/catalog.nt?pageSize=30"));
        var first = await CatalogWalk.PageAsync(app, "/catalog.nt?pageSize=30&page=1");
        var last = int.Parse(Hydra(first, "last").Split("page=")[1].Split('&')[0], CultureInfo.InvariantCulture);
        var byNumber = new List<HarvestedPage>();
        for (var number = 1; number <= last; number++)
        {
            byNumber.Add(await CatalogWalk.PageAsync(app, $"/catalog.nt?pageSize=30&page={number}"));
            Assert.Equal(
                number > 1,
                byNumber[^1].Statements.Any(statement => statement.Predicate.EndsWith("#previous>", StringComparison.Ordinal)));
        }

        using var beyond = await app.GetAsync($"/catalog.nt?pageSize=30&page={last + 1}");
        Assert.Equal(byCursor, Ids(byNumber));
        Assert.Null(byNumber[^1].Next);
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
    }

    [Fact]
    public async Task A_cursor_whose_entry_is_gone_goes_on_behind_it()
    {
        var page = await CatalogWalk.PageAsync(app, "/catalog.nt?pageSize=1&cursor=datasets_arbres-quelque-part");
        Assert.Equal([$"<{CatalogApp.BaseUrl}/datasets/arbres-rennes>"], page.Of("Dataset"));
        var end = await CatalogWalk.PageAsync(app, "/catalog.nt?cursor=services_zzz");
        Assert.Null(end.Next);
        Assert.Empty(end.Objects($"<{CatalogApp.BaseUrl}/catalog>", $"{Corpus.Dcat}service"));
    }

    [Fact]
    public async Task Every_change_gives_a_page_another_tag()
    {
        await using var changing = new CatalogApp();
        using var before = await changing.GetAsync("/catalog.ttl");
        using var same = await changing.GetAsync("/catalog.ttl", $"If-None-Match: {before.Headers.ETag}");
        var agents = changing.Services.GetRequiredService<RecordReader<Agent>>();
        var agent = agents.Find("insee")!.Record;
        changing.Services.GetRequiredService<Database>().Write("test", session =>
            AgentStore.Writer.Save(session, agent with { Name = LanguageMap.Of("L'Insee") }, new DateOnly(2026, 11, 24)));
        using var after = await changing.GetAsync("/catalog.ttl", $"If-None-Match: {before.Headers.ETag}");

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    private static string Hydra(HarvestedPage page, string link) =>
        page.Statements.Single(statement => statement.Predicate == $"<http://www.w3.org/ns/hydra/core#{link}>").Object.Trim('<', '>');

    private async Task<IReadOnlyList<string>> ViewAsync(string filters, CatalogApp? of = null) =>
        Ids(await CatalogWalk.AllAsync(of ?? app, $"/catalog.nt?{filters}"));

    /// <summary>What the catalogue lists, as <c>datasets/x</c>.</summary>
    private static IReadOnlyList<string> Ids(IReadOnlyList<HarvestedPage> pages) => [.. pages.SelectMany(page =>
        Links.SelectMany(link => page.Objects($"<{CatalogApp.BaseUrl}/catalog>", $"{Corpus.Dcat}{link}"))
            .Select(iri => iri.Trim('<', '>')[(CatalogApp.BaseUrl.Length + 1)..]))];

    private static IReadOnlyList<string> Of(IEnumerable<string> ids, string list) =>
        [.. ids.Where(id => id.StartsWith($"{list}/", StringComparison.Ordinal)).Select(id => id.Split('/')[1])];

    private IReadOnlyList<string> Datasets(Func<Dataset, bool> chosen) =>
        [.. app.Services.GetRequiredService<RecordReader<Dataset>>().All()
            .Select(entry => entry.Record).Where(chosen).Select(dataset => dataset.Id)];

    private IReadOnlyList<string> Services(Func<DataService, bool> chosen) =>
        [.. app.Services.GetRequiredService<RecordReader<DataService>>().All()
            .Select(entry => entry.Record).Where(chosen).Select(service => service.Id)];

    private async Task<IReadOnlyList<string>> PublishedServicesAsync(string publisher) => [.. (await app.MembersAsync("services"))
        .Where(service => service.GetProperty("publisher").GetProperty("id").GetString() == $"{CatalogApp.BaseUrl}/agents/{publisher}")
        .Select(service => service.GetProperty("identifier").GetString()!)];
}
