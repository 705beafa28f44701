using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Http.Bounds;

/// <summary>One address may ask for so many answers that must be made; whoever walks through everything is never refused.</summary>
public sealed class RequestRateTests : IAsyncDisposable
{
    /// <summary>The answers that one address gets at once when the setting is 1 a second.</summary>
    private const int Burst = 10;

    private readonly CatalogApp _app = new()
    {
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Catalog:RequestsPerSecond"] = "1",
            ["Catalog:TrustedProxies"] = "192.0.2.1, 198.51.100.0/24, 2001:db8::/32",
        },
    };

    private readonly WebApplicationFactory<Program> _service;

    public RequestRateTests() => _service = _app.WithWebHostBuilder(host =>
        host.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, Addresses>()));

    [Fact]
    public async Task Who_asks_for_more_is_told_when_to_come_back_and_others_are_served()
    {
        var statuses = await StatusesAsync("203.0.113.7", 2 * Burst);
        using var refused = await AskAsync("203.0.113.7", "/datasets?q=refused");
        using var other = await AskAsync("203.0.113.8", "/datasets?q=other");
        var problem = await CatalogApp.JsonOf(refused);

        Assert.All(statuses[..Burst], status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, Burst);
        Assert.Equal("urn:datacatalog:problem:too-many", problem.GetProperty("type").GetString());
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Ready_answers_do_not_count()
    {
        for (var times = 0; times < 5 * Burst; times++)
        {
            using var response = await AskAsync("203.0.113.7", "/datasets?q=eau");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_walk_through_everything_never_meets_the_limit()
    {
        for (var size = 1; size <= 3 * Burst; size++)
        {
            using var page = await AskAsync("203.0.113.7", $"/catalog.nt?pageSize={size}");
            using var changes = await AskAsync("203.0.113.7", $"/changes?limit={size}");
            using var health = await AskAsync("203.0.113.7", "/health/live");
            Assert.Equal(
                (HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (page.StatusCode, changes.StatusCode, health.StatusCode));
        }
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task This_machine_has_no_limit(string address) =>
        Assert.All(await StatusesAsync(address, 3 * Burst), status => Assert.Equal(HttpStatusCode.OK, status));

    [Fact]
    public async Task An_IPv6_network_is_one_client()
    {
        var statuses = await Task.WhenAll(Enumerable.Range(1, 2 * Burst).Select(async number =>
        {
            using var response = await AskAsync($"2001:db9::{number:x}", $"/datasets?q=mot{number}");
            return response.StatusCode;
        }));
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("198.51.100.77")]
    [InlineData("2001:db8::5")]
    public async Task Behind_a_proxy_that_is_named_the_client_is_who_the_proxy_says(string proxy)
    {
        var one = await StatusesAsync(proxy, 2 * Burst, "203.0.113.7");
        using var other = await AskAsync(proxy, "/datasets?q=other", "203.0.113.8");

        Assert.Contains(HttpStatusCode.TooManyRequests, one);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Nobody_else_can_say_who_the_client_is()
    {
        var statuses = new List<HttpStatusCode>();
        for (var number = 0; number < 2 * Burst; number++)
        {
            using var response = await AskAsync("203.0.113.9", $"/datasets?q=mot{number}", $"198.18.0.{number}");
            statuses.Add(response.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _app.DisposeAsync();
    }

    private async Task<HttpStatusCode[]> StatusesAsync(string address, int times, string? forwarded = null)
    {
        var statuses = new HttpStatusCode[times];
        for (var number = 0; number < times; number++)
        {
            using var response = await AskAsync(address, $"/datasets?q=mot{number}", forwarded);
            statuses[number] = response.StatusCode;
        }

        return statuses;
    }

    private async Task<HttpResponseMessage> AskAsync(string address, string path, string? forwarded = null)
    {
        using var client = _service.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(Addresses.Header, address);
        if (forwarded is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwarded);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Gives each request the address of a connection, which the server of tests does not have.</summary>
    private sealed class Addresses : IStartupFilter
    {
        public const string Header = "Test-Address";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[Header].ToString());
                return following(context);
            });
            next(app);
        };
    }
}
