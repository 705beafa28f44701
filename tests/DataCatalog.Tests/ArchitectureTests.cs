using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace DataCatalog.Tests;

/// <summary>Each folder of the service is a component of its own, and knows only those that stand here.</summary>
public sealed class ArchitectureTests
{
    private const string Root = "DataCatalog";

    private static readonly Architecture Service = new ArchLoader().LoadAssembly(typeof(Program).Assembly).Build();

    private static readonly string[] Nouns =
        ["Agents", "Concepts", "Datasets", "LegalRules", "Models", "Series", "Services", "Territories"];

    /// <summary>What each component may know, from the ground up. <c>Program</c>, <c>Composition</c> and <c>Routes</c> know all.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Measuring"] = [],
        ["Configuration"] = ["Storage"],
        ["Storage"] = ["Measuring"],
        ["Index"] = ["Storage"],
        ["Http"] = ["Configuration", "Measuring", "Storage"],
        ["OpenApi"] = ["Configuration", "Http", "Storage"],
        ["Agents"] = ["Http", "Index", "OpenApi", "Storage"],
        ["Concepts"] = ["Http", "Index", "OpenApi", "Storage"],
        ["Datasets"] = ["Http", "Index", "OpenApi", "Storage", "Territories"],
        ["LegalRules"] = ["Http", "Index", "OpenApi", "Storage"],
        ["Models"] = ["Http", "Index", "OpenApi", "Storage"],
        ["Series"] = ["Datasets", "Http", "OpenApi", "Storage"],
        ["Services"] = ["Http", "Index", "OpenApi", "Storage"],
        ["Territories"] = ["Http", "Index", "OpenApi", "Storage"],
        ["Search"] =
        [
            "Configuration", "Datasets", "Http", "Index", "LegalRules", "Measuring", "Models", "OpenApi", "Services", "Storage",
            "Territories",
        ],
        ["Obligations"] = ["Configuration", "Http", "Index", "LegalRules", "OpenApi", "Search", "Storage", "Territories"],
        ["Harvesting"] = ["Configuration", "Datasets", "Http", "Measuring", "OpenApi", "Storage", "Territories"],
        ["Seeding"] = [.. Nouns, "Index", "Storage"],
        ["Statistics"] = ["Seeding"],
        ["Home"] = [.. Nouns, "Harvesting", "Http", "OpenApi", "Storage"],
        ["Backups"] = ["Configuration", "Storage"],
        ["Health"] = ["Http", "Index", "Storage"],
        ["Telemetry"] = ["Backups", "Configuration", "Harvesting", "Http", "Measuring", "Storage"],
        ["Reports"] = ["Configuration", "Http", "Storage"],
        ["Pages"] = ["Concepts", "Configuration", "Harvesting", "Http", "Reports", "Storage", "Territories"],
        ["Cli"] = ["Backups", "Configuration", "Harvesting", "Http", "Index", "Reports", "Seeding", "Statistics", "Storage"],
    };

    public static TheoryData<string> Components => [.. Allowed.Keys];

    [Fact]
    public void Every_folder_is_in_the_table() => Assert.Equal(
        Allowed.Keys.Order(StringComparer.Ordinal),
        Service.Types.Select(ComponentOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Components))]
    public void A_component_knows_only_those_below_it(string component)
    {
        var types = Service.Types.Where(type => ComponentOf(type) == component).ToList();
        var forbidden = types
            .SelectMany(type => type.Dependencies, (type, dependency) => (type, Target: ComponentOf(dependency.Target)))
            .Where(use => use.Target is not null && use.Target != component && !Allowed[component].Contains(use.Target))
            .Select(use => $"{use.type.FullName} knows {use.Target}")
            .Distinct(StringComparer.Ordinal);

        Assert.NotEmpty(types);
        Assert.Empty(forbidden);
    }

    /// <summary>
    /// What differs between engines stands in their own folders: all else knows connections of any engine, and one SQL text.
    /// </summary>
    [Theory]
    [InlineData("Microsoft.Data.Sqlite|SQLitePCL", "DataCatalog.Storage.Sqlite|DataCatalog.Index.Sqlite|DataCatalog.Backups")]
    [InlineData("Npgsql", "DataCatalog.Storage.PostgreSql")]
    public void Only_its_own_folders_know_an_engine(string packages, string folders)
    {
        var users = Service.Types
            .Where(type => type.Dependencies.Any(dependency => packages.Split('|').Any(
                package => dependency.Target.FullName.StartsWith(package, StringComparison.Ordinal))))
            .Select(type => type.Namespace.FullName)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

        Assert.Equal(folders.Split('|').Order(StringComparer.Ordinal), users);
    }

    /// <summary>Taking away what knows only what was taken away before leaves nothing.</summary>
    [Fact]
    public void There_is_no_cycle()
    {
        var below = new HashSet<string>(StringComparer.Ordinal);
        while (Allowed.FirstOrDefault(component => !below.Contains(component.Key) && component.Value.All(below.Contains)).Key is { } next)
        {
            below.Add(next);
        }

        Assert.Equal(Allowed.Count, below.Count);
    }

    /// <summary>The folder of a type; null for what stands at the top, and for other projects.</summary>
    private static string? ComponentOf(IType type)
    {
        var parts = type.Namespace?.FullName.Split('.');
        return parts is [Root, var folder, ..] && folder is not ("Dcat" or "Rdf") ? folder : null;
    }
}
