using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>
/// Finds facts that two records share and only one can have. What is shared on purpose passes: the address of a service that serves several
/// datasets, the access page of several files of one dataset, the page of a series for its editions, the home page of a site. An
/// identifier on another platform may be that of a dataset and that of a service: platforms name the two apart.
/// </summary>
internal static class SharedFacts
{
    public static void Check(CatalogRecords records, ValidationContext<CatalogRecords> context)
    {
        var datasets = SharedNames.Distinct(records.Datasets).ToList();
        var services = SharedNames.Distinct(records.Services).ToList();
        new Facts("a title of this publisher that no other dataset has", context)
            .CheckAll(datasets.Select(found => TitleOf(found.Record, found.Index)));
        new Facts("a page that no other dataset has", context)
            .CheckAll(datasets.Select(found => PageOf(found.Record, found.Index)));
        new Facts("an address that no distribution of another dataset has", context)
            .CheckAll(datasets.SelectMany(found => AddressesOf(found.Record, found.Index)));
        new Facts("an identifier that no other dataset has", context).CheckAll(datasets
            .SelectMany(found => IdentifiersOf($"datasets[{found.Index}]", found.Record.Id, found.Record.OtherIdentifiers)));
        new Facts("an identifier that no other service has", context).CheckAll(services
            .SelectMany(found => IdentifiersOf($"services[{found.Index}]", found.Record.Id, found.Record.OtherIdentifiers)));
        new Facts("a SIREN that no other agent has", context).CheckAll(SharedNames.Distinct(records.Agents)
            .Select(found => new Fact(found.Record.Siren, found.Record.Id, null, $"agents[{found.Index}].siren", found.Record.Siren)));
    }

    private static Fact TitleOf(Dataset dataset, int index)
    {
        var title = dataset.Title["fr"];
        var key = title is null ? null : $"{dataset.Publisher}\n{Words(title)}";
        return new Fact(key, dataset.Id, null, $"datasets[{index}].title.fr", title);
    }

    private static Fact PageOf(Dataset dataset, int index) => new(
        Address(dataset.LandingPage), dataset.Id, dataset.Series, $"datasets[{index}].landingPage", dataset.LandingPage);

    /// <summary>
    /// Lists the addresses by which readers tell distributions apart, without those of services: one serves many datasets.
    /// </summary>
    private static IEnumerable<Fact> AddressesOf(Dataset dataset, int index) => dataset.Distributions
        .Select((distribution, part) => (Distribution: distribution, Path: $"datasets[{index}].distributions[{part}]"))
        .Where(found => found.Distribution.Service is null)
        .Select(found => AddressOf(dataset, found.Distribution, found.Path));

    private static Fact AddressOf(Dataset dataset, Distribution distribution, string path)
    {
        var property = distribution.DownloadUrl is null ? "accessUrl" : "downloadUrl";
        return new Fact(Address(distribution.Url), dataset.Id, dataset.Series, $"{path}.{property}", distribution.Url);
    }

    private static IEnumerable<Fact> IdentifiersOf(string path, string id, IReadOnlyList<OtherIdentifier> identifiers) => identifiers
        .Select(other => $"{other.Platform}={other.Identifier}")
        .Select((other, index) => new Fact(other, id, null, $"{path}.otherIdentifiers[{index}]", other));

    private static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    /// <summary>
    /// Returns what is compared of an address: http and https are the same, and the case of the host does not count. Null for the home
    /// page of a site.
    /// </summary>
    private static string? Address(string? url) =>
        url is not null && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.PathAndQuery + uri.Fragment is not "/"
            ? $"{uri.Authority}{uri.PathAndQuery.TrimEnd('/')}{uri.Fragment}"
            : null;

    /// <summary>A fact of a record.</summary>
    /// <param name="Key">What is compared; null to compare nothing.</param>
    /// <param name="Id">The id of the record.</param>
    /// <param name="Group">The group of the record, whose members may share the fact; null when it is in none.</param>
    /// <param name="Path">The path of the fact in the records.</param>
    /// <param name="Value">The fact as it is written.</param>
    private sealed record Fact(string? Key, string Id, string? Group, string Path, string? Value);

    private sealed class Facts(string expected, ValidationContext<CatalogRecords> context)
    {
        private readonly Dictionary<string, Fact> _first = new(StringComparer.Ordinal);

        public void CheckAll(IEnumerable<Fact> facts)
        {
            foreach (var fact in facts.Where(fact => fact.Key is not null))
            {
                if (!_first.TryAdd(fact.Key!, fact) && _first[fact.Key!] is var first && IsOther(first, fact))
                {
                    context.Report(fact.Path, fact.Value, $"{expected}, and '{first.Id}' has it");
                }
            }
        }

        private static bool IsOther(Fact first, Fact second) =>
            !string.Equals(first.Id, second.Id, StringComparison.Ordinal)
            && (first.Group is null || !string.Equals(first.Group, second.Group, StringComparison.Ordinal));
    }
}
