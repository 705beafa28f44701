using System.Globalization;
using System.Net;
using System.Text.Json;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(DataCatalog.Tests.CatalogApp))]

namespace DataCatalog.Tests;

/// <summary>
/// The real application over the real entries, on a database of its own (<see cref="TestDatabase"/>). The client follows no redirect. Test
/// classes that only read take the one of the assembly, by a parameter of their constructors; what a test changes, it changes in an
/// application that it makes.
/// </summary>
public sealed class CatalogApp : WebApplicationFactory<Program>
{
    public const string BaseUrl = "http://localhost:5080";

    private readonly Lock _starting = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("datacatalog-");
    private TestDatabase? _own;

    /// <summary>No dumps, unless a test asks for them: they cost seconds.</summary>
    public int DumpMinutes { get; init; }

    /// <summary>Whether it has all communes, and not only those that the entries name: that costs seconds.</summary>
    public bool HasAllCommunes { get; init; }

    /// <summary>The clock of the change log and of the dumps.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whom its description names; null for nobody.</summary>
    public string? Contact { get; init; }

    /// <summary>What its IRIs begin with.</summary>
    public string PublicBaseUrl { get; init; } = BaseUrl;

    /// <summary>Its database, which it leaves where it is; null for one of its own.</summary>
    public string? Database { get; init; }

    /// <summary>Further settings.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Puts a file where the folder of the dumps should be.</summary>
    public bool BlocksDumpFolder { get; init; }

    /// <summary>Started by whoever comes first: the framework's own start is for one caller.</summary>
    public override IServiceProvider Services
    {
        get
        {
            lock (_starting)
            {
                return base.Services;
            }
        }
    }

    public HttpClient NewClient()
    {
        lock (_starting)
        {
            return CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        }
    }

    /// <summary>Gets an address; header values are given as <c>name: value</c>.</summary>
    public async Task<HttpResponseMessage> GetAsync(string address, params string[] headers) =>
        await SendAsync(HttpMethod.Get, address, headers);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, params string[] headers)
    {
        using var client = NewClient();
        using var request = new HttpRequestMessage(method, address);
        foreach (var header in headers)
        {
            var parts = header.Split(": ", 2);
            request.Headers.TryAddWithoutValidation(parts[0], parts[1]);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Returns the number of the last change, as answers write it.</summary>
    internal string Sequence() => Services.GetRequiredService<Database>().Sequence.ToString(CultureInfo.InvariantCulture);

    /// <summary>Gets the bytes of an address that must answer 200.</summary>
    public async Task<byte[]> BytesAsync(string address)
    {
        using var response = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Gets the JSON of an address that must answer 200.</summary>
    public async Task<JsonElement> JsonAsync(string address, params string[] headers)
    {
        using var response = await GetAsync(address, headers);
        return await JsonOf(response);
    }

    /// <summary>Waits until the dumps are there, a minute at most: before, their addresses answer 503.</summary>
    public async Task WaitForDumpsAsync()
    {
        using var client = CreateClient();
        for (var tries = 0; tries < 600; tries++)
        {
            using var response = await client.GetAsync(new Uri("/dumps", UriKind.Relative), TestContext.Current.CancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }

        Assert.Fail("The dumps were not made within a minute.");
    }

    /// <summary>Every entry of a list, page by page.</summary>
    public async Task<IReadOnlyList<JsonElement>> MembersAsync(string list)
    {
        var members = new List<JsonElement>();
        for (var next = $"/{list}?pageSize=100"; next is not null;)
        {
            var page = await JsonAsync(next);
            members.AddRange(page.GetProperty("member").EnumerateArray());
            next = page.GetProperty("view").TryGetProperty("next", out var link) ? link.GetString()![BaseUrl.Length..] : null;
        }

        return members;
    }

    public static async Task<JsonElement> JsonOf(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }

    /// <summary>Whether it may begin with a copy: the base URL, the territories and the clock of the load are the usual ones.</summary>
    private bool IsAsSeeded => PublicBaseUrl is BaseUrl && !HasAllCommunes && ReferenceEquals(Time, TimeProvider.System);

    /// <summary>The folder of the dumps: that beside the file, where the database is one.</summary>
    private string DumpFolder => Path.Combine(_folder.FullName, "catalog-dumps");

    private TestDatabase OwnDatabase()
    {
        var file = Path.Combine(_folder.FullName, "catalog.db");
        return IsAsSeeded ? TestDatabase.Seeded(file) : TestDatabase.Empty(file);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Catalog:Database", Database ?? (_own ??= OwnDatabase()).Text);
        if (TestDatabase.IsOnServer)
        {
            builder.UseSetting("Catalog:DumpFolder", DumpFolder);
        }

        if (BlocksDumpFolder)
        {
            File.WriteAllText(DumpFolder, "");
        }

        builder.UseSetting("Catalog:SeedData", HasAllCommunes ? Repository.PathOf("seed-data") : TestSeed.Folder);
        builder.UseSetting("Catalog:PublicBaseUrl", PublicBaseUrl);
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("Catalog:ConnectionsPerSecond", "100000");
        builder.UseSetting("Catalog:DumpMinutes", DumpMinutes.ToString(CultureInfo.InvariantCulture));
        if (Contact is not null)
        {
            builder.UseSetting("Catalog:Contact", Contact);
        }

        Settings.ToList().ForEach(setting => builder.UseSetting(setting.Key, setting.Value));
        builder.ConfigureTestServices(services => services.AddSingleton(Time));
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _own?.Dispose();
        }

        if (disposing && _folder.Exists)
        {
            _folder.Delete(recursive: true);
            _folder.Refresh();
        }
    }
}
