using System.Collections.Concurrent;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataCatalog.Tests.Telemetry;

/// <summary>The log of requests: who operates the service can follow one, and nobody learns what somebody looked for.</summary>
public sealed class RequestLogTests
{
    [Theory]
    [InlineData("true", 2)]
    [InlineData("false", 0)]
    public async Task Requests_are_logged_when_the_operator_asks_for_it(string setting, int expected)
    {
        using var lines = new Lines();
        await using var app = new CatalogApp
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Catalog:RequestLog"] = setting },
        };
        await using var logged = app.WithWebHostBuilder(host =>
            host.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(lines)));
        using var client = logged.CreateClient();
        using var first = await client.GetAsync(new Uri("/datasets?q=maladie", UriKind.Relative), TestContext.Current.CancellationToken);
        using var ready = await client.GetAsync(new Uri("/datasets?q=maladie", UriKind.Relative), TestContext.Current.CancellationToken);

        var requests = lines.All.Where(line => line.Contains("Duration", StringComparison.Ordinal)).ToList();
        Assert.Equal(expected, requests.Count);
        Assert.All(requests, line => Assert.Contains("/datasets", line, StringComparison.Ordinal));
        Assert.All(requests, line => Assert.Contains("200", line, StringComparison.Ordinal));
        Assert.All(requests, line => Assert.Contains("TraceId", line, StringComparison.Ordinal));
        Assert.All(lines.All, line => Assert.DoesNotContain("maladie", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_text_of_a_report_is_in_no_line_of_the_log()
    {
        using var lines = new Lines();
        await using var app = new CatalogApp
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Catalog:RequestLog"] = "true" },
        };
        await using var logged = app.WithWebHostBuilder(host =>
            host.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(lines)));
        using var client = logged.CreateClient();
        foreach (var text in new[] { "secret", new string('s', 3000) + "secret" })
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("text", text)]);
            using var answer = await client.PostAsync(
                new Uri("/datasets/arbres-rennes/reports", UriKind.Relative), form, TestContext.Current.CancellationToken);
        }

        Assert.Contains(lines.All, line => line.Contains("/reports", StringComparison.Ordinal));
        Assert.All(lines.All, line => Assert.DoesNotContain("secret", line, StringComparison.Ordinal));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
