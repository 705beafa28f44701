using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DataCatalog.Tests.Cli;

/// <summary>The program in a process of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    /// <summary>Seeding an empty database on a busy machine takes a minute, and prints a line now and again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _error;

    private ServerProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public static ServerProcess Start(CliFixture cli, params string[] args) => Start(cli, [], args);

    /// <summary>
    /// Starts it so that it obeys the permissions of files, as root does not: without the capabilities that let root write everything.
    /// </summary>
    public static ServerProcess StartUnprivileged(CliFixture cli, params string[] args)
    {
        string[] withoutRights =
            ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"];
        return Start(cli, Environment.IsPrivilegedProcess ? withoutRights : [], args);
    }

    private static ServerProcess Start(CliFixture cli, string[] before, string[] args)
    {
        string[] words = [.. before, "dotnet", typeof(Program).Assembly.Location, .. args];
        var start = new ProcessStartInfo(words[0])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = cli.Folder,
        };
        foreach (var argument in words[1..])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["Catalog__Database"] = cli.Database;
        start.Environment["Catalog__SeedData"] = cli.Seed;
        foreach (var (name, value) in cli.Variables)
        {
            start.Environment[name] = value;
        }

        return new ServerProcess(Process.Start(start)!);
    }

    /// <summary>Reads standard output up to a line that holds a text.</summary>
    public async Task<string> ReadUntil(string text) => (await LinesUntil(text))[^1];

    /// <summary>All lines of standard output up to one that holds a text, and that one.</summary>
    /// <exception cref="TimeoutException">No line came for some minutes: there is nothing to wait for.</exception>
    public async Task<IReadOnlyList<string>> LinesUntil(string text)
    {
        var lines = new List<string>();
        while (await NextLine(text) is { } line)
        {
            lines.Add(line);
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return lines;
            }
        }

        throw new InvalidOperationException($"The program ended without '{text}': {await _error}");
    }

    private async Task<string?> NextLine(string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await _process.StandardOutput.ReadLineAsync(patience.Token);
        }
        catch (OperationCanceledException tooLate) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The program printed nothing for {Patience}, and no line with '{text}'.", tooLate);
        }
    }

    /// <summary>Waits until it listens, and says where.</summary>
    public async Task<Uri> Address()
    {
        var line = await ReadUntil("Listening on");
        return new Uri(Regex.Match(line, @"http://127\.0\.0\.1:[0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
    }

    public async Task<(int Status, string Error)> Exit()
    {
        await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, await _error);
    }

    /// <summary>Asks the process to end, as systemd and containers do (SIGTERM).</summary>
    public async Task Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ends the process as a crash would.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
