using DataCatalog.Configuration;
using DataCatalog.Dcat.Rules;
using DataCatalog.Storage;

namespace DataCatalog.Cli;

/// <summary>
/// Separates the settings of the .NET host from the other arguments: <c>--Section:Key=value</c> and the host's own keys, before or after a
/// verb. The remaining arguments must be known to the command line.
/// </summary>
internal static class HostSettings
{
    private static readonly string[] Sections = ["Catalog", "Logging", "Kestrel"];

    /// <summary>The host's own keys. The framework's test host passes the names of sections alone.</summary>
    private static readonly string[] Keys =
        ["urls", "environment", "contentRoot", "applicationName", "http_ports", "https_ports", .. Sections];

    /// <summary>Splits the arguments into settings and others, each in their order.</summary>
    /// <exception cref="RefusedException">A setting has no value, or its section is unknown.</exception>
    public static (string[] Settings, string[] Others) Split(string[] args)
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

    /// <summary>Returns the option or setting nearest to a mistyped word, as the end of a message; empty when none is near.</summary>
    public static string Hint(string word, IEnumerable<string> options) => word.StartsWith("--", StringComparison.Ordinal)
        ? EditDistance.DidYouMean(
            word.Split('=')[0],
            [.. options, .. Keys.Except(Sections, StringComparer.Ordinal).Concat(SettingTable.Names).Select(key => $"--{key}")])
        : "";

    private static string WithValue(string setting)
    {
        var equals = setting.IndexOf('=', StringComparison.Ordinal);
        var (key, value) = (setting[2..equals], setting[(equals + 1)..]);
        if (value.Length == 0 && !Sections.Contains(key, StringComparer.OrdinalIgnoreCase))
        {
            var known = SettingTable.All.FirstOrDefault(known => string.Equals(known.Name, key, StringComparison.OrdinalIgnoreCase));
            var expected = known is null ? "" : $"; expected {known.Meaning} (default: {known.Default})";
            throw new RefusedException($"--{key} has no value{expected}.");
        }

        var section = key.Split(':')[0];
        return key.Contains(':', StringComparison.Ordinal) && !Sections.Contains(section, StringComparer.OrdinalIgnoreCase)
            ? throw new RefusedException(
                $"There is no setting '{key}' (command line).{EditDistance.DidYouMean(key, SettingTable.Names)} --help lists all settings.")
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
