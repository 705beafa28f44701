using System.Globalization;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Datasets;

/// <summary>A column of a sheet.</summary>
/// <param name="Name">Its header.</param>
/// <param name="Value">Its cell for a dataset; null for an empty one.</param>
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
        new("publisher", (source, entry) => source.Agent(entry.Record.Publisher)),
        new("publisher_identifier", (source, entry) => entry.Record.Publisher),
        new("themes", (source, entry) => source.Of(Schemes.Themes, entry.Record.Themes)),
        new("competences", (source, entry) => source.Of(Schemes.Competences, entry.Record.Competences)),
        new("access", (source, entry) => source.Of(Schemes.AccessRegimes, entry.Record.Access.Regime)),
        new("request_url", (source, entry) => entry.Record.Access.RequestUrl),
        new("licence", (source, entry) => source.Of(Schemes.Licences, entry.Record.Licence)),
        new("personal_data", (source, entry) => source.Of(Schemes.PersonalData, entry.Record.PersonalData)),
        new("relation", (source, entry) => source.Of(Schemes.Relations, entry.Record.Relation)),
        new("granularity", (source, entry) => source.Of(Schemes.Granularities, entry.Record.Granularity)),
        new("territories", (source, entry) => source.Territories(entry.Record.Territories)),
        new("territory_codes", (source, entry) => Joined(entry.Record.Territories)),
        new("frequency", (source, entry) => source.Of(Schemes.Frequencies, entry.Record.Frequency)),
        new("temporal_start", (source, entry) => entry.Record.Temporal?.Start?.Text),
        new("temporal_end", (source, entry) => entry.Record.Temporal?.End?.Text),
        new("issued", (source, entry) => entry.Record.Issued?.Text),
        new("modified", (source, entry) => entry.Record.Modified?.Text),
        new("landing_page", (source, entry) => entry.Record.LandingPage),
        new("hvd_categories", (source, entry) => source.Of(Schemes.HvdCategories, entry.Record.HvdCategories)),
        new("formats", (source, entry) => source.Of(Schemes.FileTypes, entry.Record.Distributions.Select(distribution => distribution.Format).OfType<string>().Distinct(StringComparer.Ordinal))),
        new("urls", (source, entry) => Joined(entry.Record.Distributions.Select(distribution => distribution.Url))),
        new("other_identifiers", (source, entry) => Joined(entry.Record.OtherIdentifiers.Select(other => $"{other.Platform}={other.Identifier}"))),
        new("entered", (source, entry) => Day(entry.Entered)),
        new("changed", (source, entry) => Day(entry.Changed)),
        new("confidence", (source, entry) => entry.Record.Provenance.Confidence),
    ];

    /// <summary>Why the dataset is an answer to words; only where it is asked for.</summary>
    private static readonly SheetColumn OfWords = new(Match, (source, entry) => source.MatchOf?.Invoke(entry.Record));

    /// <summary>Why a dataset is about a territory, and where its part is.</summary>
    private static readonly SheetColumn[] OfTerritory =
    [
        new("level", (source, entry) => source.CoverageOf!(entry.Record)?.Level),
        new("reason", (source, entry) => source.CoverageOf!(entry.Record)?.Reason["fr"]),
        new("ready_links", (source, entry) => Joined(source.CoverageOf!(entry.Record)?.Links.Select(link => link.Url) ?? [])),
    ];

    /// <summary>All columns of the sheet of a territory, or of any other, in their order.</summary>
    public static IEnumerable<SheetColumn> For(bool isOfTerritory) => [.. OfDatasets, OfWords, .. isOfTerritory ? OfTerritory : []];

    /// <summary>Whether a sheet with these columns has it: the address is in each, <c>match</c> where it was chosen.</summary>
    public bool IsIn(IReadOnlySet<string>? columns) => Name is Address || (columns is null ? Name is not Match : columns.Contains(Name));

    private static string? Joined(IEnumerable<string> values) => string.Join('|', values) is { Length: > 0 } text ? text : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
