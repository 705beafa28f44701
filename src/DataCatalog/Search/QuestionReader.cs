using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Index.Columns;
using DataCatalog.Index.Text;
using DataCatalog.Storage;
using DataCatalog.Territories;
using DataCatalog.Territories.Links;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Search;

/// <summary>
/// Reads the parameters of a request for datasets. A value without a meaning is refused: ignoring it would give a wrong answer that looks
/// right.
/// </summary>
internal sealed class QuestionReader(References references, TerritoryIndexes indexes, DatasetStore datasets, ParisDay day)
{
    /// <summary>The values of <c>sort</c>.</summary>
    public static readonly string[] Sorts = ["relevance", "modified", "title"];

    /// <summary>The values of <c>match</c>; the first is the default.</summary>
    public static readonly string[] Matches = ["covers", "within", "exact"];

    /// <summary>The values of <c>facets</c>.</summary>
    public static readonly string[] Countable = [.. Facet.Counted.Select(facet => facet.Name), "all"];

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="scope">The territory in the address of the request; null when there is none.</param>
    /// <param name="isFeed">Whether the answer is a feed, whose default order is the last changes first.</param>
    /// <param name="question">The question; only valid when there is no fault.</param>
    /// <returns>The first fault, or null.</returns>
    public ProblemHttpResult? Read(SearchRequest request, TerritoryScope? scope, bool isFeed, out Question question)
    {
        question = new Question();
        if (scope is not null && request.Territory is { Length: > 0 })
        {
            return Problems.BadQuery(
                "territory",
                $"The address already names the territory {scope.Coverage.Id}; leave 'territory' out."
                + " For several territories, ask '/datasets?territory=…&territory=…'.");
        }

        var reading = new Reading(
            references.Current, indexes, datasets, day, scope is null ? request : request with { Territory = [scope.Coverage.Id] });
        var fault = reading.Run(isFeed);
        question = scope is null ? reading.Question : reading.Question with
        {
            Path = scope.Path,
            Parameters = [.. reading.Question.Parameters.Where(parameter => parameter.Name is not "territory")],
        };
        return fault;
    }

    /// <summary>Reads one request: each parameter adds its filter.</summary>
    private sealed class Reading(
        ReferenceSnapshot known, TerritoryIndexes indexes, DatasetStore datasets, ParisDay day, SearchRequest request)
    {
        private readonly ParameterReader _parameters = new();
        private readonly List<RowFilter> _filters = [];
        private Question _question = new();

        public Question Question => _question with { Filters = _filters, Parameters = _parameters.Read };

        public ProblemHttpResult? Run(bool isFeed) =>
            Words()
            ?? Identifiers()
            ?? Codes(Facet.Theme, request.Theme)
            ?? Codes(Facet.Competence, request.Competence)
            ?? Publishers()
            ?? Codes(Facet.PublisherKind, request.PublisherKind)
            ?? Codes(Facet.Licence, request.Licence)
            ?? Codes(Facet.Format, request.Format)
            ?? Codes(Facet.Access, request.Access)
            ?? Codes(Facet.PersonalData, request.PersonalData)
            ?? Codes(Facet.Granularity, request.Granularity)
            ?? Codes(Facet.Frequency, request.Frequency)
            ?? HighValue()
            ?? Codes(Facet.Relation, request.Relation)
            ?? Codes(Facet.ConformsTo, request.ConformsTo)
            ?? Territories()
            ?? BoundingBox()
            ?? Temporal()
            ?? _parameters.Instant(
                "modifiedSince", request.ModifiedSince, instant => _filters.Add(RowFilter.When(row => row.ChangedAt >= instant)))
            ?? _parameters.Flag("hasApi", request.HasApi, wanted => _filters.Add(RowFilter.When(row => row.HasApi == wanted)))
            ?? _parameters.Flag(
                "licenceKnown", request.LicenceKnown, wanted => _filters.Add(RowFilter.Having(Facet.Licence, wanted)))
            ?? _parameters.Flag("overdue", request.Overdue, Overdue)
            ?? Literal()
            ?? Sort(isFeed)
            ?? Facets();

        private ProblemHttpResult? Words()
        {
            var fault = _parameters.Words("q", request.Q, TextQuery.MaxLength, out var words);
            _question = _question with { Text = words };
            return fault;
        }

        private ProblemHttpResult? Identifiers() =>
            _parameters.Values("identifier", request.Identifier, IdentifierQuery.Expected)
            ?? Keep(request.Identifier, texts =>
            {
                var ids = datasets.IdsOf(texts);
                return RowFilter.When(row => ids.Contains(row.Id));
            });

        private ProblemHttpResult? Codes(Facet facet, string[]? values) =>
            _parameters.Codes(facet.Name, values, facet.Scheme!, known, out var codes)
            ?? Keep(codes, kept => RowFilter.OfCodes(facet, kept));

        private ProblemHttpResult? Publishers() =>
            _parameters.Publishers("publisher", request.Publisher, known, datasets.Publishers, out var ids)
            ?? Keep(ids, kept => RowFilter.OfCodes(Facet.Publisher, kept));

        private ProblemHttpResult? HighValue() =>
            _parameters.Codes("hvd", request.Hvd, Schemes.HvdCategories, known, out var codes, "true", "false")
            ?? Keep(codes, values => RowFilter.OfCodes(
                Facet.HighValue,
                values,
                orAny: values.Contains("true", StringComparer.Ordinal),
                orNone: values.Contains("false", StringComparer.Ordinal)));

        private ProblemHttpResult? Territories()
        {
            if (request.Territory is null or [])
            {
                return request.Match is null ? null
                    : Problems.BadQuery("match", "'match' needs 'territory'; give one, such as territory=commune:35238.");
            }

            var places = indexes.Current;
            IReadOnlyList<int> numbers = [];
            var fault = _parameters.Choice("match", request.Match, Matches)
                ?? _parameters.Territories("territory", request.Territory, places, out numbers);
            if (fault is null)
            {
                var match = request.Match ?? Matches[0];
                _filters.Add(RowFilter.Any(Facet.Territory, [.. numbers.Select(number => OnTerritory(places, number, match))]));
                _question = numbers is [var only]
                    ? _question with
                    {
                        TerritoryLinks = TerritoryLinks.For(known, places, only),
                        Near = match is "covers" ? (places, only) : null
                    }
                    : _question;
            }

            return fault;
        }

        private static RowFilter OnTerritory(TerritoryIndex places, int number, string match) => match switch
        {
            "covers" => RowFilter.Covering(places, number),
            "within" => RowFilter.OnTerritories(places.Below(number).Select(places.IdOf), orNotKnown: true),
            _ => RowFilter.OnTerritories([places.IdOf(number)]),
        };

        private ProblemHttpResult? BoundingBox() => _parameters.Value("bbox", request.BoundingBox, text =>
        {
            var places = indexes.Current;
            if (BoundingBoxes.Read(places, text, out var box) is { } expected)
            {
                return expected;
            }

            _filters.Add(RowFilter.OnTerritories(BoundingBoxes.Intersecting(places, box)));
            return null;
        });

        private ProblemHttpResult? Temporal() => _parameters.Value("temporal", request.Temporal, text =>
        {
            if (!Interval.TryParse(text, out var interval))
            {
                return "a year, a month or a day, or two of these with a slash between them, one of which may be '..':"
                    + " 2024, 2024-01/2024-06, 2020/..";
            }

            _filters.Add(RowFilter.When(row => row.HasPeriod && row.From <= interval.Last && row.To >= interval.First));
            return null;
        });

        private void Overdue(bool wanted)
        {
            var today = day.Today;
            _question = _question with { Today = today };
            _filters.Add(RowFilter.When(row => row.Due is { } due && due < today.DayNumber == wanted));
        }

        private ProblemHttpResult? Literal()
        {
            _question = _question with { MayNamePlace = request is { Literal: not true, Territory: null or [] } };
            return _parameters.Flag("literal", request.Literal, _ => { });
        }

        private ProblemHttpResult? Sort(bool isFeed)
        {
            if (request.Sort is "relevance" && _question.Text is null)
            {
                return Problems.BadQuery("sort", "'sort' is 'relevance', which needs words; give 'q', or sort by 'modified' or 'title'.");
            }

            _question = _question with { Order = OrderFor(isFeed) };
            return _parameters.Choice("sort", request.Sort, Sorts);
        }

        private RowOrder? OrderFor(bool isFeed) => request.Sort switch
        {
            "relevance" => null,
            "modified" => RowOrder.Modified,
            "title" => RowOrder.Title,
            _ => isFeed ? RowOrder.Modified : _question.Text is null ? RowOrder.Identifier : null,
        };

        private ProblemHttpResult? Facets()
        {
            var names = request.Facets ?? [];
            var all = names.Contains("all", StringComparer.Ordinal);
            _question = _question with
            {
                Facets = [.. Facet.Counted.Where(facet => all || names.Contains(facet.Name, StringComparer.Ordinal))],
            };
            return _parameters.Choices("facets", request.Facets, Countable);
        }

        private ProblemHttpResult? Keep(IReadOnlyList<string>? values, Func<string[], RowFilter> filter)
        {
            if (values is { Count: > 0 })
            {
                _filters.Add(filter([.. values.Distinct(StringComparer.Ordinal)]));
            }

            return null;
        }
    }
}
