using System.Globalization;
using System.Text;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Reports;
using DataCatalog.Storage;
using DataCatalog.Territories;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Pages;

/// <summary>The pages below that of a dataset. They have no place in the API description.</summary>
internal static class DatasetPages
{
    public static void MapDatasetPages(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/datasets/{id}").WithPages().ExcludeFromDescription();
        group.MapGet("/reports", Report);
        group.MapGet("/letter", Letter);
        group.MapGet("/letter.txt", LetterAsText);
    }

    /// <summary>Shows the form to report an error, or thanks for a report.</summary>
    private static Results<RdfResult<Dataset>, ProblemHttpResult> Report(
        Documents documents, RecordReader<Dataset> datasets, ReportStore reports, string id, bool? sent) => datasets.Find(id) is { } entry
        ? documents.One<Dataset, Dataset>(entry, (mapping, graph) => mapping.Describe(graph, entry.Record)).AsPage($"{reports.IsWritable}")
        : Entries.Missing("dataset", "datasets", id, datasets.FindTombstone(id));

    private static Results<LetterAnswer, ProblemHttpResult> Letter(
        Documents documents, LetterDesk desk, string id, string? territory)
    {
        var version = desk.VersionOf(documents);
        return desk.Write(id, territory, out var dataset, out var text) is { } fault
            ? fault
            : new LetterAnswer(version, dataset, text, desk.RuleFor(dataset));
    }

    private static Results<FileAnswer, ProblemHttpResult> LetterAsText(
        Documents documents, LetterDesk desk, string id, string? territory)
    {
        var version = desk.VersionOf(documents);
        return desk.Write(id, territory, out _, out var text) is { } fault
            ? fault
            : new FileAnswer(SiteMap.Text, version, output => output.Write(Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>Reads what a letter is asked for, and writes it.</summary>
internal sealed class LetterDesk(
    RecordReader<Dataset> datasets, TerritoryAddresses territories, TerritoryIndexes indexes, Letters letters, ParisDay day)
{
    /// <summary>Reads the version of letters, which have the day in them. Read it before the data.</summary>
    public string VersionOf(Documents documents) => string.Create(CultureInfo.InvariantCulture, $"{documents.Version} {day.Today:O}");

    /// <summary>The id of the rule that the letter about a dataset cites.</summary>
    public string? RuleFor(Dataset dataset) => letters.RuleFor(dataset)?.Id;

    /// <summary>Writes the letter about a dataset.</summary>
    /// <param name="id">The dataset's id.</param>
    /// <param name="territory">The territory that asks, as people write it; null for none.</param>
    /// <param name="dataset">The dataset; only valid when there is no problem.</param>
    /// <param name="text">The letter; only valid when there is no problem.</param>
    public ProblemHttpResult? Write(string id, string? territory, out Dataset dataset, out string text)
    {
        (dataset, text) = (null!, "");
        if (datasets.Find(id) is not { } entry)
        {
            return Entries.Missing("dataset", "datasets", id, datasets.FindTombstone(id));
        }

        if (!letters.Suits(entry.Record))
        {
            return Problems.NotFound($"The dataset '{id}' is open, so no letter asks for it: take its files at '/datasets/{id}'.");
        }

        if (WrittenTerritory.Read("territory", territory, indexes, out var place) is { } fault)
        {
            return fault;
        }

        (dataset, text) = (
            entry.Record, letters.Of(entry.Record, place is var (places, number) ? territories.At(places, number)?.Entry.Record : null));
        return null;
    }
}
