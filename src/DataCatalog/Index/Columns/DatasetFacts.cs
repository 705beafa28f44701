using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;

namespace DataCatalog.Index.Columns;

/// <summary>
/// The facts of a dataset that a search uses beside its words. They are stored with the search row of the dataset, in the same transaction.
/// </summary>
internal sealed record DatasetFacts
{
    private static readonly FactsJson Json =
        new(new JsonSerializerOptions(FactsJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The title in French.</summary>
    public required string Title { get; init; }

    public IReadOnlyList<string> Themes { get; init; } = [];

    public IReadOnlyList<string> Competences { get; init; } = [];

    public required string Publisher { get; init; }

    public IReadOnlyList<string> Licences { get; init; } = [];

    public IReadOnlyList<string> Formats { get; init; } = [];

    public required string Access { get; init; }

    public string? PersonalData { get; init; }

    public string? Granularity { get; init; }

    public string? Frequency { get; init; }

    public IReadOnlyList<string> HvdCategories { get; init; } = [];

    public required string Relation { get; init; }

    public IReadOnlyList<string> ConformsTo { get; init; } = [];

    public IReadOnlyList<string> Territories { get; init; } = [];

    public IReadOnlyList<string> TerritoriesExcept { get; init => field = value ?? []; } = [];

    public IReadOnlyList<string> TerritoriesUnknown { get; init => field = value ?? []; } = [];

    /// <summary>
    /// The last day on which the next version is on time, by the frequency; null when the last version or the frequency is unknown.
    /// </summary>
    public DateOnly? Due { get; init; }

    /// <summary>The first day of the period covered; null for an open start or an unknown period.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the period covered; null for an open end or an unknown period.</summary>
    public DateOnly? To { get; init; }

    public bool HasPeriod { get; init; }

    /// <summary>Whether a distribution of the dataset is a service, or a service names the dataset.</summary>
    public bool HasService { get; init; }

    /// <summary>Whether the data are known to be incomplete.</summary>
    public bool IsPartial { get; init; }

    /// <summary>
    /// How many of the facts that people ask for first are known; it ranks answers that are too many to be ranked by their words.
    /// </summary>
    public int Known { get; init; }

    /// <summary>The numbers of its addresses (<see cref="PageKey"/>): landing page, access and download addresses.</summary>
    public IReadOnlyList<long> Addresses { get; init => field = value ?? []; } = [];

    /// <summary>The kind of the publisher. It changes with the agent and is not stored.</summary>
    [JsonIgnore]
    public string? PublisherKind { get; init; }

    public static DatasetFacts Of(Dataset dataset) => new()
    {
        Title = dataset.Title["fr"]!,
        Themes = dataset.Themes,
        Competences = dataset.Competences,
        Publisher = dataset.Publisher,
        Licences = Distinct(dataset.Distributions.Select(distribution => distribution.Licence).Prepend(dataset.Licence)),
        Formats = Distinct(dataset.Distributions.SelectMany(distribution => distribution.FileTypes())),
        Access = dataset.Access.Regime,
        PersonalData = dataset.PersonalData,
        Granularity = dataset.Granularity,
        Frequency = dataset.Frequency,
        HvdCategories = dataset.HvdCategories,
        Relation = dataset.Relation,
        ConformsTo = Distinct(dataset.Distributions.SelectMany(distribution => distribution.ConformsTo).Concat(dataset.ConformsTo)),
        Territories = dataset.Territories,
        TerritoriesExcept = dataset.TerritoriesExcept,
        TerritoriesUnknown = dataset.TerritoriesUnknown,
        Due = UpdateIntervals.Due(LastVersion(dataset), dataset.Frequency),
        From = dataset.Temporal?.Start?.FirstDay,
        To = dataset.Temporal?.End?.LastDay,
        HasPeriod = dataset.Temporal is not null,
        HasService = dataset.Distributions.Any(distribution => distribution.Service is not null),
        IsPartial = dataset.Coverage is "partial" or "pilot",
        Known = KnownOf(dataset),
        Addresses = PageKey.NumbersOf(dataset.Distributions
            .SelectMany(distribution => (string?[])[distribution.AccessUrl, distribution.DownloadUrl]).Prepend(dataset.LandingPage)),
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json.DatasetFacts);

    public static DatasetFacts Read(string json) => JsonSerializer.Deserialize(json, Json.DatasetFacts)!;

    /// <summary>Returns the day of the last version of the data: the dataset's own, or the newest of its files.</summary>
    private static DateOnly? LastVersion(Dataset dataset) => dataset.Distributions
        .Select(distribution => distribution.Modified)
        .Prepend(dataset.Modified)
        .Max(date => date?.LastDay);

    private static int KnownOf(Dataset dataset) =>
        new[]
        {
            dataset.Licence is not null, dataset.Frequency is not null, dataset.Temporal is not null, dataset.LandingPage is not null,
            dataset.Granularity is not null, dataset.Distributions.Count > 0, dataset.Territories.Count > 0, dataset.ConformsTo.Count > 0,
        }.Count(known => known);

    private static string[] Distinct(IEnumerable<string?> codes) => [.. codes.OfType<string>().Distinct(StringComparer.Ordinal)];
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DatasetFacts))]
internal sealed partial class FactsJson : JsonSerializerContext;
