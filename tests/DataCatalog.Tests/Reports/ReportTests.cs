using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DataCatalog.Reports;
using DataCatalog.Storage;
using DataCatalog.Tests.Pages;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Tests.Reports;

/// <summary>Readers report errors in the entry of a dataset; the operator reads them, and nobody else.</summary>
public sealed class ReportTests : IAsyncDisposable
{
    private const string Dataset = "/datasets/arbres-rennes";
    private const string Address = Dataset + "/reports";

    private readonly CatalogApp _app = new() { Contact = "donnees@mairie.example" };

    private ReportStore Store => _app.Services.GetRequiredService<ReportStore>();

    [Fact]
    public async Task A_report_is_kept_and_leads_to_thanks_in_the_language_of_the_form()
    {
        using var answer = await SendAsync($"{Address}?ui=en", "L'adresse est fausse :\r\n<b>à corriger</b>", Page.Browser);
        using var thanks = await _app.GetAsync($"{Address}{answer.Headers.Location}", Page.Browser);
        var page = await thanks.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var report = Assert.Single(Store.Open());

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("?sent=true&ui=en", answer.Headers.Location!.ToString());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("Thank you", page, StringComparison.Ordinal);
        Assert.DoesNotContain("fausse", page, StringComparison.Ordinal);
        Assert.Equal(("arbres-rennes", "L'adresse est fausse :\n<b>à corriger</b>"), (report.Dataset, report.Text));
    }

    [Theory]
    [InlineData("fr", "Signaler une erreur", "Aucune donnée personnelle")]
    [InlineData("en", "Report an error", "No personal data")]
    public async Task The_form_says_how_long_a_report_may_be_and_asks_for_nobody(string language, string heading, string hint)
    {
        var page = await _app.PageAsync($"{Address}?ui={language}");

        Assert.Contains($"<h1>{heading}</h1>", page, StringComparison.Ordinal);
        Assert.Contains(hint, Page.TextOf(page), StringComparison.Ordinal);
        Assert.Contains($"<form method=\"post\" action=\"{Address}?ui={language}\"", page, StringComparison.Ordinal);
        Assert.Matches("<textarea id=\"text\" name=\"text\" [^>]*maxlength=\"2000\" required", page);
        Assert.Single(page.Split("<textarea").Skip(1));
        Assert.DoesNotContain("type=\"email\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"robots\" content=\"noindex\"", page, StringComparison.Ordinal);
        Assert.Contains($"{Address}?ui={language}", Page.LinksOf(await _app.PageAsync($"{Dataset}?ui={language}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("beep \a")]
    [InlineData("\u001b[31mred")]
    [InlineData("\u202efdp.exe")]
    [InlineData("a \u202ab")]
    [InlineData("\u2066a")]
    [InlineData("a\u2069")]
    public async Task An_unusable_text_is_refused_with_problem_json_and_not_kept(string text)
    {
        using var answer = await SendAsync(Address, text);
        var problem = await CatalogApp.JsonOf(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("urn:datacatalog:problem:invalid-report", problem.GetProperty("type").GetString());
        Assert.Equal("text", problem.GetProperty("parameter").GetString());
        Assert.Empty(Store.Open());
    }

    [Theory]
    [InlineData("é", 2000, HttpStatusCode.NoContent)]
    [InlineData("🌳", 2000, HttpStatusCode.NoContent)]
    [InlineData("a\r\n", 1000, HttpStatusCode.NoContent)]
    [InlineData("é", 2001, HttpStatusCode.UnprocessableEntity)]
    [InlineData("a", 33_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_report_has_2000_characters_at_most(string character, int times, HttpStatusCode status)
    {
        using var answer = await SendAsync(Address, string.Concat(Enumerable.Repeat(character, times)));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status is HttpStatusCode.NoContent ? 1 : 0, Store.Open().Count);
    }

    [Theory]
    [InlineData("text=a&text=b", ReportForm.ContentType, HttpStatusCode.UnprocessableEntity)]
    [InlineData("text=a&email=me%40example.org", ReportForm.ContentType, HttpStatusCode.UnprocessableEntity)]
    [InlineData("a=1&b=2&c=3&d=4&e=5", ReportForm.ContentType, HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"text\":\"a\"}", "application/json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text=a", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("", ReportForm.ContentType, HttpStatusCode.UnprocessableEntity)]
    public async Task Another_body_is_refused(string body, string type, HttpStatusCode status)
    {
        using var client = _app.NewClient();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var answer = await client.PostAsync(new Uri(Address, UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(Store.Open());
    }

    [Fact]
    public async Task A_form_with_too_many_fields_is_refused_with_their_number()
    {
        using var client = _app.NewClient();
        using var content = new StringContent("text=faux&b=2&c=3&d=4&e=5", Encoding.UTF8, ReportForm.ContentType);
        using var answer = await client.PostAsync(new Uri(Address, UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(
            "The form has 5 fields; it may have one, 'text'.", (await CatalogApp.JsonOf(answer)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_body_without_a_type_is_no_form()
    {
        using var client = _app.NewClient();
        using var content = new ByteArrayContent("text=a"u8.ToArray());
        using var answer = await client.PostAsync(new Uri(Address, UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(Store.Open());
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_read_as_far_as_a_report_may_be_long()
    {
        using var client = _app.NewClient();
        using var content = new StreamContent(new Endless());
        content.Headers.ContentType = new MediaTypeHeaderValue(ReportForm.ContentType);
        using var answer = await client.PostAsync(new Uri(Address, UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site: cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site: same-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin: https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin: null", HttpStatusCode.Forbidden)]
    [InlineData("Origin: http://localhost:50800", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site: same-origin", HttpStatusCode.NoContent)]
    [InlineData("Origin: http://localhost:5080", HttpStatusCode.NoContent)]
    [InlineData("Origin: http://localhost", HttpStatusCode.NoContent)]
    public async Task Only_our_own_pages_send_reports(string header, HttpStatusCode status)
    {
        using var answer = await SendAsync(Address, "faux", header);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status is HttpStatusCode.NoContent ? 1 : 0, Store.Open().Count);
    }

    [Theory]
    [InlineData("/datasets/unknown/reports", HttpStatusCode.NotFound)]
    [InlineData("/datasets/arbres-rennes/reports/", HttpStatusCode.NotFound)]
    [InlineData("/datasets/arbres-rennes/Reports", HttpStatusCode.NotFound)]
    [InlineData("/datasets/arbres-rennes/reports?page=1", HttpStatusCode.BadRequest)]
    [InlineData("/datasets/arbres-rennes", HttpStatusCode.MethodNotAllowed)]
    public async Task Nothing_is_reported_elsewhere(string address, HttpStatusCode status)
    {
        using var answer = await SendAsync(address, "faux");

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(Store.Open());
    }

    [Fact]
    public async Task A_report_changes_no_answer_no_tag_and_nothing_in_the_change_log()
    {
        var before = await StateAsync();
        using var answer = await SendAsync(Address, "faux");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task A_reader_whose_report_is_refused_gets_a_page_that_says_why()
    {
        using var answer = await SendAsync(Address, "", Page.Browser);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Le signalement n'est pas enregistré", Page.TextOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_1000_open_reports_the_next_is_refused_until_one_is_closed()
    {
        for (var number = 0; number < ReportStore.MostOpen; number++)
        {
            Assert.True(Store.Save("arbres-rennes", "faux"));
        }

        using var refused = await SendAsync(Address, "faux");
        var problem = await CatalogApp.JsonOf(refused);
        Assert.True(Store.Close(Store.Open()[0].Number));
        using var kept = await SendAsync(Address, "faux");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("urn:datacatalog:problem:reports-full", problem.GetProperty("type").GetString());
        Assert.Contains("donnees@mairie.example", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);
        Assert.Equal(ReportStore.MostOpen, Store.Open().Count);
    }

    [Fact]
    [Trait("Engine", "SQLite")]
    public async Task While_another_process_writes_a_report_is_refused_for_now_and_does_not_count()
    {
        await using (var other = new SqliteConnection($"Data Source={_app.Services.GetRequiredService<Database>().File};Pooling=false"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var writing = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
            for (var times = 0; times <= ReportAllowance.OfOneClient; times++)
            {
                using var refused = await SendAsync(Address, "faux");
                var problem = await CatalogApp.JsonOf(refused);
                Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
                Assert.Equal("urn:datacatalog:problem:busy", problem.GetProperty("type").GetString());
                Assert.NotNull(refused.Headers.RetryAfter);
                Assert.True(refused.Headers.CacheControl!.NoStore);
            }
        }

        using var kept = await SendAsync(Address, "faux");
        Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);
        Assert.Single(Store.Open());
    }

    [Fact]
    public void A_client_sends_five_reports_an_hour_and_others_are_not_kept_waiting()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 30, 9, 40, 0, TimeSpan.Zero));
        var allowance = new ReportAllowance(time);
        var client = IPAddress.Parse("203.0.113.7");

        Assert.All(Enumerable.Range(0, ReportAllowance.OfOneClient), _ => Assert.Null(allowance.Take(client)));
        Assert.Equal(TimeSpan.FromMinutes(20), allowance.Take(client));
        Assert.Null(allowance.Take(IPAddress.Parse("203.0.113.8")));
        time.Advance(TimeSpan.FromMinutes(20));
        Assert.Null(allowance.Take(client));
    }

    [Fact]
    public void A_network_of_IPv6_is_one_client_and_a_flood_of_clients_is_bounded()
    {
        var allowance = new ReportAllowance(new FakeTimeProvider());

        Assert.All(Enumerable.Range(1, 5), number => Assert.Null(allowance.Take(IPAddress.Parse($"2001:db8::{number}"))));
        Assert.NotNull(allowance.Take(IPAddress.Parse("2001:db8::ffff")));
        var others = Enumerable.Range(0, 2000).Select(number => new IPAddress([198, 18, (byte)(number / 256), (byte)number]));
        var refused = others.Count(other => allowance.Take(other) is not null);
        Assert.Equal(2000 - 999, refused);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<string> StateAsync()
    {
        var texts = new List<string> { $"{_app.Services.GetRequiredService<Database>().Sequence}" };
        foreach (var address in new[] { Dataset, "/changes", "/datasets?q=eau", "/feed.atom", $"{Dataset}.html" })
        {
            using var answer = await _app.GetAsync(address);
            texts.Add($"{answer.Headers.ETag} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        }

        return string.Join('\n', texts);
    }

    private async Task<HttpResponseMessage> SendAsync(string address, string text, params string[] headers)
    {
        using var client = _app.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new StringContent($"text={Uri.EscapeDataString(text)}", Encoding.UTF8, ReportForm.ContentType);
        foreach (var header in headers)
        {
            var parts = header.Split(": ", 2);
            request.Headers.TryAddWithoutValidation(parts[0], parts[1]);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A body that never ends.</summary>
    private sealed class Endless : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'a');
            return buffer.Length;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Read(buffer.Span));
    }
}
