using System.Globalization;
using DataCatalog.Configuration;
using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;
using DataCatalog.Http;
using DataCatalog.Rdf;
using DataCatalog.Search.Text;
using DataCatalog.Storage;
using DataCatalog.Territories;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Search.Answers;

/// <summary>
/// Answers requests for datasets page by page. The database and the columns are those of one change throughout: what is counted, listed
/// and shown belongs together.
/// </summary>
internal sealed class SearchPages(
    CatalogIris iris, CatalogOptions options, Database database, DatasetStore datasets, QuestionReader reader, SearchEngine engine,
    Spelling spelling, FacetLabels labels, Representation representation)
{
    /// <summary>Sheets and lines are taken whole where that is possible.</summary>
    public const int MaxRows = 1000;

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="request">What it asks.</param>
    /// <param name="scope">The territory whose datasets are asked; null for all.</param>
    public Results<SearchAnswer, KnownAnswer, ProblemHttpResult> Answer(
        HttpContext context, SearchRequest request, TerritoryScope? scope = null)
    {
        var history = scope?.History ?? database.History;
        var syntaxes = AnswerForm.SyntaxesFor(request);
        if (Negotiation.Choose(context, syntaxes) is not { } syntax)
        {
            context.Response.Headers.Vary = Negotiation.Dependencies;
            return Problems.NotAcceptable(syntaxes);
        }

        if (reader.Read(request, scope, syntax == Syntax.Atom, out var question) is { } badQuestion)
        {
            return badQuestion;
        }

        if (Resolve(request, syntax, out var size) is { } badPage)
        {
            return badPage;
        }

        if (AnswerForm.Read(request, syntax, scope is not null, out var form) is { } badForm)
        {
            return badForm;
        }

        var version = string.Create(CultureInfo.InvariantCulture, $"{StateOf(history, request, syntax)} {size} {question.Today:O}");
        if (representation.IsKnown(context, version, syntax))
        {
            return new KnownAnswer(version, syntaxes);
        }

        using var session = engine.Open();
        var asked = new Asked(request, question, SearchEngine.Find(session, question), session, version, size, scope)
        {
            Extension = ExtensionOf(context, syntax),
            Form = form,
            FormLinks = [form.Link, PlainJson.LinkOf(context)],
        };
        return Place(asked, out var place) is { } badPlace ? badPlace : new SearchAnswer(Page(asked, place) with { Syntaxes = syntaxes });
    }

    /// <summary>What tells the state of what a page shows; when datasets were changed is shown by a feed, and asked by a filter.</summary>
    private static string StateOf(History history, SearchRequest request, Syntax syntax) =>
        syntax == Syntax.Atom || request.ModifiedSince is not null ? history.OfTimes : history.OfContents;

    /// <summary>What the links of the page have: sheets, lines and feeds have pages of their own, which the links must not leave.</summary>
    private static string? ExtensionOf(HttpContext context, Syntax syntax) =>
        context.Features.Get<AddressExtension>()?.Text ?? (Syntax.All.Contains(syntax) ? null : syntax.Extension);

    private ProblemHttpResult? Resolve(SearchRequest request, Syntax syntax, out int size)
    {
        var isRows = syntax == Syntax.Csv || syntax == Syntax.JsonLines;
        var most = isRows ? MaxRows : options.MaxPageSize;
        size = request.PageSize ?? (isRows ? MaxRows : options.PageSize);
        return size < 1 || size > most ? Problems.BadQuery("pageSize", $"'pageSize' is {size}; expected 1 to {most}.")
            : request.Bom is not null && syntax != Syntax.Csv ? Problems.BadQuery("bom", "'bom' is for CSV only; ask for that by '/datasets.csv' or 'Accept: text/csv', or leave it out.")
            : request.Separator is not null && syntax != Syntax.Csv ? Problems.BadQuery("separator", "'separator' is for CSV only; ask for that by '/datasets.csv' or 'Accept: text/csv', or leave it out.")
            : request.Separator is { } separator && !SheetForm.Separators.Contains(separator, StringComparer.Ordinal)
                ? Problems.BadQuery("separator", $"'separator' is '{separator}'.{EditDistance.DidYouMean(separator, SheetForm.Separators)} Allowed: {string.Join(", ", SheetForm.Separators)}.")
            : request is { Page: not null, Cursor: not null } ? Problems.BadQuery("page", "'page' and 'cursor' say two places at once; give one of them.")
            : request.Page < 1 ? Problems.BadQuery("page", $"'page' is {request.Page}; pages are counted from 1.")
            : null;
    }

    /// <summary>The place of the first answer of the page among the candidates.</summary>
    private static ProblemHttpResult? Place(Asked asked, out int place)
    {
        place = 0;
        if (asked.Request.Cursor is { } text)
        {
            return PlaceOf(asked, text, out place);
        }

        if (asked.Request.Page is not { } page)
        {
            return null;
        }

        if (page > asked.LastPage)
        {
            return Problems.NotFound($"There is no page {page}: the last one is {asked.LastPage}.");
        }

        place = asked.Found.PlaceOf((page - 1) * asked.Size);
        return null;
    }

    private static ProblemHttpResult? PlaceOf(Asked asked, string text, out int place)
    {
        place = 0;
        if (SearchCursor.Parse(text) is not { } cursor)
        {
            return Problems.BadQuery("cursor", $"'cursor' is '{Shown.Of(text)}'; take it from the 'next' or 'previous' of a page, or leave it out to begin.");
        }

        if (!string.Equals(cursor.Question, SearchCursor.MarkOf(asked.Question), StringComparison.Ordinal))
        {
            return Problems.BadQuery("cursor", "'cursor' belongs to another question; follow 'next' as it stands, or leave the cursor out to begin.");
        }

        var at = asked.Question.Order is { } order ? cursor.PlaceIn(asked.Session.Columns.In(order).Span, order) : cursor.PlaceAfter(asked.Session.Columns.Sequence);
        if (at is null)
        {
            return Problems.ListGone("The catalogue has changed since this list was ranked, and the list is not kept. Begin again without 'cursor', or give 'sort=title' or 'sort=modified': those lists can be followed through changes.");
        }

        place = Math.Min(at.Value, asked.Found.End);
        place = cursor.IsForward ? place : asked.Found.Before(place, asked.Size);
        return null;
    }

    private SearchPage Page(Asked asked, int place)
    {
        var rows = asked.Found.From(place, asked.Size, out var after);
        var (question, found) = (asked.Question, asked.Found);
        return new SearchPage
        {
            Collection = iris.At(With(question.Path, question.Link)),
            Title = TitleOf(asked),
            Scope = asked.Scope,
            Text = question.Text,
            Total = found.Total,
            Links = Links(asked, place, after),
            FirstQuery = question.Link.Length == 0 ? "" : $"?{question.Link}",
            Rows = rows,
            Entries = datasets.Find(asked.Session.Snapshot.Connection, [.. rows.Select(row => row.Id)]),
            Findings = new SearchFindings { IsRelaxed = found.IsRelaxed, Suggestion = Suggestion(asked), Facets = Facets(asked) },
            Highlighter = found.Words is { } words ? new Highlighter(words) : null,
            Version = asked.Version,
            Form = asked.Form,
            Syntaxes = Syntax.Known,
            Sheet = SheetForm.Of(asked.Request.Separator, asked.Request.Bom),
        };
    }

    private static LanguageMap TitleOf(Asked asked) =>
        asked.Scope is { } scope ? LanguageMap.Of($"Jeux de données pour {scope.Coverage.Name}", $"Datasets for {scope.Coverage.Name}")
        : asked.Question.Link.Length == 0 ? LanguageMap.Of("Jeux de données", "Datasets")
        : LanguageMap.Of("Jeux de données trouvés", "Datasets found");

    private PageLinks Links(Asked asked, int place, int after)
    {
        var page = asked.Request.Page;
        var isMore = asked.Found.HasFrom(after);
        var isLess = asked.Found.HasBefore(place);
        return new PageLinks(
            asked.Request.Cursor is { } cursor ? Address(asked, $"cursor={cursor}") : Numbered(page ?? 1),
            Numbered(1),
            !isLess ? null : page is { } number ? Numbered(number - 1) : place == asked.Found.End ? Numbered(asked.LastPage) : At(isForward: false, place),
            !isMore ? null : page is { } same ? Numbered(same + 1) : At(isForward: true, after),
            Numbered(asked.LastPage));

        Iri Numbered(int number) => Address(asked, string.Create(CultureInfo.InvariantCulture, $"page={number}"));

        Iri At(bool isForward, int at) => Address(asked, $"cursor={(asked.Question.Order is null
            ? SearchCursor.At(asked.Question, isForward, at, asked.Session.Columns.Sequence)
            : SearchCursor.At(asked.Question, isForward, asked.Found.At(isForward ? at - 1 : at)))}");
    }

    private Iri Address(Asked asked, string place)
    {
        var size = asked.Request.PageSize is { } given ? string.Create(CultureInfo.InvariantCulture, $"pageSize={given}") : "";
        var separator = asked.Request.Separator is { } name ? $"separator={name}" : "";
        var mark = asked.Request.Bom is { } bom ? $"bom={(bom ? "true" : "false")}" : "";
        return iris.At(With($"{asked.Question.Path}{asked.Extension}", [asked.Question.Link, place, size, separator, mark, .. asked.FormLinks]));
    }

    /// <summary>Only where words found nothing together: elsewhere none is in no dataset.</summary>
    private SuggestedQuestion? Suggestion(Asked asked) => (asked.Found.IsRelaxed || asked.Found.Total == 0)
        && asked.Question.Text is { } text
        && spelling.Suggest(asked.Session.Snapshot.Connection, text, asked.Session.Synonyms) is { } better
            ? new SuggestedQuestion(better, iris.At(With(asked.Question.Path, asked.Question.LinkWith("q", better))))
            : null;

    private List<FacetCounts> Facets(Asked asked) => [.. asked.Question.Facets.Select((facet, index) =>
        labels.Of(facet, asked.Session.Columns.Codes(facet), asked.Found.Counts[index], asked.Question, link => iris.At(With(asked.Question.Path, link))))];

    private static string With(string path, params ReadOnlySpan<string> parameters)
    {
        var query = string.Join('&', parameters.ToArray().Where(parameter => parameter.Length > 0));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private sealed record Asked(SearchRequest Request, Question Question, Found Found, SearchSession Session, string Version, int Size, TerritoryScope? Scope)
    {
        /// <summary>What the links of the page have.</summary>
        public string? Extension { get; init; }

        public AnswerForm Form { get; init; } = AnswerForm.Whole;

        /// <summary>What the links say of the form.</summary>
        public IReadOnlyList<string> FormLinks { get; init; } = [];

        /// <summary>1 for an empty answer.</summary>
        public int LastPage => Math.Max(1, (Found.Total + Size - 1) / Size);
    }
}
