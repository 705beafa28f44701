namespace DataCatalog.Cli;

/// <summary>
/// Takes the settings of the .NET host out of the arguments: <c>--Section:Key=value</c> and the host's own keys, before or after a verb.
/// Whatever remains must be ours.
/// </summary>
internal static class HostSettings
{
    /// <summary>The host's own keys; a section's bare name is what the framework's test host passes.</summary>
    private static readonly string[] HostKeys =
        ["urls", "environment", "contentRoot", "applicationName", "http_ports", "https_ports", "Catalog", "Logging", "Kestrel"];

    /// <summary>Parts the arguments into settings and the others, each in its order.</summary>
    public static (string[] Settings, string[] Others) Part(string[] args)
    {
        var (settings, others) = (new List<string>(), new List<string>());
        for (var index = 0; index < args.Length; index++)
        {
            if (!IsSetting(args[index]))
            {
                others.Add(args[index]);
                continue;
            }

            settings.Add(args[index]);
            if (!args[index].Contains('=', StringComparison.Ordinal) && index + 1 < args.Length)
            {
                settings.Add(args[++index]);
            }
        }

        return ([.. settings], [.. others]);
    }

    private static bool IsSetting(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
        {
            return false;
        }

        var key = argument[2..].Split('=')[0];
        return key.Contains(':', StringComparison.Ordinal) || HostKeys.Contains(key, StringComparer.OrdinalIgnoreCase);
    }
}
