using System.Globalization;
using System.Net;
using System.Text;

namespace DataCatalog.Tests.Fuzz;

/// <summary>
/// Asks the service, over real sockets, what no reasonable client asks. <c>FUZZ_SEED</c> and <c>FUZZ_REQUESTS</c> choose the requests;
/// <c>FUZZ_REPORT</c> names a file for what was seen.
/// </summary>
[Trait("Speed", "Slow")]
public sealed class FuzzTests
{
    private const int DefaultSeed = 20261124;
    private const int DefaultRequests = 12_000;

    /// <summary>Checks whose faults are shown and do not fail, each with its reason.</summary>
    private static readonly Dictionary<Check, string> Off = [];

    [Fact]
    public async Task Whatever_is_asked_the_answer_is_of_a_form_that_is_described()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var app = new CatalogApp { DumpMinutes = 60 };
        app.UseKestrel(0);
        app.StartServer();
        await app.WaitForDumpsAsync();
        using var client = app.CreateClient();
        var operations = await Description.ReadAsync(cancellation);
        var known = await KnownValues.ReadAsync(operations, client, cancellation);
        var seed = Setting("FUZZ_SEED", DefaultSeed);
        var service = new IPEndPoint(IPAddress.Loopback, app.ClientOptions.BaseAddress.Port);
        var run = new FuzzRun(service, new RequestMaker(operations, known, seed), new Judge(operations), cancellation);
        await run.SendAsync(Setting("FUZZ_REQUESTS", DefaultRequests));

        var report = Report(run, seed);
        TestContext.Current.TestOutputHelper!.WriteLine(report);
        if (Environment.GetEnvironmentVariable("FUZZ_REPORT") is { Length: > 0 } file)
        {
            await File.WriteAllTextAsync(file, report, cancellation);
        }

        Assert.True(run.Kinds.All(kind => Off.ContainsKey(kind.Fault.Check)), report);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static string Report(FuzzRun run, int seed)
    {
        var text = new StringBuilder();
        var statuses = string.Join(", ", run.Statuses.Select(status => $"{status.Key} {status.Value} times"));
        text.AppendLine(CultureInfo.InvariantCulture, $"FUZZ_SEED={seed}, {run.Statuses.Values.Sum()} answers: {statuses}");
        foreach (var kind in run.Kinds)
        {
            var off = Off.TryGetValue(kind.Fault.Check, out var reason) ? $"\n    (off: {reason})" : "";
            text.AppendLine(CultureInfo.InvariantCulture, $"{kind}{off}");
        }

        text.AppendLine("The slowest answers:");
        foreach (var (elapsed, request) in run.Slow)
        {
            var shown = request.ToString();
            text.AppendLine(CultureInfo.InvariantCulture, $"    {elapsed.TotalMilliseconds:0} ms  {shown[..Math.Min(200, shown.Length)]}");
        }

        return text.ToString();
    }
}
