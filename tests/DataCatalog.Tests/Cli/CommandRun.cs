using DataCatalog.Cli;

namespace DataCatalog.Tests.Cli;

/// <summary>A run of the command line in this process, on a database of its own.</summary>
/// <param name="Status">The exit status.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CommandRun(int Status, string Output, string Error)
{
    /// <summary>Runs a command.</summary>
    /// <param name="settings">Settings, such as <c>Catalog:Database=…</c>.</param>
    /// <param name="args">The arguments.</param>
    public static CommandRun Of(string[] settings, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] quiet = ["--Logging:LogLevel:Default=None", "--urls=http://127.0.0.1:0"];
        var status = new CommandLine([.. quiet, .. settings.Select(setting => "--" + setting)], args).Invoke(output, error);
        return new CommandRun(status, output.ToString(), error.ToString());
    }
}
