using DataCatalog.Configuration;
using DataCatalog.Dcat.Rules;
using DataCatalog.Storage;

namespace DataCatalog.Cli;

/// <summary>
/// Takes the settings of the .NET host out of the arguments: <c>--Section:Key=value</c> and the host's own keys, before or after a verb.
/// Whatever remains must be ours.
/// </summary>
internal static class HostSettings
{
    private static readonly string[] Sections = ["Catalog", "Logging", "Kestrel"];

    /// <summary>The host's own keys; a section's bare name is what the framework's test host passes.</summary>
    private static readonly string[] Keys = ["urls", "environment", "contentRoot", "applicationName", "http_ports", "https_ports", .. Sections];

    /// <summary>Parts the arguments into settings and the others, each in its order.</summary>
    /// <exception cref="RefusedException">A setting has no value, or its section is none.</exception>
    public static (string[] Settings, string[] Others) Part(string[] args)
    {
        var (settings, others) = (new List<string>(), new List<string>());
        for (var index = 0; index < args.Length; index++)
        {
            if (!IsSetting(args[index]))
            {
                others.Add(args[index]);
            }
            else if (args[index].Contains('=', StringComparison.Ordinal))
            {
                settings.Add(WithValue(args[index]));
            }
            else
            {
                var value = index + 1 < args.Length ? args[index + 1] : "--";
                settings.Add(WithValue($"{args[index++]}={(value.StartsWith("--", StringComparison.Ordinal) ? "" : value)}"));
            }
        }

        return ([.. settings], [.. others]);
    }

    /// <summary>The option or setting that a word may have been meant for, as the end of a message.</summary>
    public static string Hint(string word, IEnumerable<string> options) => word.StartsWith("--", StringComparison.Ordinal)
        ? EditDistance.DidYouMean(word.Split('=')[0], [.. options, .. Keys.Except(Sections, StringComparer.Ordinal).Concat(SettingTable.Names).Select(key => $"--{key}")])
        : "";

    private static string WithValue(string setting)
    {
        var (key, value) = (setting[2..setting.IndexOf('=', StringComparison.Ordinal)], setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        if (value.Length == 0 && !Sections.Contains(key, StringComparer.OrdinalIgnoreCase))
        {
            var known = SettingTable.All.FirstOrDefault(known => string.Equals(known.Name, key, StringComparison.OrdinalIgnoreCase));
            throw new RefusedException($"--{key} has no value{(known is null ? "" : $"; expected {known.Meaning} (default: {known.Default})")}.");
        }

        var section = key.Split(':')[0];
        return key.Contains(':', StringComparison.Ordinal) && !Sections.Contains(section, StringComparer.OrdinalIgnoreCase)
            ? throw new RefusedException($"There is no setting '{key}' (command line).{EditDistance.DidYouMean(key, SettingTable.Names)} --help names them all.")
            : setting;
    }

    private static bool IsSetting(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
        {
            return false;
        }

        var key = argument[2..].Split('=')[0];
        return key.Contains(':', StringComparison.Ordinal) || Keys.Contains(key, StringComparer.OrdinalIgnoreCase);
    }
}
