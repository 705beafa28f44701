using System.Security.Cryptography;
using Dapper;
using DataCatalog.Http;
using DataCatalog.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Tests.Http;

/// <summary>A service of which one input is changed after the other, and all that it answered under each tag since the beginning.</summary>
internal sealed class TagScenario : IAsyncDisposable
{
    /// <summary>A change to the size that holds without a setting would change nothing.</summary>
    private const int DefaultPageSize = 20;

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Address, string Bytes, string After)> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Tag, string Bytes)> _last = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];
    private readonly List<string> _addresses;
    private string _baseUrl = CatalogApp.BaseUrl;
    private CatalogApp _app;
    private int _count;

    /// <summary>Begins with the seed.</summary>
    public TagScenario(IEnumerable<string> addresses)
    {
        SeededDatabase.CopyTo(Database);
        _addresses = [.. addresses];
        _app = Start();
    }

    /// <summary>Answers with the tag of other bytes, in words.</summary>
    public IReadOnlyList<string> Faults => _faults;

    private string Database => _folder.PathOf("catalog.db");

    /// <summary>Changes an input.</summary>
    /// <param name="input">Which one.</param>
    /// <param name="target">Chooses the record.</param>
    public async Task ChangeAsync(Input input, int target)
    {
        _count++;
        _time.Advance(TimeSpan.FromMinutes(1));
        await (input switch
        {
            Input.Day => Task.Run(() => _time.Advance(TimeSpan.FromDays(400))),
            Input.PageSize => RestartAsync("Catalog:PageSize", $"{(_count + 2 < DefaultPageSize ? _count + 2 : _count + 3)}"),
            Input.MaxPageSize => RestartAsync("Catalog:MaxPageSize", $"{_count + 100}"),
            Input.Contact => RestartAsync("Catalog:Contact", $"https://example.org/contact/{_count}"),
            Input.BaseUrl => RenameAsync($"http://catalogue{_count}.example"),
            Input.Backup => RestoreAsync(target, isOtherwise: true),
            Input.Again => RestoreAsync(target, isOtherwise: false),
            Input.Restart => RestartAsync(),
            _ => WriteAsync(input, target),
        });
    }

    /// <summary>Gets all addresses, each rendered anew.</summary>
    /// <param name="after">What was changed last.</param>
    /// <returns>Those that now have other bytes than before, and those that have another tag.</returns>
    public async Task<(IReadOnlyList<string> Bytes, IReadOnlyList<string> Tags)> LookAsync(string after)
    {
        _app.Services.GetRequiredService<RepresentationCache>().Clear();
        var before = new Dictionary<string, (string Tag, string Bytes)>(_last, StringComparer.Ordinal);
        foreach (var address in _addresses)
        {
            await LookAsync(address, after);
        }

        string[] others = [.. before.Keys.Where(address => !_last[address].Equals(before[address]))];
        return (
            Array.FindAll(others, address => _last[address].Bytes != before[address].Bytes),
            Array.FindAll(others, address => _last[address].Tag != before[address].Tag));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private async Task LookAsync(string address, string after)
    {
        using var response = await _app.GetAsync(address);
        if (!response.IsSuccessStatusCode)
        {
            _last[address] = ("", "");
            return;
        }

        var tag = response.Headers.ETag?.ToString() ?? throw new InvalidOperationException($"{address} has no tag.");
        var bytes = Digest(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        _last[address] = (tag, bytes);
        if (!_answers.TryAdd(tag, (address, bytes, after)) && !string.Equals(_answers[tag].Bytes, bytes, StringComparison.Ordinal))
        {
            _faults.Add($"{address} after {after} has the tag of {_answers[tag].Address} after {_answers[tag].After}, and other bytes");
        }
    }

    private async Task WriteAsync(Input input, int target)
    {
        var (address, write) = new InputWriter(_app.Services, target, _count).Of(input);
        if (!_addresses.Contains(address, StringComparer.Ordinal))
        {
            _addresses.Add(address);
            await LookAsync(address, "what was before");
        }

        write();
    }

    private CatalogApp Start() => new() { Database = Database, Time = _time, Settings = _settings, PublicBaseUrl = _baseUrl };

    private async Task RestartAsync(string? setting = null, string? value = null)
    {
        await _app.StopAsync();
        if (setting is not null)
        {
            _settings[setting] = value!;
        }

        _app = Start();
    }

    private async Task RenameAsync(string baseUrl)
    {
        await _app.StopAsync();
        using (var connection = new SqliteConnection($"Data Source={Database};Pooling=false"))
        {
            await connection.ExecuteAsync("update setting set value = @baseUrl where name = 'public-base-url'", new { baseUrl });
        }

        _baseUrl = baseUrl;
        _app = Start();
    }

    /// <summary>Changes a dataset and an agent, and later the same ones in a copy from before, otherwise or in the same way.</summary>
    private async Task RestoreAsync(int target, bool isOtherwise)
    {
        await _app.StopAsync();
        var backup = _folder.PathOf($"backup-{_count}.db");
        File.Copy(Database, backup);
        _app = Start();
        await ChangeBothAsync();
        await LookAsync("what was lost with the backup");
        await _app.StopAsync();
        File.Copy(backup, Database, overwrite: true);
        _app = Start();
        _count += isOtherwise ? 1 : 0;
        _time.Advance(TimeSpan.FromMinutes(1));
        await ChangeBothAsync();

        async Task ChangeBothAsync()
        {
            await WriteAsync(Input.Agent, target);
            await WriteAsync(Input.Dataset, target);
        }
    }

    private static string Digest(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));
}
