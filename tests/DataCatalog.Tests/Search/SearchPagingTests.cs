using System.Globalization;
using System.Net;
using System.Text.Json;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Search;

public sealed class SearchPagingTests(CatalogApp app)
{
    [Theory]
    [InlineData("/datasets.ttl?q=eau&page=2&pageSize=3", "/datasets.rdf?q=eau&page=2&pageSize=3")]
    [InlineData("/datasets.ttl?q=eau&page=2&pageSize=3", "/datasets.csv?q=eau")]
    [InlineData("/datasets.ttl?q=eau&page=2&pageSize=3", "/datasets.atom?q=eau")]
    [InlineData("/datasets.csv?q=eau&page=2&pageSize=3", "/datasets.ttl?q=eau")]
    public async Task The_graphs_of_a_page_link_each_other_and_the_beginning_of_sheets_and_feeds(string address, string other)
    {
        using var response = await app.GetAsync(address);
        var links = string.Join(", ", response.Headers.GetValues("Link"));
        Assert.Contains($"<{CatalogApp.BaseUrl}{other}>; rel=\"alternate\"", links, StringComparison.Ordinal);
    }

    private static readonly DateOnly Day = new(2026, 11, 24);

    [Theory]
    [InlineData("q=commune")]
    [InlineData("q=commune&sort=title")]
    [InlineData("q=commune&sort=modified")]
    [InlineData("sort=title")]
    [InlineData("sort=modified&theme=ENVI")]
    [InlineData("theme=ENVI")]
    [InlineData("theme=ENVI&theme=TRAN&competence=voirie")]
    [InlineData("q=xyzzy")]
    public async Task A_walk_forward_meets_every_answer_once_and_back_again(string query)
    {
        var expected = await app.IdsAsync(query);
        var forward = new List<IReadOnlyList<string>>();
        var page = await app.JsonAsync($"/datasets?{query}&pageSize=7");
        Assert.Null(page.LinkTo("previous"));
        for (; ; page = await app.JsonAsync(page.LinkTo("next")!))
        {
            forward.Add(page.Ids());
            if (page.LinkTo("next") is null)
            {
                break;
            }
        }

        Assert.Equal(expected, forward.SelectMany(ids => ids));
        var back = new List<IReadOnlyList<string>> { page.Ids() };
        while (page.LinkTo("previous") is { } previous)
        {
            page = await app.JsonAsync(previous);
            back.Insert(0, page.Ids());
        }

        Assert.Equal(forward, back);
    }

    [Fact]
    public async Task Pages_by_number_and_by_cursor_are_the_same()
    {
        var next = (await app.JsonAsync("/datasets?q=commune&pageSize=5")).LinkTo("next")!;
        Assert.Equal((await app.JsonAsync("/datasets?q=commune&pageSize=5&page=2")).Ids(), (await app.JsonAsync(next)).Ids());
        using var past = await app.GetAsync("/datasets?q=commune&pageSize=5&page=1000");
        Assert.Equal(HttpStatusCode.NotFound, past.StatusCode);
    }

    [Fact]
    public async Task The_header_has_the_links_of_the_body_in_every_syntax()
    {
        foreach (var extension in (string[])["jsonld", "ttl", "csv", "jsonl", "atom"])
        {
            using var response = await app.GetAsync($"/datasets.{extension}?theme=ENVI&pageSize=5&page=2");
            var links = string.Join(", ", response.Headers.GetValues("Link"));
            var found = $"<{CatalogApp.BaseUrl}/datasets.{extension}?theme=ENVI";
            Assert.Contains($"{found}&page=3&pageSize=5>; rel=\"next\"", links, StringComparison.Ordinal);
            Assert.Contains($"{found}&page=1&pageSize=5>; rel=\"prev\"", links, StringComparison.Ordinal);
            Assert.Contains("rel=\"first\"", links, StringComparison.Ordinal);
            Assert.Contains("rel=\"last\"", links, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("sort=title")]
    [InlineData("sort=modified")]
    [InlineData("theme=ENVI")]
    [InlineData("q=commune&sort=title")]
    public async Task What_is_there_throughout_is_met_once_while_datasets_change_come_and_go(string query)
    {
        await using var changing = new CatalogApp();
        var database = changing.Services.GetRequiredService<Database>();
        var datasets = changing.Services.GetRequiredService<RecordReader<Dataset>>();
        var before = await changing.IdsAsync(query);
        var rules = changing.Services.GetRequiredService<RecordReader<LegalRule>>();
        var named = rules.All().SelectMany(rule => rule.Record.ShownBy).ToHashSet(StringComparer.Ordinal);
        string[] free = [.. before.Where(id => !named.Contains(id))];
        string[] withdrawn = [free[2], free[6], free[^3]];
        string[] changed = [free[4], free[^5]];
        var met = new List<string>();
        for (var (next, number) = ($"/datasets?{query}&pageSize=5", 0); next is not null; number++)
        {
            var page = await changing.JsonAsync(next);
            met.AddRange(page.Ids());
            next = page.LinkTo("next");
            Write(number);
        }

        string[] steady = [.. before.Except(withdrawn, StringComparer.Ordinal).Except(changed, StringComparer.Ordinal)];
        Assert.Equal(steady, met.Where(id => steady.Contains(id, StringComparer.Ordinal)));

        void Write(int number) => database.Write("test", session =>
        {
            if (number < withdrawn.Length)
            {
                Release(session, withdrawn[number]);
                DatasetStore.Writer.Withdraw(session, withdrawn[number], "a test");
            }
            else if (number < withdrawn.Length + changed.Length)
            {
                var dataset = datasets.Find(changed[number - withdrawn.Length])!.Record;
                var title = string.Create(CultureInfo.InvariantCulture, $"Mots nouveaux {number}");
                DatasetStore.Writer.Save(session, dataset with { Title = LanguageMap.Of(title) }, Day);
            }
        });
    }

    [Fact]
    public async Task A_list_ranked_by_words_ends_with_the_next_change_and_says_so()
    {
        await using var changing = new CatalogApp();
        var next = (await changing.JsonAsync("/datasets?q=commune&pageSize=5")).LinkTo("next")!;
        Assert.Equal(5, (await changing.JsonAsync(next)).Ids().Count);
        var datasets = changing.Services.GetRequiredService<RecordReader<Dataset>>();
        var dataset = datasets.Find("arbres-rennes")!.Record;
        changing.Services.GetRequiredService<Database>().Write("test", session =>
            DatasetStore.Writer.Save(session, dataset with { Title = LanguageMap.Of("Arbres") }, Day));
        using var gone = await changing.GetAsync(next);
        var problem = await CatalogApp.JsonOf(gone);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Equal("urn:datacatalog:problem:list-gone", problem.GetProperty("type").GetString());
        Assert.Contains("sort=title", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_question_and_its_order()
    {
        var cursor = (await app.JsonAsync("/datasets?theme=ENVI&pageSize=5")).LinkTo("next")!.Split("cursor=")[1];
        foreach (var query in (string[])["theme=TRAN", "theme=ENVI&sort=title", "q=eau&theme=ENVI"])
        {
            using var response = await app.GetAsync($"/datasets?{query}&cursor={cursor}");
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    [Fact]
    public async Task Titles_are_in_the_order_of_the_French_alphabet()
    {
        using var response = await app.GetAsync("/datasets.jsonl?sort=title");
        var lines = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var titles = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("title").GetProperty("fr").GetString()!)
            .ToList();
        var french = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;
        const CompareOptions LettersOnly = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreSymbols;
        var order = Comparer<string>.Create((one, other) => french.Compare(one, other, LettersOnly));
        Assert.Equal(titles.Order(order), titles);
        Assert.Contains(titles, title => title.StartsWith('É'));
    }

    [Fact]
    public async Task One_question_has_one_address_whatever_the_order_of_its_parameters()
    {
        var one = await app.JsonAsync("/datasets?theme=TRAN&q=eau&theme=ENVI&facets=licence");
        var other = await app.JsonAsync("/datasets?facets=licence&theme=ENVI&theme=TRAN&theme=ENVI&q=eau");
        Assert.Equal(one.GetProperty("id").GetString(), other.GetProperty("id").GetString());
        Assert.Equal(one.LinkTo("last"), other.LinkTo("last"));
    }

    /// <summary>Takes a dataset out of the services that serve it, which may not point at what is withdrawn.</summary>
    private static void Release(WriteSession session, string id) =>
        session.Execute("delete from service_dataset where dataset_id = @id", ("@id", id));
}
