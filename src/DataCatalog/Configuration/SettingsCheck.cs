using System.Globalization;
using DataCatalog.Dcat.Rules;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace DataCatalog.Configuration;

/// <summary>Finds settings that are unknown or unreadable, in every source of the configuration.</summary>
internal static class SettingsCheck
{
    /// <summary>Returns a sentence for each fault.</summary>
    public static IReadOnlyList<string> Faults(IConfigurationRoot configuration) => [
        .. configuration.GetSection(CatalogOptions.Section).GetChildren().Select(found => Fault(configuration, found)).OfType<string>(),
        .. Misspelt(configuration),
        .. configuration.GetSection("Logging:LogLevel").GetChildren().Select(LevelFault).OfType<string>()];

    private static string? Fault(IConfigurationRoot configuration, IConfigurationSection found)
    {
        var setting = SettingTable.All
            .FirstOrDefault(setting => string.Equals(setting.Name, found.Path, StringComparison.OrdinalIgnoreCase));
        if (setting is null || found.GetChildren().Any())
        {
            return Unknown(configuration, found, found.Path);
        }

        if (setting.IsFlag && !bool.TryParse(found.Value, out _))
        {
            return $"{setting.Name} is '{found.Value}'{Origin(configuration, found)}; expected true or false.";
        }

        return setting.IsNumber && !int.TryParse(found.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? $"{setting.Name} is '{found.Value}'{Origin(configuration, found)}; expected a whole number, such as {setting.Default}."
            : null;
    }

    /// <summary>Reports settings in a section whose name is nearly ours: they would otherwise be ignored.</summary>
    private static IEnumerable<string> Misspelt(IConfigurationRoot configuration) =>
        from section in configuration.GetChildren()
        where !string.Equals(section.Key, CatalogOptions.Section, StringComparison.OrdinalIgnoreCase)
            && EditDistance.Between(section.Key.ToUpperInvariant(), CatalogOptions.Section.ToUpperInvariant(), 2) <= 2
        from found in section.GetChildren()
        select Unknown(configuration, found, Leaf(found));

    private static string Unknown(IConfigurationRoot configuration, IConfigurationSection found, string name) =>
        $"There is no setting '{Leaf(found)}'{Origin(configuration, found)}.{EditDistance.DidYouMean(name, SettingTable.Names)} "
        + "--help lists all settings.";

    private static string? LevelFault(IConfigurationSection found) => Enum.TryParse<LogLevel>(found.Value, ignoreCase: true, out _)
        ? null
        : $"{found.Path} is '{found.Value}'; expected {string.Join(", ", Enum.GetNames<LogLevel>())}.";

    /// <summary>Returns the full name of the first value in a section, or of the section itself when nothing is below it.</summary>
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
