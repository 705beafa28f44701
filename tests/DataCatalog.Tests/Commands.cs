using System.Diagnostics;

namespace DataCatalog.Tests;

/// <summary>Commands of the system, for what .NET cannot make: pipes, further names of a file.</summary>
internal static class Commands
{
    public static void Run(string name, params string[] args)
    {
        using var process = Process.Start(name, args);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
