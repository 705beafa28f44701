using System.Globalization;
using DataCatalog.Dcat.Rules;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace DataCatalog.Configuration;

/// <summary>Names what stands in the configuration, wherever it comes from, and means nothing or cannot be read.</summary>
internal static class SettingsCheck
{
    /// <summary>A sentence for each fault.</summary>
    public static IReadOnlyList<string> Faults(IConfigurationRoot configuration) => [
        .. configuration.GetSection(CatalogOptions.Section).GetChildren().Select(found => Fault(configuration, found)).OfType<string>(),
        .. Misspelt(configuration),
        .. configuration.GetSection("Logging:LogLevel").GetChildren().Select(LevelFault).OfType<string>()];

    private static string? Fault(IConfigurationRoot configuration, IConfigurationSection found)
    {
        var setting = SettingTable.All.FirstOrDefault(setting => string.Equals(setting.Name, found.Path, StringComparison.OrdinalIgnoreCase));
        if (setting is null || found.GetChildren().Any())
        {
            return $"There is no setting '{Leaf(found)}'{Origin(configuration, found)}.{EditDistance.DidYouMean(found.Path, SettingTable.Names)} --help names them all.";
        }

        return setting.IsNumber && !int.TryParse(found.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? $"{setting.Name} is '{found.Value}'{Origin(configuration, found)}; expected a whole number, such as {setting.Default}."
            : null;
    }

    /// <summary>A section with nearly our name is meant to be ours: its settings would go unseen.</summary>
    private static IEnumerable<string> Misspelt(IConfigurationRoot configuration) =>
        from section in configuration.GetChildren()
        where !string.Equals(section.Key, CatalogOptions.Section, StringComparison.OrdinalIgnoreCase)
            && EditDistance.Between(section.Key.ToUpperInvariant(), CatalogOptions.Section.ToUpperInvariant(), 2) <= 2
        from found in section.GetChildren()
        let leaf = Leaf(found)
        select $"There is no setting '{leaf}'{Origin(configuration, found)}.{EditDistance.DidYouMean(leaf, SettingTable.Names)} --help names them all.";

    private static string? LevelFault(IConfigurationSection found) => Enum.TryParse<LogLevel>(found.Value, ignoreCase: true, out _)
        ? null
        : $"{found.Path} is '{found.Value}'; expected {string.Join(", ", Enum.GetNames<LogLevel>())}.";

    /// <summary>The whole name of what was set, where more stands below a name.</summary>
    private static string Leaf(IConfigurationSection found) => found.GetChildren().FirstOrDefault() is { } below ? Leaf(below) : found.Path;

    private static string Origin(IConfigurationRoot configuration, IConfigurationSection found)
    {
        var leaf = Leaf(found);
        return configuration.Providers.LastOrDefault(provider => provider.TryGet(leaf, out _)) switch
        {
            CommandLineConfigurationProvider => " (command line)",
            EnvironmentVariablesConfigurationProvider => $" (environment: {leaf.Replace(":", "__", StringComparison.Ordinal)})",
            JsonConfigurationProvider { Source.Path: { } file } => $" ({file})",
            _ => "",
        };
    }
}
