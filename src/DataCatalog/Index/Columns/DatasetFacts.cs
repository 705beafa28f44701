using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;

namespace DataCatalog.Index.Columns;

/// <summary>What a search asks of a dataset beside its words. Stored with the dataset's row, in its transaction.</summary>
internal sealed record DatasetFacts
{
    private static readonly FactsJson Json = new(new JsonSerializerOptions(FactsJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>In French.</summary>
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

    /// <summary>The last day on which the next version is due, by the frequency; null where the last version or the frequency is not known.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The first day of the period covered; null for an open or unknown one.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the period covered; null for an open or unknown one.</summary>
    public DateOnly? To { get; init; }

    public bool HasPeriod { get; init; }

    /// <summary>Whether one of its distributions is a service, or a service says that it serves it.</summary>
    public bool HasService { get; init; }

    /// <summary>Whether the data are known not to cover all that they name.</summary>
    public bool IsPartial { get; init; }

    /// <summary>How many of the facts that people ask for first are known: the order of answers too many to be ranked by their words.</summary>
    public int Known { get; init; }

    /// <summary>Of the publisher; it changes with the agent and is not stored.</summary>
    [JsonIgnore]
    public string? PublisherKind { get; init; }

    public static DatasetFacts Of(Dataset dataset) => new()
    {
        Title = dataset.Title["fr"]!,
        Themes = dataset.Themes,
        Competences = dataset.Competences,
        Publisher = dataset.Publisher,
        Licences = Distinct(dataset.Distributions.Select(distribution => distribution.Licence).Prepend(dataset.Licence)),
        Formats = Distinct(dataset.Distributions.Select(distribution => distribution.Format)),
        Access = dataset.Access.Regime,
        PersonalData = dataset.PersonalData,
        Granularity = dataset.Granularity,
        Frequency = dataset.Frequency,
        HvdCategories = dataset.HvdCategories,
        Relation = dataset.Relation,
        ConformsTo = Distinct(dataset.Distributions.SelectMany(distribution => distribution.ConformsTo).Concat(dataset.ConformsTo)),
        Territories = dataset.Territories,
        Due = UpdateIntervals.Due(LastVersion(dataset), dataset.Frequency),
        From = dataset.Temporal?.Start?.FirstDay,
        To = dataset.Temporal?.End?.LastDay,
        HasPeriod = dataset.Temporal is not null,
        HasService = dataset.Distributions.Any(distribution => distribution.Service is not null),
        IsPartial = dataset.Coverage is "partial" or "pilot",
        Known = KnownOf(dataset),
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json.DatasetFacts);

    public static DatasetFacts Read(string json) => JsonSerializer.Deserialize(json, Json.DatasetFacts)!;

    /// <summary>The day of the data's last version: the dataset's own, or the newest of its files.</summary>
    private static DateOnly? LastVersion(Dataset dataset) => dataset.Distributions.Select(distribution => distribution.Modified).Prepend(dataset.Modified)
        .Max(date => date?.LastDay);

    private static int KnownOf(Dataset dataset) =>
        new[]
        {
            dataset.Licence is not null, dataset.Frequency is not null, dataset.Temporal is not null, dataset.LandingPage is not null,
            dataset.Granularity is not null, dataset.Distributions.Count > 0, dataset.Territories.Count > 0, dataset.ConformsTo.Count > 0,
        }.Count(known => known);

    private static string[] Distinct(IEnumerable<string?> codes) => [.. codes.OfType<string>().Distinct(StringComparer.Ordinal)];
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DatasetFacts))]
internal sealed partial class FactsJson : JsonSerializerContext;
