using System.Globalization;
using DataCatalog.Configuration;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
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

    /// <summary>The answers that a feed has: the best ones.</summary>
    private const int MostFollowed = 100;

    /// <summary>The syntaxes of an answer to programs.</summary>
    public static readonly IReadOnlyList<Syntax> Syntaxes = [.. Lists.Syntaxes, Syntax.Atom];

    /// <summary>Answers a request.</summary>
    public Results<FoundAnswer, KnownAnswer, ProblemHttpResult> Answer(HttpContext context, EverythingQuery query)
    {
        var (contents, times) = (documents.Version, documents.VersionWithTimes);
        if (Negotiation.Choose(context, PageForm.SyntaxesAt(context, Syntaxes), out var chosen) is { } notAcceptable)
        {
            return notAcceptable;
        }

        var badQuestion = Read(query, out var asked);
        var badPage = Paging.Read(query.Page, query.PageSize, cursor: null, LimitsOf(chosen.Syntax), out var page);
        if ((badQuestion ?? SheetForm.Fault(query.Separator, query.Bom, chosen.Syntax, Path) ?? badPage) is { } fault)
        {
            return fault;
        }

        var version = string.Create(CultureInfo.InvariantCulture, $"{(chosen.Syntax == Syntax.Atom ? times : contents)} {page.Size}");
        return representation.IsKnown(context, version, chosen.Syntax)
            ? new KnownAnswer(version, chosen)
            : Page(context, query, asked, new Wanted(version, chosen, page));
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

    private Results<FoundAnswer, KnownAnswer, ProblemHttpResult> Page(
        HttpContext context, EverythingQuery query, Asked asked, Wanted wanted)
    {
        using var session = engine.Open();
        var (book, page) = (entries.Since(session.Snapshot.Sequence), wanted.Page);
        var answers = finder.Find(session, book, asked.Question, asked.Text, asked.Kinds);
        var last = wanted.IsFeed ? 1 : page.LastOf(answers.Hits.Total);
        if (Paging.Past(page, last) is { } past)
        {
            return past;
        }

        var members = found.Of(session, book, answers.Hits.Take(page.Offset, page.Size));
        return new FoundAnswer(new FoundPage
        {
            Version = wanted.Version,
            Chosen = wanted.Chosen,
            List = new Listing(Path, Title, answers.Hits.Total, asked.Filter),
            Text = asked.Text,
            Links = AddressesOf(context, query, asked, wanted).Links(last),
            Members = members,
            ChangedAt = wanted.IsFeed ? LastChanges.Of(session.Snapshot.Connection, members) : [],
            Findings = FindingsOf(session, asked, answers, members),
            Nearest = answers.IsIdentified ? null : nearest.Of(session, book, answers.Understood, answers.Datasets),
            Sheet = SheetForm.Of(query.Separator, query.Bom),
        });
    }

    private PageAddresses AddressesOf(HttpContext context, EverythingQuery query, Asked asked, Wanted wanted)
    {
        var extension = context.Features.Get<AddressExtension>()?.Text
            ?? (wanted.Chosen.Syntax.HasPagesOfGraphs ? null : wanted.Chosen.Syntax.Extension);
        return new PageAddresses(
            iris,
            $"{Path}{extension}",
            asked.Filter,
            wanted.Page,
            [.. SheetForm.Queries(query.Separator, query.Bom), PlainJson.LinkOf(context)]);
    }

    private SearchFindings FindingsOf(SearchSession session, Asked asked, Found answers, IReadOnlyList<FoundEntry> members) => new()
    {
        IsRelaxed = answers.Hits.IsRelaxed,
        LeftOut = answers.Hits.IsRelaxed ? answers.Datasets.LeftOut : [],
        Suggestion = Suggestion(session, asked, answers),
        Facets = [Kinds(asked, answers)],
        UnderstoodAs = PlacedSearch.Describe(iris, Path, asked.Question, answers.Understood, asked.KindFilter),
        Highlights = [.. MarksIn(answers, members)],
    };

    /// <summary>Marks the words of the question in the entries of a page. Different kinds may share an identifier.</summary>
    private static IEnumerable<Highlights> MarksIn(Found answers, IReadOnlyList<FoundEntry> members)
    {
        if (answers.Datasets.Words is not { } words)
        {
            return [];
        }

        var marks = new Highlighter(words);
        return members.Select(member => marks.In(
            member.Record is Dataset ? member.Record.Id : $"{member.Kind}-{member.Record.Id}",
            member.Record,
            KnownEntry.NameOf(member.Record)["fr"]!,
            FoundEntries.TextOf(member.Record) ?? "")).OfType<Highlights>();
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

    /// <summary>A feed is one page of the best answers; a sheet has as many as people want at once.</summary>
    private CountLimits LimitsOf(Syntax syntax) =>
        syntax == Syntax.Atom ? new CountLimits(MostFollowed, MostFollowed)
        : syntax == Syntax.Csv ? new CountLimits(Lists.MaxRows, Lists.MaxRows)
        : new CountLimits(options.PageSize, options.MaxPageSize);

    /// <summary>The answer that is wanted.</summary>
    private sealed record Wanted(string Version, Negotiated Chosen, RequestedPage Page)
    {
        public bool IsFeed => Chosen.Syntax == Syntax.Atom;
    }

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
