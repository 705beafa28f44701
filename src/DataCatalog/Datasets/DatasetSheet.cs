using System.Globalization;
using System.Text;
using CsvHelper;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using DataCatalog.Territories;

namespace DataCatalog.Datasets;

/// <summary>
/// Datasets as a sheet (RFC 4180, UTF-8; with semicolons where they are asked for): one row a dataset, French labels, several values separated by <c>|</c>. Text that a spreadsheet
/// would take for a formula is made text again by an apostrophe.
/// </summary>
internal sealed class DatasetSheet : IDisposable
{
    private readonly CsvWriter _csv;
    private readonly (string Name, Func<Entry<Dataset>, string?> Value)[] _columns;

    /// <summary>Begins a sheet with its header.</summary>
    /// <param name="iris">The addresses of this catalogue.</param>
    /// <param name="references">What codes stand for.</param>
    /// <param name="output">Stays open.</param>
    /// <param name="form">Its byte order mark and its separator; without a mark and with commas unless given.</param>
    /// <param name="coverage">Adds why each dataset is about one territory, and where its part is; null for no territory.</param>
    public DatasetSheet(CatalogIris iris, IReferences references, Stream output, SheetForm form = default, TerritoryCoverage? coverage = null)
    {
        if (form.HasMark)
        {
            output.Write(Encoding.UTF8.Preamble);
        }

        _columns = [.. Columns(iris, new Labels(references)), .. coverage is null ? [] : Columns(coverage)];
        _csv = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\r\n", Separator = form.Separator, Injection = CsvInjection.Escape }, leaveOpen: true);
        Write(_columns.Select(column => column.Name));
    }

    public void Write(Entry<Dataset> entry) => Write(_columns.Select(column => column.Value(entry)));

    public void Dispose() => _csv.Dispose();

    private void Write(IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
        {
            _csv.WriteField(cell);
        }

        _csv.EndRecord();
    }

    private static IEnumerable<(string Name, Func<Entry<Dataset>, string?> Value)> Columns(CatalogIris iris, Labels labels) =>
    [
        ("identifier", entry => entry.Record.Id),
        ("address", entry => iris.Dataset(entry.Record.Id).Value),
        ("title", entry => entry.Record.Title["fr"]),
        ("description", entry => entry.Record.Description["fr"]),
        ("keywords", entry => Joined(entry.Record.Keywords)),
        ("publisher", entry => labels.Agent(entry.Record.Publisher)),
        ("publisher_identifier", entry => entry.Record.Publisher),
        ("themes", entry => labels.Of(Schemes.Themes, entry.Record.Themes)),
        ("competences", entry => labels.Of(Schemes.Competences, entry.Record.Competences)),
        ("access", entry => labels.Of(Schemes.AccessRegimes, entry.Record.Access.Regime)),
        ("request_url", entry => entry.Record.Access.RequestUrl),
        ("licence", entry => labels.Of(Schemes.Licences, entry.Record.Licence)),
        ("personal_data", entry => labels.Of(Schemes.PersonalData, entry.Record.PersonalData)),
        ("relation", entry => labels.Of(Schemes.Relations, entry.Record.Relation)),
        ("granularity", entry => labels.Of(Schemes.Granularities, entry.Record.Granularity)),
        ("territories", entry => labels.Territories(entry.Record.Territories)),
        ("territory_codes", entry => Joined(entry.Record.Territories)),
        ("frequency", entry => labels.Of(Schemes.Frequencies, entry.Record.Frequency)),
        ("temporal_start", entry => entry.Record.Temporal?.Start?.Text),
        ("temporal_end", entry => entry.Record.Temporal?.End?.Text),
        ("issued", entry => entry.Record.Issued?.Text),
        ("modified", entry => entry.Record.Modified?.Text),
        ("landing_page", entry => entry.Record.LandingPage),
        ("hvd_categories", entry => labels.Of(Schemes.HvdCategories, entry.Record.HvdCategories)),
        ("formats", entry => labels.Of(Schemes.FileTypes, entry.Record.Distributions.Select(distribution => distribution.Format).OfType<string>().Distinct(StringComparer.Ordinal))),
        ("urls", entry => Joined(entry.Record.Distributions.Select(distribution => distribution.Url))),
        ("other_identifiers", entry => Joined(entry.Record.OtherIdentifiers.Select(other => $"{other.Platform}={other.Identifier}"))),
        ("entered", entry => Day(entry.Entered)),
        ("changed", entry => Day(entry.Changed)),
        ("confidence", entry => entry.Record.Provenance.Confidence),
    ];

    private static IEnumerable<(string Name, Func<Entry<Dataset>, string?> Value)> Columns(TerritoryCoverage coverage) =>
    [
        ("level", entry => coverage.Of(entry.Record)?.Level),
        ("reason", entry => coverage.Of(entry.Record)?.Reason["fr"]),
        ("ready_links", entry => Joined(coverage.Of(entry.Record)?.Links.Select(link => link.Url) ?? [])),
    ];

    private static string? Joined(IEnumerable<string> values) => string.Join('|', values) is { Length: > 0 } text ? text : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What people call what a record names by code.</summary>
    private sealed class Labels(IReferences references)
    {
        public string Agent(string id) => references.FindAgent(id)?.Name["fr"] ?? throw Missing(id);

        public string? Of(string scheme, string? code) => code is null ? null
            : references.FindConcept(scheme, code)?.Label["fr"] ?? throw Missing($"{scheme}/{code}");

        public string? Of(string scheme, IEnumerable<string> codes) => Joined(codes.Select(code => Of(scheme, code)!));

        public string? Territories(IEnumerable<string> ids) => Joined(ids.Select(id => references.FindTerritory(id)?.Name ?? throw Missing(id)));

        private static InvalidOperationException Missing(string id) => new($"'{id}' is referred to and not in the database.");
    }
}
