using Microsoft.Playwright;

namespace DataCatalog.Browser;

/// <summary>
/// The browser of this machine: the one that <c>CHROMIUM</c> names, which must be there then, otherwise <c>chromium</c> on the PATH.
/// It resolves no name but the catalogue's own.
/// </summary>
internal static class Chromium
{
    private const string Variable = "CHROMIUM";

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly string? Path = Named ?? OnPath;

    private static string? Named => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? path : null;

    private static string? OnPath => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => System.IO.Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);

    /// <summary>Whether there is one.</summary>
    public static bool IsThere => File.Exists(Path);

    /// <summary>Skips the test, with a sentence, on a machine without a browser.</summary>
    /// <param name="leftOut">What is not tested then.</param>
    public static void Need(string leftOut)
    {
        Assert.SkipWhen(Path is null, $"Left out: {leftOut}. There is no chromium on the PATH, and {Variable} names none.");
        Assert.True(File.Exists(Path), $"{Variable} names {Path}, which is not there.");
    }

    /// <summary>Starts it with an empty profile.</summary>
    /// <param name="playwright">What drives it.</param>
    /// <param name="host">The name by which it knows this machine.</param>
    public static Task<IBrowser> StartAsync(IPlaywright playwright, string host)
    {
        var options = new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Args = [.. Quiet, $"--host-resolver-rules=MAP {host} 127.0.0.1, MAP * ~NOTFOUND"],
        };
        return playwright.Chromium.LaunchAsync(options);
    }
}
