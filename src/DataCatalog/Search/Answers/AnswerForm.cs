using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Rules;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Search.Answers;

/// <summary>
/// How much of each dataset an answer shows: all of it, a summary, or chosen fields. Graphs and feeds always show all of it.
/// </summary>
internal sealed class AnswerForm
{
    /// <summary>The name of the view that shows what a list of results needs.</summary>
    public const string Summary = "summary";

    /// <summary>The maximal length of <c>fields</c> in characters; the names of all fields are shorter.</summary>
    public const int MaxFieldsLength = 1000;

    /// <summary>The values of <c>view</c>.</summary>
    public static readonly IReadOnlyList<string> Views = [Summary];

    /// <summary>The key that every form has; its column in a sheet is <c>address</c>.</summary>
    private const string Id = "id";

    /// <summary>The form that shows whole datasets.</summary>
    public static readonly AnswerForm Whole = new(isSummary: false, fields: null);

    private static readonly IReadOnlyList<Syntax> Lean = [Syntax.Json, Syntax.JsonLines, Syntax.Csv];
    private static readonly IReadOnlyList<Syntax> LeanFirst = [.. Lean, .. Syntax.Known.Except(Lean)];
    private static readonly string[] Keys = [Id, .. KeysOf(typeof(DatasetSchema)), CatTerms.Formats, CatTerms.Match];

    private static readonly FrozenSet<string> SummaryColumns =
        FrozenSet.Create(
            StringComparer.Ordinal,
            "identifier", "title", "publisher", "access", "licence", "formats", "match", "level", "reason", "ready_links");

    private AnswerForm(bool isSummary, IReadOnlyList<string>? fields)
    {
        IsSummary = isSummary;
        Fields = fields?.ToFrozenSet(StringComparer.Ordinal);
        Query = isSummary ? $"view={Summary}" : fields is null ? "" : $"fields={string.Join(',', fields.DefaultIfEmpty(Id))}";
    }

    public bool IsSummary { get; }

    /// <summary>The keys or columns that were chosen; null for all.</summary>
    public IReadOnlySet<string>? Fields { get; }

    /// <summary>The form as a query string, which links repeat; empty for whole datasets.</summary>
    public string Query { get; }

    /// <summary>Whether the form shows less than whole datasets.</summary>
    public bool IsLean => IsSummary || Fields is not null;

    /// <summary>The columns of a sheet; null for all columns except <c>match</c>.</summary>
    public IReadOnlySet<string>? Columns => IsSummary ? SummaryColumns : Fields;

    /// <summary>Whether the form shows a key that whole datasets do not have.</summary>
    public bool Shows(string key) => IsSummary || Fields?.Contains(key) == true;

    /// <summary>
    /// The syntaxes of an answer, the default first. JSON is the default of a lean form, since graphs always show whole datasets.
    /// </summary>
    public static IReadOnlyList<Syntax> SyntaxesFor(SearchRequest request) =>
        request is { View: null, Fields: null } ? Syntax.Known : LeanFirst;

    /// <summary>Reads the form from <c>view</c> and <c>fields</c>; returns the first fault, or null.</summary>
    public static ProblemHttpResult? Read(SearchRequest request, Syntax syntax, bool isOfTerritory, out AnswerForm form)
    {
        form = Whole;
        var name = request.View is null ? "fields" : "view";
        return request is { View: null, Fields: null } ? null
            : request is { View: not null, Fields: not null }
                ? Problems.BadQuery("fields", "'view' and 'fields' both say what to show; give one of them.")
            : !Lean.Contains(syntax) ? Problems.BadQuery(
                name,
                $"'{name}' is for JSON, JSON Lines and CSV only; {syntax.Name} always has whole datasets."
                + " Ask for '.json', '.jsonl' or '.csv', or leave it out.")
            : request.View is { } view ? ReadView(view, out form)
            : ReadFields(request.Fields!, syntax == Syntax.Csv ? DatasetSheet.ColumnsFor(isOfTerritory) : Keys, out form);
    }

    private static ProblemHttpResult? ReadView(string view, out AnswerForm form)
    {
        form = new AnswerForm(isSummary: true, fields: null);
        return string.Equals(view, Summary, StringComparison.Ordinal) ? null
            : Problems.BadQuery(
                "view",
                $"'view' is '{Shown.Of(view)}'.{EditDistance.DidYouMean(view, Views)} Allowed: {string.Join(", ", Views)}.");
    }

    private static ProblemHttpResult? ReadFields(string text, IReadOnlyList<string> known, out AnswerForm form)
    {
        var asked = text.Length > MaxFieldsLength ? [] : text.Split(',', StringSplitOptions.TrimEntries);
        form = new AnswerForm(isSummary: false, [.. known.Where(field => asked.Contains(field, StringComparer.Ordinal))]);
        return text.Length > MaxFieldsLength
                ? Problems.BadQuery("fields", $"'fields' has {text.Length} characters; expected at most {MaxFieldsLength}.")
            : Array.Find(asked, field => field is not Id && !known.Contains(field, StringComparer.Ordinal)) is { } unknown
                ? Problems.BadQuery(
                    "fields",
                    $"'fields' names '{Shown.Of(unknown)}'.{EditDistance.DidYouMean(unknown, known)}"
                    + $" Allowed, with commas between them: {string.Join(", ", known)}.")
            : null;
    }

    private static IEnumerable<string> KeysOf(Type schema) => schema.GetProperties()
        .Select(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
            ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name))
        .Where(key => key is not ("@context" or Id));
}
