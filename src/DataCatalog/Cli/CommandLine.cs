using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using DataCatalog.Harvesting;

namespace DataCatalog.Cli;

/// <summary>The command line; without a verb it serves. Settings of the .NET host may be anywhere among the arguments.</summary>
/// <param name="settings">Settings for every verb; those in the arguments come after them and win.</param>
/// <param name="args">The arguments.</param>
internal sealed class CommandLine(string[] settings, string[] args)
{
    private string[] _given = [];

    private string[] Settings => [.. settings, .. _given];

    /// <summary>Runs what the arguments ask for.</summary>
    /// <returns>The exit status: 0 for success, 1 for failure.</returns>
    public int Invoke(TextWriter output, TextWriter error) => ExitCodes.Of(error, () =>
    {
        var (given, others) = HostSettings.Split(args);
        _given = given;
        var result = Root().Parse(others);
        return result.Action is ParseErrorAction
            ? Refuse(result, error)
            : result.Invoke(new InvocationConfiguration { Output = output, Error = error });
    });

    /// <summary>
    /// Prints one sentence for each fault, without the whole help, which would hide it. After an unknown option only the first fault
    /// counts: its value would be reported as another.
    /// </summary>
    private static int Refuse(ParseResult result, TextWriter error)
    {
        var options = result.CommandResult.Command.Options.Select(option => option.Name).ToList();
        var isOption = result.UnmatchedTokens is [['-', ..], ..];
        foreach (var fault in result.Errors.Take(isOption ? 1 : result.Errors.Count))
        {
            var word = result.UnmatchedTokens.FirstOrDefault(token => fault.Message.Contains($"'{token}'", StringComparison.Ordinal)) ?? "";
            var verbs = result.CommandResult.Command.Subcommands.Select(verb => verb.Name);
            var hint = word.StartsWith('-') ? HostSettings.Hint(word, options) : Dcat.Rules.EditDistance.DidYouMean(word, verbs);
            error.WriteLine($"{fault.Message}{hint} --help lists all commands and options.");
        }

        return 1;
    }

    private RootCommand Root()
    {
        var rename = new Option<bool>("--rename-base-url")
        {
            Description = "Accept a public base URL that differs from the one in the database. This renames every IRI.",
        };
        var root = new RootCommand("DataCatalog: a catalogue of datasets for French local authorities. Without a verb it serves.")
        {
            rename, Seed(), Validate(), Export(), Backup(), Restore(), Stats(), Reindex(), Copy(), Reports(),
        };
        foreach (var help in root.Options.OfType<HelpOption>().Where(help => help.Action is HelpAction))
        {
            help.Action = new SettingsHelp((HelpAction)help.Action!);
        }

        root.SetAction(result => ExitCodes.Of(
            result.InvocationConfiguration.Error,
            () => ServeVerb.Run(Settings, result.GetValue(rename), result.InvocationConfiguration.Error)));
        return root;
    }

    private Command Seed()
    {
        var withdraw = new Option<bool>("--withdraw-missing") { Description = "Withdraw the entries that are no longer in the CSV files." };
        var command = new Command("seed", "Load the CSV files of Catalog:SeedData. Unchanged rows write nothing.") { withdraw };
        command.SetAction(result => ExitCodes.Of(
            result.InvocationConfiguration.Error,
            () => SeedVerb.Run(
                Settings, result.GetValue(withdraw), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error)));
        return command;
    }

    private static Command Validate()
    {
        var path = new Argument<string>("PATH") { Description = "A folder of CSV files." };
        var command = new Command("validate", "Show every error in a folder of CSV files. Writes nothing.") { path };
        command.SetAction(result => ExitCodes.Of(
            result.InvocationConfiguration.Error,
            () => ValidateVerb.Run(
                result.GetRequiredValue(path), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error)));
        return command;
    }

    private Command Reindex()
    {
        var command = new Command("reindex", "Rebuild the search index.");
        command.SetAction(result => ExitCodes.Of(
            result.InvocationConfiguration.Error, () => ReindexVerb.Run(Settings, result.InvocationConfiguration.Output)));
        return command;
    }

    private Command Copy()
    {
        var from = new Option<string>("--from") { Description = "The database to read: a file or a connection string.", Required = true };
        var to = new Option<string>("--to") { Description = "The database to write, which must be empty.", Required = true };
        var command = new Command("copy", "Copy the whole catalogue to another database, also of the other engine, and prove it.")
        {
            from, to,
        };
        command.SetAction(result => ExitCodes.Of(
            result.InvocationConfiguration.Error,
            () => CopyVerb.Run(
                Settings, result.GetRequiredValue(from), result.GetRequiredValue(to), result.InvocationConfiguration.Output)));
        return command;
    }

    private Command Reports()
    {
        var close = new Option<long?>("--close") { Description = "Mark the report of this number as closed: it is no longer listed." };
        var command = new Command("reports", "List what readers report as wrong, also while a server runs.") { close };
        command.SetAction(result => ExitCodes.Of(
            result.InvocationConfiguration.Error,
            () => ReportsVerb.Run(Settings, result.GetValue(close), result.InvocationConfiguration.Output)));
        return command;
    }

    private Command Backup()
    {
        var path = new Argument<string>("PATH") { Description = "The file to write." };
        var force = new Option<bool>("--force") { Description = "Overwrite an earlier backup. Other files are never overwritten." };
        var command = new Command("backup", "Copy the database to one file, also while a server runs, and check the copy.") { path, force };
        command.SetAction(result => ExitCodes.Of(
            result.InvocationConfiguration.Error,
            () => BackupVerb.Make(
                Settings, result.GetRequiredValue(path), result.GetValue(force), result.InvocationConfiguration.Output)));
        return command;
    }

    private Command Restore()
    {
        var path = new Argument<string>("PATH") { Description = "A backup." };
        var force = new Option<bool>("--force") { Description = "Replace a database that is there. It is kept under another name." };
        var command = new Command("restore", "Check a backup and put it in the place of the database. Stop the server first.")
        {
            path, force,
        };
        command.SetAction(result => ExitCodes.Of(
            result.InvocationConfiguration.Error,
            () => BackupVerb.Restore(
                Settings, result.GetRequiredValue(path), result.GetValue(force), result.InvocationConfiguration.Output)));
        return command;
    }

    private static Command Stats()
    {
        var path = new Argument<string>("PATH") { Description = "A folder of CSV files." };
        var command = new Command("stats", "Print counts of the content of a folder of CSV files, as Markdown tables.") { path };
        command.SetAction(result => ExitCodes.Of(
            result.InvocationConfiguration.Error,
            () => StatsVerb.Run(
                result.GetRequiredValue(path), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error)));
        return command;
    }

    private Command Export()
    {
        var path = new Argument<string>("PATH") { Description = "The file to write." };
        var format = new Option<string?>("--format")
        {
            Description = "The syntax, or geonetwork for RDF/XML in the terms of GeoNetwork. By default the extension of PATH names it.",
        };
        format.AcceptOnlyFromAmong([.. ExportFormat.All.Select(known => known.Name)]);
        var force = new Option<bool>("--force") { Description = "Overwrite an earlier export. Other files are never overwritten." };
        var command = new Command("export", "Write the whole catalogue to one file.") { path, format, force };
        command.SetAction(result => ExitCodes.Of(
            result.InvocationConfiguration.Error,
            () => ExportVerb.Run(
                Settings,
                result.GetRequiredValue(path),
                result.GetValue(format),
                result.GetValue(force),
                result.InvocationConfiguration.Output)));
        return command;
    }
}
