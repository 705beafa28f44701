using System.Globalization;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;
using DataCatalog.Http;
using DataCatalog.Index.Columns;
using DataCatalog.Rdf;
using DataCatalog.Search.Text;
using DataCatalog.Storage;
using DataCatalog.Territories;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Search;

/// <summary>Reads what a request asks. What means nothing is refused: ignored, it would give a wrong answer that looks right.</summary>
internal sealed class QuestionReader(References references, TerritoryMaps maps, DatasetStore datasets, TimeProvider time)
{
    /// <summary>Values of one filter.</summary>
    public const int MaxValues = 100;

    /// <summary>The orders that a request may ask for.</summary>
    public static readonly string[] Sorts = ["relevance", "modified", "title"];

    /// <summary>How a territory may be meant; the first one where a request does not say.</summary>
    public static readonly string[] Matches = ["covers", "within", "exact"];

    /// <summary>What a request may have counted.</summary>
    public static readonly string[] Countable = [.. Facet.Counted.Select(facet => facet.Name), "all"];

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="scope">The territory that its address names; null for none.</param>
    /// <param name="followed">Whether the answer is a feed, which shows the last changes first.</param>
    /// <param name="question">What it asks.</param>
    /// <returns>The first fault, or null.</returns>
    public ProblemHttpResult? Read(SearchRequest request, TerritoryScope? scope, bool followed, out Question question)
    {
        question = new Question();
        if (scope is not null && request.Territory is { Length: > 0 })
        {
            return Problems.BadQuery("territory", $"'territory' is in the address already: {scope.Coverage.Id}. For several, ask '/datasets?territory=…&territory=…'.");
        }

        var reading = new Reading(references.Current, maps, datasets, time, scope is null ? request : request with { Territory = [scope.Coverage.Id] });
        var fault = reading.Run(followed);
        question = scope is null ? reading.Question
            : reading.Question with { Path = scope.Path, Parameters = [.. reading.Question.Parameters.Where(parameter => parameter.Name is not "territory")] };
        return fault;
    }

    /// <summary>One reading: each parameter adds its filter and its part of the links.</summary>
    private sealed class Reading(ReferenceSnapshot known, TerritoryMaps maps, DatasetStore datasets, TimeProvider time, SearchRequest request)
    {
        private readonly List<(string Name, string Value)> _parameters = [];
        private readonly List<RowFilter> _filters = [];
        private Question _question = new();

        public Question Question => _question with { Filters = _filters, Parameters = _parameters };

        public ProblemHttpResult? Run(bool followed) =>
            Words()
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
            ?? ModifiedSince()
            ?? Flag("hasApi", request.HasApi, wanted => RowFilter.When(row => row.HasApi == wanted))
            ?? Flag("licenceKnown", request.LicenceKnown, wanted => RowFilter.Having(Facet.Licence, wanted))
            ?? Overdue()
            ?? Sort(followed)
            ?? Counts();

        private ProblemHttpResult? Words()
        {
            if (request.Q is not { } text || string.IsNullOrWhiteSpace(text))
            {
                return null;
            }

            Link("q", text);
            _question = _question with { Text = Readable(text) };
            return text.Length > TextQuery.Longest
                ? Problems.BadQuery("q", string.Create(CultureInfo.InvariantCulture, $"'q' has {text.Length} characters; expected at most {TextQuery.Longest}."))
                : null;
        }

        /// <summary>The text without what no answer could repeat: XML has no control characters.</summary>
        private static string Readable(string text) => XmlText.IsValid(text) ? text
            : string.Concat(text.EnumerateRunes().Select(rune => XmlText.IsValid(rune.ToString()) ? rune.ToString() : " "));

        private ProblemHttpResult? Codes(Facet facet, string[]? values)
        {
            string[] allowed = [.. values is null ? [] : known.CodesOf(facet.Scheme!)];
            return Each(facet.Name, values, value => allowed.Contains(value, StringComparer.Ordinal) ? null : $"a code of '/vocabularies/{facet.Scheme}'{Near(value, allowed)}")
                ?? Add(values, codes => RowFilter.OfCodes(facet, codes));
        }

        private ProblemHttpResult? Publishers() =>
            Each("publisher", request.Publisher, id => known.FindAgent(id) is null ? $"an identifier of '/agents'{Near(id, datasets.Publishers())}" : null)
            ?? Add(request.Publisher, ids => RowFilter.OfCodes(Facet.Publisher, ids));

        private ProblemHttpResult? HighValue()
        {
            string[] allowed = [.. known.CodesOf(Schemes.HvdCategories), "true", "false"];
            return Each("hvd", request.Hvd, value => allowed.Contains(value, StringComparer.Ordinal) ? null : $"true, false or a code of '/vocabularies/hvd-categories'{Near(value, allowed)}")
                ?? Add(request.Hvd, values => RowFilter.OfCodes(
                    Facet.HighValue, values, orAny: values.Contains("true", StringComparer.Ordinal), orNone: values.Contains("false", StringComparer.Ordinal)));
        }

        private ProblemHttpResult? Territories()
        {
            var match = request.Match ?? Matches[0];
            if (!Matches.Contains(match, StringComparer.Ordinal))
            {
                return Wrong("match", match, $"one of {string.Join(", ", Matches)}{Nearest(match, Matches)}");
            }

            if (request.Match is not null && request.Territory is null or [])
            {
                return Problems.BadQuery("match", "'match' says how 'territory' is meant; give one, such as territory=commune:35238.");
            }

            var map = maps.Current;
            string[]? wanted = request.Territory is null ? null : [.. request.Territory.Select(id => map.Present(id))];
            var fault = Each("territory", wanted, id => map.NumberOf(id) is null
                ? $"a typed code of a territory, such as commune:35238 or region:53{(TerritorySelection.Nearest(map, id) is { } near ? $"; the nearest are {near}" : "")}. '/territories?q=' finds it by name or postcode" : null);
            if (request.Match is not null)
            {
                Link("match", match);
            }

            return fault ?? Add(wanted, ids => RowFilter.Any(Facet.Territory, [.. ids.Select(id => Related(map, map.NumberOf(id)!.Value, match))]));
        }

        private static RowFilter Related(TerritoryMap map, int number, string match) => match switch
        {
            "covers" => Covering(map, number),
            "within" => RowFilter.OnTerritories(map.Below(number).Select(map.IdOf)),
            _ => RowFilter.OnTerritories([map.IdOf(number)]),
        };

        /// <summary>Those on a territory or one that contains it, or on each of its members.</summary>
        private static RowFilter Covering(TerritoryMap map, int number)
        {
            var around = RowFilter.OnTerritories(map.Above(number).Select(map.IdOf));
            return map.Members(number).Count == 0 ? around : RowFilter.Any(Facet.Territory, [around, new RowFilter(Facet.Territory, OnMembers)]);

            Predicate<Row> OnMembers(CatalogColumns columns)
            {
                var members = new MembersCover(map, number, columns.Codes(Facet.Territory));
                return row => members.Includes(columns.Codes(row, Facet.Territory));
            }
        }

        private ProblemHttpResult? BoundingBox()
        {
            if (request.BoundingBox is not { } text)
            {
                return null;
            }

            Link("bbox", text);
            if (!BoundingBoxes.TryParse(text, out var box))
            {
                return Wrong("bbox", text, "west,south,east,north in degrees, such as -1.8,48.0,-1.5,48.2");
            }

            _filters.Add(RowFilter.OnTerritories(BoundingBoxes.Meeting(maps.Current, box)));
            return null;
        }

        private ProblemHttpResult? Temporal()
        {
            if (request.Temporal is not { } text)
            {
                return null;
            }

            Link("temporal", text);
            if (!Interval.TryParse(text, out var interval))
            {
                return Wrong("temporal", text, "a year, a month or a day, or two of them and a slash, either of which may be '..': 2024, 2024-01/2024-06, 2020/..");
            }

            _filters.Add(RowFilter.When(row => row.HasPeriod && row.From <= interval.Last && row.To >= interval.First));
            return null;
        }

        private ProblemHttpResult? ModifiedSince()
        {
            if (request.ModifiedSince is not { } text)
            {
                return null;
            }

            Link("modifiedSince", text);
            if (!QueryInstant.TryParse(text, out var instant))
            {
                return Wrong("modifiedSince", text, QueryInstant.Expected);
            }

            _filters.Add(RowFilter.When(row => row.ChangedAt >= instant));
            return null;
        }

        private ProblemHttpResult? Flag(string name, bool? wanted, Func<bool, RowFilter> filter)
        {
            if (wanted is { } value)
            {
                Link(name, value ? "true" : "false");
                _filters.Add(filter(value));
            }

            return null;
        }

        private ProblemHttpResult? Overdue()
        {
            if (request.Overdue is { } wanted)
            {
                Link("overdue", wanted ? "true" : "false");
                var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
                _question = _question with { Today = today };
                _filters.Add(RowFilter.When(row => row.Due is { } due && due < today.DayNumber == wanted));
            }

            return null;
        }

        private ProblemHttpResult? Sort(bool followed)
        {
            if (request.Sort is { } sort)
            {
                Link("sort", sort);
                if (!Sorts.Contains(sort, StringComparer.Ordinal))
                {
                    return Wrong("sort", sort, $"one of {string.Join(", ", Sorts)}{Nearest(sort, Sorts)}");
                }
            }

            if (request.Sort is "relevance" && _question.Text is null)
            {
                return Problems.BadQuery("sort", "'sort' is 'relevance', and there are no words to be relevant to; give 'q', or sort by modified or title.");
            }

            _question = _question with { Order = Ordered(followed) };
            return null;
        }

        private RowOrder? Ordered(bool followed) => request.Sort switch
        {
            "relevance" => null,
            "modified" => RowOrder.Modified,
            "title" => RowOrder.Title,
            _ => followed ? RowOrder.Modified : _question.Text is null ? RowOrder.Identifier : null,
        };

        private ProblemHttpResult? Counts()
        {
            var fault = Each("facets", request.Facets, name => Countable.Contains(name, StringComparer.Ordinal) ? null : $"one of {string.Join(", ", Countable)}{Nearest(name, Countable)}");
            var wanted = request.Facets ?? [];
            _question = _question with { Facets = [.. Facet.Counted.Where(facet => wanted.Contains(facet.Name, StringComparer.Ordinal) || wanted.Contains("all", StringComparer.Ordinal))] };
            return fault;
        }

        /// <summary>Checks each value of a parameter and puts it into the links.</summary>
        private ProblemHttpResult? Each(string name, string[]? values, Func<string, string?> expected)
        {
            if (values is { Length: > MaxValues })
            {
                return Problems.BadQuery(name, string.Create(CultureInfo.InvariantCulture, $"'{name}' is given {values.Length} times; expected at most {MaxValues} values."));
            }

            foreach (var value in (values ?? []).Distinct(StringComparer.Ordinal))
            {
                Link(name, value);
                if (expected(value) is { } sentence)
                {
                    return Wrong(name, value, sentence);
                }
            }

            return null;
        }

        private ProblemHttpResult? Add(string[]? values, Func<string[], RowFilter> filter)
        {
            if (values is { Length: > 0 })
            {
                _filters.Add(filter([.. values.Distinct(StringComparer.Ordinal)]));
            }

            return null;
        }

        private void Link(string name, string value) => _parameters.Add((name, value));

        private static ProblemHttpResult Wrong(string name, string value, string expected) => Problems.BadQuery(name, $"'{name}' is '{Shown.Of(value)}'; expected {expected}.");

        private static string Near(string value, IReadOnlyList<string> allowed) =>
            allowed.Count <= 30 ? $" ({string.Join(", ", allowed)}){Nearest(value, allowed)}" : Nearest(value, allowed);

        private static string Nearest(string value, IEnumerable<string> allowed) => EditDistance.Meant(value, allowed, 1) is [var meant] ? $"; the nearest is {meant}" : "";
    }
}
