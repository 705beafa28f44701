using System.CommandLine;
using DataCatalog.Harvesting;

namespace DataCatalog.Cli;

/// <summary>The command line: without a verb it serves. Settings of the .NET host may stand anywhere in it.</summary>
internal sealed class CommandLine
{
    private readonly string[] _settings;
    private readonly string[] _args;

    /// <summary>Takes the arguments of a run.</summary>
    /// <param name="settings">Settings that every verb gets, before those of the arguments.</param>
    /// <param name="args">The arguments.</param>
    public CommandLine(string[] settings, string[] args)
    {
        var (given, others) = HostSettings.Part(args);
        (_settings, _args) = ([.. settings, .. given], others);
    }

    /// <summary>Runs what the arguments ask for.</summary>
    /// <returns>The exit status: 0 when it was done, 1 when not.</returns>
    public int Invoke(TextWriter output, TextWriter error) =>
        Root().Parse(_args).Invoke(new InvocationConfiguration { Output = output, Error = error });

    private RootCommand Root()
    {
        var rename = new Option<bool>("--rename-base-url")
        {
            Description = "Accept another public base URL than the database remembers: renames every IRI.",
        };
        var root = new RootCommand("DataCatalog: a catalogue of datasets for French local authorities. Without a verb it serves.")
        {
            rename, Seed(), Validate(), Export(), Stats(), Reindex(),
        };
        root.SetAction(result => Guarded.Run(
            result.InvocationConfiguration.Error,
            () => ServeVerb.Run(
                _settings, result.GetValue(rename), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error)));
        return root;
    }

    private Command Seed()
    {
        var withdraw = new Option<bool>("--withdraw-missing") { Description = "Withdraw what is no longer in the CSV files." };
        var command = new Command("seed", "Load the CSV files of Catalog:SeedData; unchanged rows write nothing.") { withdraw };
        command.SetAction(result => Guarded.Run(
            result.InvocationConfiguration.Error,
            () => SeedVerb.Run(_settings, result.GetValue(withdraw), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error)));
        return command;
    }

    private static Command Validate()
    {
        var path = new Argument<string>("PATH") { Description = "A folder of CSV files." };
        var command = new Command("validate", "Show every error in a folder of CSV files; writes nothing.") { path };
        command.SetAction(result => Guarded.Run(
            result.InvocationConfiguration.Error,
            () => ValidateVerb.Run(result.GetRequiredValue(path), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error)));
        return command;
    }

    private Command Reindex()
    {
        var command = new Command("reindex", "Make anew what a search looks through.");
        command.SetAction(result => Guarded.Run(
            result.InvocationConfiguration.Error, () => ReindexVerb.Run(_settings, result.InvocationConfiguration.Output)));
        return command;
    }

    private static Command Stats()
    {
        var path = new Argument<string>("PATH") { Description = "A folder of CSV files." };
        var command = new Command("stats", "Count what a folder of CSV files holds, as Markdown tables.") { path };
        command.SetAction(result => Guarded.Run(
            result.InvocationConfiguration.Error,
            () => StatsVerb.Run(result.GetRequiredValue(path), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error)));
        return command;
    }

    private Command Export()
    {
        var path = new Argument<string>("PATH") { Description = "The file to write." };
        var format = new Option<string>("--format") { Description = "The syntax.", Required = true };
        format.AcceptOnlyFromAmong([.. CatalogExport.Formats.Keys]);
        var command = new Command("export", "Write the whole catalogue to one file.") { path, format };
        command.SetAction(result => Guarded.Run(
            result.InvocationConfiguration.Error,
            () => ExportVerb.Run(_settings, result.GetRequiredValue(path), result.GetRequiredValue(format), result.InvocationConfiguration.Output)));
        return command;
    }
}
