using System.Globalization;
using System.Net;
using Dapper;
using DataCatalog.Agents;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.Index.Text;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Search;

public sealed class SearchTests(CatalogApp app)
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    [Theory]
    [InlineData("qualité de l'eau du robinet", "qualite-eau-robinet")]
    [InlineData("QUALITE EAU ROBINETS", "qualite-eau-robinet")]
    [InlineData("arbres rennes", "arbres-rennes")]
    [InlineData("cantine rennes", "menus-cantines-rennes")]
    [InlineData("\"base adresse nationale\"", "base-adresse-nationale")]
    [InlineData("base adresse natio", "base-adresse-nationale")]
    public async Task The_best_answer_is_first(string question, string expected) => Assert.Equal(expected, (await FindAsync(question))[0]);

    /// <summary>Keywords have no apostrophe, slash or plus, since CKAN takes none; people write them all the same.</summary>
    [Theory]
    [InlineData("bassin d'emploi", "bmo-besoins-main-oeuvre")]
    [InlineData("Crit'Air", "parc-vehicules-communes-sdes")]
    [InlineData("qualité de l'air", "indice-atmo-communes")]
    [InlineData("points d'intérêt", "datatourisme")]
    [InlineData("demandeurs d’emploi", "demandeurs-emploi-communes")]
    [InlineData("REP+", "education-prioritaire")]
    [InlineData("réseau REP+", "education-prioritaire")]
    [InlineData("points d'eau", "points-eau-incendie-seine-maritime")]
    [InlineData("HTA/BT", "postes-distribution-publique-hta-bt")]
    [InlineData("qualité de l'eau", "qualite-eau-robinet")]
    [InlineData("prix de l'eau", "sispea-services-eau-assainissement")]
    [InlineData("zone d'activité", "sites-activite-economique-tarn")]
    [InlineData("zone d'emploi", "zonages-etude-insee")]
    public async Task The_written_form_of_a_keyword_finds_its_dataset(string written, string expected) =>
        Assert.Contains(expected, await FindAsync(written));

    [Theory]
    [InlineData("code_insee")]
    [InlineData("CODE_INSEE")]
    public async Task A_question_is_not_suggested_instead_of_itself(string question) =>
        Assert.False((await app.JsonAsync($"/datasets?q={question}")).TryGetProperty("suggestion", out _));

    [Fact]
    public async Task All_words_are_wanted_and_some_are_not()
    {
        var trees = await FindAsync("arbres");
        var without = await FindAsync("arbres -rennes");
        Assert.Contains("arbres-rennes", trees);
        Assert.Contains("arbres-paris", without);
        Assert.DoesNotContain("arbres-rennes", without);
    }

    [Theory]
    [InlineData("éclairage publique", "éclairage public")]
    [InlineData("écoles publics", "école publique")]
    [InlineData("trafic routière", "trafic routier")]
    [InlineData("comptages routie", "comptages routier")]
    public async Task Both_genders_of_a_word_find_the_same(string question, string other)
    {
        var page = await app.JsonAsync($"/datasets?q={Uri.EscapeDataString(question)}");
        Assert.False(page.TryGetProperty("isRelaxed", out _));
        Assert.NotEmpty(page.Ids());
        Assert.Equal(await FindAsync(other), await FindAsync(question));
    }

    [Theory]
    [InlineData("est-ce que je dois publier les délibérations", "publier délibérations")]
    [InlineData("Comment savoir combien on a d'habitants", "habitants")]
    [InlineData("où trouver des arbres", "arbres")]
    [InlineData("existe-t-il une base adresse", "base adresse")]
    [InlineData("quelles délibérations doit-on publier", "délibérations publier")]
    [InlineData("arbres où", "arbres")]
    public async Task Words_that_ask_are_not_looked_for(string question, string other)
    {
        Assert.NotEmpty(await FindAsync(other));
        Assert.Equal(await FindAsync(other), await FindAsync(question));
    }

    [Fact]
    public async Task Words_that_ask_are_looked_for_where_they_are_all_there_is_or_stand_in_a_phrase()
    {
        await using var changing = new CatalogApp();
        var datasets = changing.Services.GetRequiredService<RecordReader<Dataset>>();
        var asking = datasets.Find("arbres-rennes")!.Record with { Title = LanguageMap.Of("Comment et où trouver des arbres") };
        var open = datasets.Find("arbres-paris")!.Record with
        {
            Title = LanguageMap.Of("Arbres ouverts"),
            Description = LanguageMap.Of("Arbres ouverts"),
        };
        changing.Services.GetRequiredService<Database>().Write("test", session =>
            _ = (DatasetStore.Writer.Save(session, asking, Day), DatasetStore.Writer.Save(session, open, Day)));
        Assert.Equal(["arbres-rennes"], changing.Find("comment trouver"));
        Assert.Equal(["arbres-rennes"], changing.Find("comment trouver -rennais"));
        Assert.Equal(["arbres-rennes"], changing.Find("\"trouver des arbres\""));
        Assert.DoesNotContain("arbres-rennes", changing.Find("arbres -comment"));
        Assert.Contains("arbres-rennes", changing.Find("où"));
        Assert.DoesNotContain("arbres-paris", changing.Find("où"));
        Assert.Contains("arbres-paris", changing.Find("arbres ouv"));
    }

    [Fact]
    public async Task A_phrase_stands_as_it_is()
    {
        var words = await FindAsync("nationale base");
        var phrase = await FindAsync("\"nationale base\"");
        Assert.Contains("base-adresse-nationale", words);
        Assert.DoesNotContain("base-adresse-nationale", phrase);
    }

    [Fact]
    public async Task Without_an_answer_to_all_words_there_are_some_and_the_answer_says_so()
    {
        var page = await app.JsonAsync("/datasets?q=cantine%20hélicoptère");
        var strict = await app.JsonAsync("/datasets?q=cantine");
        Assert.True(page.GetProperty("isRelaxed").GetBoolean());
        Assert.False(strict.TryGetProperty("isRelaxed", out _));
        Assert.True(page.GetProperty("totalItems").GetInt32() > 0);
    }

    [Fact]
    public async Task The_words_of_a_term_with_synonyms_also_count_apart()
    {
        var page = await app.JsonAsync("/datasets?q=zone%20inondable");
        Assert.True(page.GetProperty("totalItems").GetInt32() > 0);
        Assert.Contains("menus-cantines-rennes", await FindAsync("scolaire restauration"));
    }

    [Fact]
    public async Task Pages_of_an_answer_have_every_entry_once_and_links_keep_the_question()
    {
        var found = new List<string>();
        var total = 0;
        for (var next = "/datasets.json?q=commune&pageSize=30"; next is not null;)
        {
            var page = await app.JsonAsync(next);
            total = page.GetProperty("totalItems").GetInt32();
            Assert.Equal($"{CatalogApp.BaseUrl}/datasets?q=commune", page.GetProperty("id").GetString());
            found.AddRange(page.GetProperty("member").EnumerateArray().Select(member => member.GetProperty("identifier").GetString()!));
            next = page.GetProperty("view").TryGetProperty("next", out var link) ? link.GetString()![CatalogApp.BaseUrl.Length..] : null;
            Assert.True(next is null || next.StartsWith("/datasets.json?q=commune&cursor=", StringComparison.Ordinal), next);
        }

        Assert.True(total > 60);
        Assert.Equal(total, found.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(total, found.Count);
    }

    [Fact]
    public async Task Nothing_found_is_a_page_without_entries()
    {
        foreach (var question in (string[])["xyzzy", "de la", "-arbres", "\"\""])
        {
            var page = await app.JsonAsync($"/datasets?q={question}");
            Assert.Equal(0, page.GetProperty("totalItems").GetInt32());
            Assert.Equal(0, page.GetProperty("member").GetArrayLength());
        }
    }

    [Theory]
    [InlineData("title:eau")]
    [InlineData("eau AND")]
    [InlineData("NOT")]
    [InlineData("NEAR(eau potable, 2)")]
    [InlineData("(eau")]
    [InlineData("eau*")]
    [InlineData("\"eau")]
    [InlineData("^eau")]
    [InlineData("{title}: eau")]
    [InlineData("eau + potable")]
    [InlineData("'; drop table search; --")]
    [InlineData("a\0b")]
    [InlineData("\uD83D\uDCA7 eau")]
    [InlineData("\u202Eeau\u200F \u05D0")]
    [InlineData("-")]
    [InlineData("--eau")]
    [InlineData("-\"eau potable\"")]
    [InlineData("œuf l' d' qu'")]
    [InlineData("data.gouv.fr 3,5 1.0.2 C++")]
    public async Task Whatever_is_typed_gets_an_answer(string question)
    {
        using var response = await app.GetAsync($"/datasets.json?pageSize=1&q={Uri.EscapeDataString(question)}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Random_signs_get_an_answer()
    {
        const string Alphabet =
            "eau potable\"'-*():^{}+,.;AND OR NOT NEAR\0\t\n\u00e9\u0153\u2019\ud83d\udca7\u05d0%_\\|&<>=~`@#$0123456789";
        var random = new Random(20261124);
        for (var run = 0; run < 500; run++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            Assert.NotNull(app.Find(text));
        }

        using var longest = await app.GetAsync($"/datasets?pageSize=1&q={new string('a', TextQuery.MaxLength)}");
        Assert.Equal(HttpStatusCode.OK, longest.StatusCode);
    }

    [Fact]
    public async Task Too_long_a_question_is_refused()
    {
        using var response = await app.GetAsync($"/datasets?q={new string('a', TextQuery.MaxLength + 1)}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("q", (await CatalogApp.JsonOf(response)).GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task The_index_follows_what_is_written_in_the_same_transaction()
    {
        await using var changing = new CatalogApp();
        var database = changing.Services.GetRequiredService<Database>();
        var datasets = changing.Services.GetRequiredService<RecordReader<Dataset>>();
        var agents = changing.Services.GetRequiredService<RecordReader<Agent>>();
        var (dataset, agent) = (datasets.Find("arbres-rennes")!.Record, agents.Find("rennes-metropole")!.Record);
        database.Write("test", session =>
            DatasetStore.Writer.Save(session, dataset with { Title = LanguageMap.Of("Inventaire des baobabs") }, Day));
        Assert.Equal(["arbres-rennes"], changing.Find("baobab"));
        database.Write("test", session => AgentStore.Writer.Save(session, agent with { Name = LanguageMap.Of("Zanzibar Métropole") }, Day));
        Assert.Contains("arbres-rennes", changing.Find("zanzibar"));
        Assert.Throws<InvalidOperationException>(() => database.Write("test", session =>
        {
            DatasetStore.Writer.Save(session, dataset with { Title = LanguageMap.Of("Inventaire des séquoias") }, Day);
            throw new InvalidOperationException("undone");
        }));
        Assert.Empty(changing.Find("séquoia"));
        database.Write("test", session => DatasetStore.Writer.Withdraw(session, "arbres-rennes", "a test"));
        Assert.Empty(changing.Find("baobab"));
    }

    [Fact]
    public async Task Reindexing_gives_the_same_answers()
    {
        await using var changing = new CatalogApp();
        var database = changing.Services.GetRequiredService<Database>();
        var before = changing.Find("eau");
        Assert.NotEmpty(before);
        database.Write("test", session =>
        {
            session.Execute("delete from search");
            session.Execute("delete from search_row");
        });
        SearchRows.Complete(database);
        Assert.Equal(before, changing.Find("eau"));
    }

    [Fact]
    public async Task Reindexing_leaves_the_numbers_of_the_rows()
    {
        await using var changing = new CatalogApp();
        var database = changing.Services.GetRequiredService<Database>();
        var datasets = changing.Services.GetRequiredService<RecordReader<Dataset>>();
        database.Write("test", session =>
        {
            var dataset = datasets.Find("arbres-rennes")!.Record;
            DatasetStore.Writer.Save(session, dataset with { Id = "aaa", Distributions = [], OtherIdentifiers = [] }, Day);
            DatasetStore.Writer.Withdraw(session, "arbres-rennes", "a test");
        });
        var before = Numbers();
        database.Write("test", session => session.Execute("delete from search_row where dataset_id = 'aaa'"));
        database.Write("test", SearchRows.Rebuild);
        Assert.Equal(before, Numbers());
        Assert.Contains("aaa", before[^1], StringComparison.Ordinal);

        IReadOnlyList<string> Numbers()
        {
            using var connection = database.OpenRead();
            return connection.Query<string>(
                "select id || ' ' || dataset_id from search_row where id in (select rowid from search) order by id").AsList();
        }
    }

    [Fact]
    public async Task Rows_of_another_form_are_made_anew()
    {
        await using var changing = new CatalogApp();
        var database = changing.Services.GetRequiredService<Database>();
        await changing.Services.GetRequiredService<WarmUp>().Ended; // a server completes the rows before it reads them
        database.Write("test", session =>
        {
            session.Execute("delete from search where rowid = (select id from search_row where dataset_id = 'arbres-rennes')");
            session.Execute("update setting set value = 'older' where name = 'search-form'");
        });
        Assert.False(IsIndexed());
        SearchRows.Complete(database);
        Assert.True(IsIndexed());
        Assert.Contains("arbres-rennes", changing.Find("arbres"));

        bool IsIndexed()
        {
            using var connection = database.OpenRead();
            return connection.ExecuteScalar<bool>(
                "select exists (select 1 from search s join search_row r on r.id = s.rowid where r.dataset_id = 'arbres-rennes')");
        }
    }

    private async Task<IReadOnlyList<string>> FindAsync(string question)
    {
        var page = await app.JsonAsync(
            string.Create(CultureInfo.InvariantCulture, $"/datasets?pageSize=100&q={Uri.EscapeDataString(question)}"));
        return [.. page.GetProperty("member").EnumerateArray().Select(member => member.GetProperty("identifier").GetString()!)];
    }
}
