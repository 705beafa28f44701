using System.Globalization;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Datasets;

/// <summary>A column of a sheet.</summary>
/// <param name="Name">The header.</param>
/// <param name="Value">Returns the cell for a dataset; null for an empty cell.</param>
internal sealed record SheetColumn(string Name, Func<SheetSource, Entry<Dataset>, string?> Value)
{
    private const string Address = "address";
    private const string Match = "match";

    private static readonly SheetColumn[] OfDatasets =
    [
        new("identifier", (source, entry) => entry.Record.Id),
        new("address", (source, entry) => source.Iris.Dataset(entry.Record.Id).Value),
        new("title", (source, entry) => entry.Record.Title["fr"]),
        new("description", (source, entry) => entry.Record.Description["fr"]),
        new("keywords", (source, entry) => Joined(entry.Record.Keywords)),
        new("publisher", (source, entry) => source.AgentName(entry.Record.Publisher)),
        new("publisher_identifier", (source, entry) => entry.Record.Publisher),
        new("themes", (source, entry) => source.Labels(Schemes.Themes, entry.Record.Themes)),
        new("competences", (source, entry) => source.Labels(Schemes.Competences, entry.Record.Competences)),
        new("access", (source, entry) => source.Label(Schemes.AccessRegimes, entry.Record.Access.Regime)),
        new("request_url", (source, entry) => entry.Record.Access.RequestUrl),
        new("licence", (source, entry) => source.Label(Schemes.Licences, entry.Record.Licence)),
        new("personal_data", (source, entry) => source.Label(Schemes.PersonalData, entry.Record.PersonalData)),
        new("relation", (source, entry) => source.Label(Schemes.Relations, entry.Record.Relation)),
        new("granularity", (source, entry) => source.Label(Schemes.Granularities, entry.Record.Granularity)),
        new("territories", (source, entry) => source.TerritoryNames(entry.Record.Territories)),
        new("territory_codes", (source, entry) => Joined(entry.Record.Territories)),
        new("territory_codes_except", (source, entry) => Joined(entry.Record.TerritoriesExcept)),
        new("territory_codes_unknown", (source, entry) => Joined(entry.Record.TerritoriesUnknown)),
        new("frequency", (source, entry) => source.Label(Schemes.Frequencies, entry.Record.Frequency)),
        new("temporal_start", (source, entry) => entry.Record.Temporal?.Start?.Text),
        new("temporal_end", (source, entry) => entry.Record.Temporal?.End?.Text),
        new("issued", (source, entry) => entry.Record.Issued?.Text),
        new("modified", (source, entry) => entry.Record.Modified?.Text),
        new("landing_page", (source, entry) => entry.Record.LandingPage),
        new("hvd_categories", (source, entry) => source.Labels(Schemes.HvdCategories, entry.Record.HvdCategories)),
        new("formats", (source, entry) => source.Labels(Schemes.FileTypes, Formats(entry.Record))),
        new("urls", (source, entry) => Joined(entry.Record.Distributions.Select(distribution => distribution.Url))),
        new("other_identifiers", (source, entry) =>
            Joined(entry.Record.OtherIdentifiers.Select(other => $"{other.Platform}={other.Identifier}"))),
        new("entered", (source, entry) => Day(entry.Entered)),
        new("changed", (source, entry) => Day(entry.Changed)),
        new("confidence", (source, entry) => entry.Record.Provenance.Confidence),
    ];

    /// <summary>The part of the dataset's text with the words of the question; only in sheets whose request chooses it.</summary>
    private static readonly SheetColumn MatchColumn = new(Match, (source, entry) => source.MatchOf?.Invoke(entry.Record));

    /// <summary>Why the dataset covers the territory, and where the data for it are.</summary>
    private static readonly SheetColumn[] OfTerritory =
    [
        new("level", (source, entry) => source.CoverageOf!(entry.Record)?.Level),
        new("reason", (source, entry) => source.CoverageOf!(entry.Record)?.Reason["fr"]),
        new("ready_links", (source, entry) =>
            Joined(entry.Record.Distributions.SelectMany(source.LinksOf!).Select(link => link.Url))),
    ];

    /// <summary>Lists all columns in order: those of the sheet of a territory, or those of any other sheet.</summary>
    public static IEnumerable<SheetColumn> For(bool isOfTerritory) => [.. OfDatasets, MatchColumn, .. isOfTerritory ? OfTerritory : []];

    /// <summary>Whether a sheet has this column: every sheet has the address, and <c>match</c> must be chosen.</summary>
    /// <param name="columns">The chosen columns; null for all.</param>
    public bool IsIn(IReadOnlySet<string>? columns) => Name is Address || (columns is null ? Name is not Match : columns.Contains(Name));

    private static IEnumerable<string> Formats(Dataset dataset) =>
        dataset.Distributions.Select(distribution => distribution.Format).OfType<string>().Distinct(StringComparer.Ordinal);

    private static string? Joined(IEnumerable<string> values) => string.Join('|', values) is { Length: > 0 } text ? text : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
