using System.Globalization;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;

namespace DataCatalog.Obligations.Rules;

/// <summary>
/// Writes rules as CSV (RFC 4180, in UTF-8, with commas or semicolons): one row per rule, with French labels; <c>|</c> separates the values
/// of a cell.
/// </summary>
internal sealed class RuleSheet : IDisposable
{
    private static readonly Column[] OfRules =
    [
        new("identifier", (source, listed) => listed.Rule.Id),
        new("address", (source, listed) => source.Iris.Rule(listed.Rule.Id).Value),
        new("title", (source, listed) => listed.Rule.Title["fr"]),
        new("act", (source, listed) => source.Label(Schemes.Acts, listed.Rule.Act)),
        new("applies_to", (source, listed) => Joined(listed.Rule.Scope.Kinds)),
        new("epci_kinds", (source, listed) => Joined(listed.Rule.Scope.EpciKinds)),
        new("min_population", (source, listed) => Text(listed.Rule.Scope.MinimumPopulation)),
        new("max_population", (source, listed) => Text(listed.Rule.Scope.MaximumPopulation)),
        new("min_staff", (source, listed) => Text(listed.Rule.Scope.MinimumStaff)),
        new("competences", (source, listed) => source.Labels(Schemes.Competences, listed.Rule.Scope.Competences)),
        new("conditions", (source, listed) => source.Labels(Schemes.Conditions, listed.Rule.Scope.Conditions)),
        new("in_force_from", (source, listed) => Text(listed.Rule.InForceFrom)),
        new("in_force_until", (source, listed) => Text(listed.Rule.InForceUntil)),
        new("deadline", (source, listed) => DeadlineWords.Of(listed.Rule.Deadline)?["fr"]),
        new("deadline_note", (source, listed) => listed.Rule.Deadline.Note?["fr"]),
        new("destination", (source, listed) => listed.Rule.Destination?["fr"]),
        new("destination_url", (source, listed) => listed.Rule.DestinationUrl),
        new("article", (source, listed) => Joined(listed.Rule.OtherArticles.Prepend(listed.Rule.Article))),
        new("article_url", (source, listed) => listed.Rule.ArticleUrl),
        new("status", (source, listed) => listed.Rule.Status),
    ];

    /// <summary>What a rule is for the territory of the list.</summary>
    private static readonly Column[] OfTerritory =
    [
        new("applies", (source, listed) => listed.Duty!.Applies),
        new("because", (source, listed) => listed.Duty!.Because),
        new("why", (source, listed) => listed.Duty!.Why?["fr"]),
        new("questions", (source, listed) => Joined(
        [
            .. listed.Duty!.Questions.Select(source.Question),
            .. listed.Duty.AskedStaff is null ? Array.Empty<string>() : [TerritoryMappings.StaffQuestion["fr"]!],
        ])),
        new("seen", (source, listed) => listed.Duty!.Seen.Code),
        new("due_day", (source, listed) => Text(listed.Duty!.Next.DueDay)),
        new("check_url", (source, listed) => listed.Duty!.Next.CheckAddress),
    ];

    private readonly Source _source;
    private readonly Sheet _sheet;
    private readonly Column[] _columns;

    /// <summary>Begins a sheet, and writes its header.</summary>
    /// <param name="iris">The addresses of this catalogue.</param>
    /// <param name="references">The vocabularies.</param>
    /// <param name="output">The stream to write to; it stays open.</param>
    /// <param name="form">The separator and the byte order mark.</param>
    /// <param name="hasTerritory">Whether the list is of a territory, and has its columns.</param>
    public RuleSheet(CatalogIris iris, IReferences references, Stream output, SheetForm form, bool hasTerritory)
    {
        _source = new Source(iris, references);
        _columns = [.. OfRules, .. hasTerritory ? OfTerritory : []];
        _sheet = new Sheet(output, form, _columns.Select(column => column.Name));
    }

    public void Write(ListedRule rule) => _sheet.Write(_columns.Select(column => column.Value(_source, rule)));

    public void Dispose() => _sheet.Dispose();

    private static string? Joined(IEnumerable<string> values) => string.Join('|', values) is { Length: > 0 } text ? text : null;

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Column(string Name, Func<Source, ListedRule, string?> Value);

    private sealed record Source(CatalogIris Iris, IReferences References)
    {
        public string Label(string scheme, string code) => Find(scheme, code).Label["fr"]!;

        public string? Labels(string scheme, IEnumerable<string> codes) => Joined(codes.Select(code => Label(scheme, code)));

        public string Question(string code) => Find(Schemes.Conditions, code).Definition!["fr"]!;

        private Concept Find(string scheme, string code) => References.FindConcept(scheme, code)
            ?? throw new InvalidOperationException($"A rule refers to '{scheme}/{code}', which is not in the database.");
    }
}
