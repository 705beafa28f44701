using System.Globalization;
using DataCatalog.Configuration;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Search.Places;
using DataCatalog.Search.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Search.Everything;

/// <summary>Answers searches through entries of all kinds, page by page.</summary>
internal sealed class EverythingPages(
    CatalogIris iris, CatalogOptions options, Documents documents, QuestionReader reader, SearchEngine engine, KnownEntries entries,
    EverythingFinder finder, FoundEntries found, NearestFinder nearest, Spelling spelling, Representation representation)
{
    private const string Path = "search";

    private static readonly LanguageMap Title = LanguageMap.Of("Notices trouvées", "Entries found");

    /// <summary>Answers a request.</summary>
    public Results<RdfResult<FoundCollectionSchema>, KnownAnswer, ProblemHttpResult> Answer(HttpContext context, EverythingQuery query)
    {
        var version = documents.Version;
        if (Negotiation.Choose(context, PageForm.SyntaxesAt(context, Syntax.All), out var chosen) is { } notAcceptable)
        {
            return notAcceptable;
        }

        if (Read(query, out var asked) is { } fault)
        {
            return fault;
        }

        var limits = new CountLimits(options.PageSize, options.MaxPageSize);
        if (Paging.Read(query.Page, query.PageSize, cursor: null, limits, out var page) is { } badPage)
        {
            return badPage;
        }

        var tagged = string.Create(CultureInfo.InvariantCulture, $"{version} {page.Size}");
        return representation.IsKnown(context, tagged, chosen.Syntax)
            ? new KnownAnswer(tagged, chosen)
            : Page(context, version, query, page, asked);
    }

    private ProblemHttpResult? Read(EverythingQuery query, out Asked asked)
    {
        var kinds = new ParameterReader();
        var request = new SearchRequest { Q = query.Q, Territory = query.Territory, Match = query.Match, Literal = query.Literal };
        var badQuestion = reader.Read(request, scope: null, isFeed: false, out var question);
        var badKind = kinds.Choices("kind", query.Kind, EntryKind.All);
        asked = new Asked(query.Q ?? "", question, [.. query.Kind ?? []], kinds.Query);
        return string.IsNullOrWhiteSpace(query.Q)
            ? Problems.BadQuery("q", $"'q' is {(query.Q is null ? "missing" : "empty")}; give words to search for, such as q=eau.")
            : badQuestion ?? badKind;
    }

    private Results<RdfResult<FoundCollectionSchema>, KnownAnswer, ProblemHttpResult> Page(
        HttpContext context, string version, EverythingQuery query, RequestedPage page, Asked asked)
    {
        using var session = engine.Open();
        var book = entries.Since(session.Snapshot.Sequence);
        var answers = finder.Find(session, book, asked.Question, asked.Text, asked.Kinds);
        var members = found.Of(session, book, answers.Hits.Take(page.Offset, page.Size));
        var findings = new SearchFindings
        {
            IsRelaxed = answers.Hits.IsRelaxed,
            LeftOut = answers.Hits.IsRelaxed ? answers.Datasets.LeftOut : [],
            Suggestion = Suggestion(session, asked, answers),
            Facets = [Kinds(asked, answers)],
            UnderstoodAs = PlacedSearch.Describe(iris, Path, asked.Question, answers.Understood, asked.KindFilter),
        };
        var near = answers.IsIdentified ? null : nearest.Of(session, book, answers.Understood, answers.Datasets);
        var collection = iris.At(Listing.AddressOf(Path, asked.Filter));
        var list = new Listing(Path, Title, answers.Hits.Total, asked.Filter);
        var result = documents.Page<FoundCollectionSchema>(context, version, list, query.PageQuery(), (mapping, graph, _, _) =>
        {
            mapping.Describe(graph, collection, findings);
            if (near is not null)
            {
                mapping.Describe(graph, collection, near);
            }

            return [.. members.Select(member => mapping.Describe(graph, member))];
        });
        return result.Result is ProblemHttpResult problem ? problem : (RdfResult<FoundCollectionSchema>)result.Result;
    }

    /// <summary>Corrects the question, when no entry has all of its words.</summary>
    private SuggestedQuestion? Suggestion(SearchSession session, Asked asked, Found answers) =>
        (answers.Hits.IsRelaxed || answers.Hits.Total == 0)
        && asked.Question.Text is { } text
        && spelling.Suggest(session.Snapshot.Connection, text, session.Synonyms) is { } better
            ? new SuggestedQuestion(better, iris.At(Listing.AddressOf(Path, asked.Question.QueryWith("q", better), asked.KindFilter)))
            : null;

    private FacetCounts Kinds(Asked asked, Found answers) => new("kind",
    [
        .. answers.Counts
            .Concat(asked.Kinds.Where(kind => !answers.Counts.ContainsKey(kind)).Select(kind => KeyValuePair.Create(kind, 0)))
            .OrderByDescending(kind => kind.Value).ThenBy(kind => Array.IndexOf(EntryKind.All, kind.Key))
            .Select(kind => new FacetCount(
                kind.Key,
                EntryKind.LabelOf(kind.Key),
                kind.Value,
                iris.At(Listing.AddressOf(Path, asked.Question.Query, $"kind={kind.Key}")))),
    ]);

    /// <summary>What a request asks for.</summary>
    /// <param name="Text">The text of the request.</param>
    /// <param name="Question">The question for datasets.</param>
    /// <param name="Kinds">The kinds that are wanted; empty for all.</param>
    /// <param name="KindFilter">The kinds as a query; empty for all.</param>
    private sealed record Asked(string Text, Question Question, IReadOnlyList<string> Kinds, string KindFilter)
    {
        /// <summary>The query that every link repeats.</summary>
        public string Filter => KindFilter.Length == 0 ? Question.Query : $"{Question.Query}&{KindFilter}";
    }
}
