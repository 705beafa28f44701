using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using DataCatalog.Configuration;

namespace DataCatalog.Cli;

/// <summary>Prints the usual help, and the settings after it.</summary>
internal sealed class SettingsHelp(HelpAction usual) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var status = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Settings (--Catalog:PageSize=50, in the environment Catalog__PageSize=50, or in appsettings.json):");
        var width = SettingTable.Names.Max(name => name.Length);
        foreach (var setting in SettingTable.All)
        {
            output.WriteLine($"  {setting.Name.PadRight(width)}  {setting.Meaning} [default: {setting.Default}]");
        }

        output.WriteLine();
        return status;
    }
}
