using System.Globalization;
using DataCatalog.Configuration;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Index.Columns;
using DataCatalog.Index.Text;
using DataCatalog.Rdf;
using DataCatalog.Search.Everything;
using DataCatalog.Search.Identifiers;
using DataCatalog.Search.Places;
using DataCatalog.Search.Text;
using DataCatalog.Storage;
using DataCatalog.Territories;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Search.Answers;

/// <summary>
/// Answers requests for datasets page by page. Everything on a page is read from the same state of the catalogue: counts, list and datasets
/// agree.
/// </summary>
internal sealed class SearchPages(
    CatalogIris iris, CatalogOptions options, Database database, QuestionReader reader, SearchEngine engine,
    PlacedSearch search, Spelling spelling, FacetLabels labels, Representation representation, IdentifierReader identifiers,
    KnownEntries entries, NearestFinder nearest)
{
    /// <summary>The facets that a page shows, unless the request names others: those that people choose by.</summary>
    private static readonly IReadOnlyList<Facet> FacetsOfPages =
        [.. Facet.All.Where(facet => facet.Name is "competence" or "access" or "licence" or "format" or "publisher")];

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="request">The parameters of the request.</param>
    /// <param name="scope">The territory whose datasets are listed; null for all datasets.</param>
    public Results<SearchAnswer, KnownAnswer, ProblemHttpResult> Answer(
        HttpContext context, SearchRequest request, TerritoryScope? scope = null)
    {
        var history = scope?.History ?? database.History;
        if (Negotiation.Choose(context, SyntaxesFor(context, request), out var chosen) is { } notAcceptable)
        {
            return notAcceptable;
        }

        var syntax = chosen.Syntax;
        var badPage = Paging.Read(NumberOf(request, syntax), request.PageSize, request.Cursor, LimitsOf(syntax), out var page);
        var badForm = AnswerForm.Read(request, syntax, scope is not null, out var form);
        var badQuestion = reader.Read(request, scope, syntax == Syntax.Atom, out var question);
        if ((badQuestion ?? SheetForm.Fault(request.Separator, request.Bom, syntax, "datasets") ?? badPage ?? badForm) is { } fault)
        {
            return fault;
        }

        question = syntax == Syntax.Html && request.Facets is not { Length: > 0 } ? question with { Facets = FacetsOfPages } : question;
        var version = string.Create(CultureInfo.InvariantCulture, $"{StateOf(history, request, syntax)} {page.Size} {question.Today:O}");
        if (representation.IsKnown(context, version, syntax))
        {
            return new KnownAnswer(version, chosen);
        }

        using var session = engine.Open();
        var hits = Find(session, question, out var understood);
        var addresses = new PageAddresses(
            iris,
            $"{question.Path}{ExtensionOf(context, syntax)}",
            question.Query,
            page,
            [.. SheetForm.Queries(request.Separator, request.Bom), form.Query, PlainJson.LinkOf(context)]);
        var asked = new Asked(request, scope, question, hits, session, page, addresses)
        {
            Version = version,
            Form = form,
            Chosen = chosen,
            Understood = understood,
        };
        return ReadPlace(asked, out var place) is { } badPlace ? badPlace : new SearchAnswer(Page(asked, place));
    }

    /// <summary>Finds the answers: those of which the text is an identifier or an address, alone, or those with the words.</summary>
    private SearchHits Find(SearchSession session, Question question, out Question understood)
    {
        var named = identifiers.DatasetsOf(session, question.Text);
        var filter = new CandidateFilter(session.Columns, question);
        Row[] answers = [.. named.Where(row => filter.Test(row.Number, row))];
        understood = question;
        return answers.Length > 0
            ? filter.Ranked(answers, TextQuery.Parse(question.Text!, session.Synonyms))
            : search.Find(session, question, out understood);
    }

    /// <summary>
    /// Returns the state that decides what a page shows. Only a feed and <c>modifiedSince</c> depend on the times of changes.
    /// </summary>
    private static string StateOf(History history, SearchRequest request, Syntax syntax) =>
        syntax == Syntax.Atom || request.ModifiedSince is not null ? history.OfTimes : history.OfContents;

    /// <summary>
    /// Returns the extension for the links of the page. Sheets, lines and feeds have pages of their own, so their links always name the
    /// syntax.
    /// </summary>
    private static string? ExtensionOf(HttpContext context, Syntax syntax) =>
        context.Features.Get<AddressExtension>()?.Text ?? (syntax.HasPagesOfGraphs ? null : syntax.Extension);

    /// <summary>Lists the syntaxes of an answer. A lean form is for programs, so it has no page.</summary>
    private static IReadOnlyList<Syntax> SyntaxesFor(HttpContext context, SearchRequest request)
    {
        var syntaxes = AnswerForm.SyntaxesFor(request);
        return request is { View: null, Fields: null } ? PageForm.SyntaxesAt(context, syntaxes) : syntaxes;
    }

    /// <summary>
    /// Returns the number of the page. People count pages: the links of their first page name numbers, not cursors.
    /// </summary>
    private static int? NumberOf(SearchRequest request, Syntax syntax) =>
        request.Page ?? (syntax == Syntax.Html && request.Cursor is null ? 1 : null);

    private CountLimits LimitsOf(Syntax syntax) =>
        syntax == Syntax.Csv || syntax == Syntax.JsonLines
            ? new CountLimits(Lists.MaxRows, Lists.MaxRows)
            : new CountLimits(options.PageSize, options.MaxPageSize);

    /// <summary>Reads the place where the page begins (<see cref="SearchHits.Tiers"/>); returns the first fault, or null.</summary>
    private static ProblemHttpResult? ReadPlace(Asked asked, out int place)
    {
        place = 0;
        if (asked.Page.Cursor is { } text)
        {
            return ReadCursor(asked, text, out place);
        }

        if (Paging.Past(asked.Page, asked.LastPage) is { } past)
        {
            return past;
        }

        place = asked.Hits.PlaceOf(asked.Page.Offset);
        return null;
    }

    private static ProblemHttpResult? ReadCursor(Asked asked, string text, out int place)
    {
        place = 0;
        if (SearchCursor.Parse(text) is not { } cursor)
        {
            return Paging.UnknownCursor(text, "'next' or 'previous'");
        }

        if (!string.Equals(cursor.Question, SearchCursor.DigestOf(asked.Question), StringComparison.Ordinal))
        {
            return Problems.BadQuery(
                "cursor",
                "'cursor' belongs to a list with other parameters; follow 'next' as it stands, or leave 'cursor' out to begin.");
        }

        var at = asked.Question.Order is { } order
            ? cursor.PlaceIn(asked.Session.Columns.In(order).Rows, order)
            : cursor.PlaceInRanked(asked.Session.Columns.Sequence);
        if (at is null)
        {
            return Problems.ListGone(
                "The catalogue has changed since this list was ranked, and the old list is not kept. Begin again without 'cursor', or give"
                + " 'sort=title' or 'sort=modified': the cursors of these lists stay valid when the catalogue changes.");
        }

        place = Math.Min(at.Value, asked.Hits.End);
        place = cursor.IsForward ? place : asked.Hits.Before(place, asked.Page.Size);
        return null;
    }

    private SearchPage Page(Asked asked, int place)
    {
        var rows = asked.Hits.From(place, asked.Page.Size, out var after);
        var (question, hits) = (asked.Question, asked.Hits);
        return new SearchPage
        {
            Collection = iris.At(Listing.AddressOf(question.Path, question.Query)),
            Text = question.Text,
            Title = TitleOf(asked),
            Scope = asked.Scope,
            TerritoryLinks = asked.Understood.TerritoryLinks,
            Total = hits.Total,
            Links = Links(asked, place, after),
            FirstQuery = question.Query.Length == 0 ? "" : $"?{question.Query}",
            Rows = rows,
            Entries = RecordReader<Dataset>.Find(asked.Session.Snapshot.Connection, [.. rows.Select(row => row.Id)]),
            Findings = new SearchFindings
            {
                IsRelaxed = hits.IsRelaxed,
                LeftOut = hits.LeftOut,
                Suggestion = Suggestion(asked),
                Facets = Facets(asked),
                UnderstoodAs = PlacedSearch.Describe(iris, asked.Question.Path, asked.Question, asked.Understood),
            },
            Nearest = nearest.Of(asked.Session, entries.Since(asked.Session.Snapshot.Sequence), asked.Understood, hits),
            Highlighter = hits.Words is { } words ? new Highlighter(words) : null,
            Version = asked.Version,
            Form = asked.Form,
            Chosen = asked.Chosen,
            Sheet = SheetForm.Of(asked.Request.Separator, asked.Request.Bom),
        };
    }

    private static LanguageMap TitleOf(Asked asked) =>
        asked.Scope is { } scope ? LanguageMap.Of($"Jeux de données pour {scope.Coverage.Name}", $"Datasets for {scope.Coverage.Name}")
        : asked.Question.Query.Length == 0 ? LanguageMap.Of("Jeux de données", "Datasets")
        : LanguageMap.Of("Jeux de données trouvés", "Datasets found");

    private static PageLinks Links(Asked asked, int place, int after)
    {
        var (number, addresses) = (asked.Page.Number, asked.Addresses);
        var hasPrevious = asked.Hits.HasBefore(place);
        var hasNext = asked.Hits.HasFrom(after);
        return addresses.Links(
            asked.LastPage,
            !hasPrevious ? null
                : number is not null ? addresses.Numbered(number.Value - 1)
                : place == asked.Hits.End ? addresses.Numbered(asked.LastPage)
                : From(isForward: false, place),
            !hasNext ? null : number is not null ? addresses.Numbered(number.Value + 1) : From(isForward: true, after));

        Iri From(bool isForward, int at) => addresses.From((asked.Question.Order is null
            ? SearchCursor.At(asked.Question, isForward, at, asked.Session.Columns.Sequence)
            : SearchCursor.At(asked.Question, isForward, asked.Hits.At(isForward ? at - 1 : at))).ToString());
    }

    /// <summary>
    /// Corrects the question, when no dataset has all of its words. Otherwise every word is known, and needs no correction.
    /// </summary>
    private SuggestedQuestion? Suggestion(Asked asked) => (asked.Hits.IsRelaxed || asked.Hits.Total == 0)
        && asked.Question.Text is { } text
        && spelling.Suggest(asked.Session.Snapshot.Connection, text, asked.Session.Synonyms) is { } better
            ? new SuggestedQuestion(better, iris.At(Listing.AddressOf(asked.Question.Path, asked.Question.QueryWith("q", better))))
            : null;

    private List<FacetCounts> Facets(Asked asked) => [.. asked.Question.Facets.Select((facet, index) =>
        labels.Of(
            facet,
            asked.Session.Columns.Codes(facet),
            asked.Hits.Counts[index],
            asked.Question,
            query => iris.At(Listing.AddressOf(asked.Question.Path, query))))];

    private sealed record Asked(
        SearchRequest Request,
        TerritoryScope? Scope,
        Question Question,
        SearchHits Hits,
        SearchSession Session,
        RequestedPage Page,
        PageAddresses Addresses)
    {
        public required string Version { get; init; }

        public required AnswerForm Form { get; init; }

        public required Negotiated Chosen { get; init; }

        /// <summary>The question as it was answered.</summary>
        public required Question Understood { get; init; }

        /// <summary>The number of the last page; 1 when there is no answer.</summary>
        public int LastPage => Page.LastOf(Hits.Total);
    }
}
