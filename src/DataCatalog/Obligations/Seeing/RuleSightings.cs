using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Index.Columns;
using DataCatalog.Territories;

namespace DataCatalog.Obligations.Seeing;

/// <summary>What this catalogue sees of each rule for a territory, and another authority that did it.</summary>
internal sealed class RuleSightings
{
    /// <summary>The kinds of publisher that publish their own data, not a collection of the data of others.</summary>
    private static readonly string[] LocalKinds = ["commune", "epci", "departement", "region", "syndicat", "delegataire"];

    private readonly CatalogColumns _columns;
    private readonly TerritoryIndex _places;
    private readonly int _place;
    private readonly Reaches _reaches;
    private readonly RuleEvidence _evidence;
    private readonly bool[] _isLocal;
    private readonly Seen[] _seen;

    public RuleSightings(
        CatalogColumns columns, TerritoryIndex places, int place, Reaches reaches, IReadOnlyList<LegalRule> rules)
    {
        (_columns, _places, _place, _reaches) = (columns, places, place, reaches);
        _evidence = new RuleEvidence(columns, rules);
        var kinds = columns.Codes(Facet.PublisherKind);
        _isLocal = [.. Enumerable.Range(0, kinds.Count).Select(code => LocalKinds.Contains(kinds[code], StringComparer.Ordinal))];
        _seen = [.. rules.Select(_ => new Seen())];
    }

    /// <summary>Adds a dataset to what is seen of the rules that it is evidence for.</summary>
    public void Add(Row row, Reach reach)
    {
        if (!reach.MayBeEvidence)
        {
            return;
        }

        foreach (var rule in _evidence.Of(row))
        {
            var seen = _seen[rule];
            if (reach.IsOwn || reach.IsPublished)
            {
                seen.Own.Offer(row);
            }
            else if (reach.OfGroupings != 0)
            {
                seen.Offer(row, reach.OfGroupings);
            }
            else if (IsNational(row))
            {
                if (reach.Covers)
                {
                    seen.National.Offer(row);
                }
            }
            else
            {
                OfferExamples(seen, row);
            }
        }
    }

    /// <summary>Tells what is seen of a rule. The data of a grouping count where it holds a competence of the rule.</summary>
    /// <param name="rule">The position of the rule in the list.</param>
    /// <param name="holder">The id of the grouping that holds a competence of the rule in place of the authority; null for none.</param>
    public Sighting Of(int rule, string? holder)
    {
        var seen = _seen[rule];
        var position = holder is null ? -1 : _reaches.Groupings.ToList().IndexOf(holder);
        var ofHolder = position < 0 ? [] : MappingLinks.Name(seen.OfGroupings[position].Rows);
        var isPublished = seen.Own.Rows.Count + ofHolder.Count > 0;
        return new Sighting(
            isPublished ? Sighting.Published : seen.National.Rows.Count > 0 ? Sighting.ShownNationally : Sighting.Nothing)
        {
            Own = MappingLinks.Name(seen.Own.Rows),
            OfHolder = ofHolder,
            Holder = ofHolder.Count > 0 ? holder : null,
            National = MappingLinks.Name(seen.National.Rows),
        };
    }

    /// <summary>Returns an authority of the same kind that did it, the one nearest in population; null when there is none.</summary>
    public PublicationExample? ExampleOf(int rule) => _seen[rule].Example is { } example
        ? new PublicationExample(MappingLinks.Name(example.Row), _places.IdOf(example.Place))
        : null;

    private void OfferExamples(Seen seen, Row row)
    {
        foreach (var code in _columns.Codes(row, Facet.Territory))
        {
            if (_places.NumberOf(_columns.Codes(Facet.Territory)[code]) is { } other && other != _place
                && string.Equals(_places.KindOf(other), _places.KindOf(_place), StringComparison.Ordinal))
            {
                seen.Offer(row, other, Distance(other));
            }
        }
    }

    /// <summary>
    /// Whether a dataset collects the data of several authorities: its publisher is known not to be a local authority, and local
    /// authorities do not produce it.
    /// </summary>
    private bool IsNational(Row row)
    {
        var kinds = _columns.Codes(row, Facet.PublisherKind);
        return !kinds.IsEmpty && !_isLocal[kinds[0]] && !_reaches.IsProducedLocally(row);
    }

    /// <summary>Returns the difference in population between the territory and another.</summary>
    private int Distance(int other) =>
        _places.PopulationOf(_place) is { } own && _places.PopulationOf(other) is { } theirs ? Math.Abs(own - theirs) : int.MaxValue;

    private sealed class Seen
    {
        private int _distance = int.MaxValue;

        public FirstRows Own { get; } = new();

        public IReadOnlyList<FirstRows> OfGroupings { get; } = [new(), new()];

        public FirstRows National { get; } = new();

        public (Row Row, int Place)? Example { get; private set; }

        /// <summary>Keeps a dataset of some groupings.</summary>
        public void Offer(Row row, byte groupings)
        {
            for (var position = 0; position < OfGroupings.Count; position++)
            {
                if (Reach.Has(groupings, position))
                {
                    OfGroupings[position].Offer(row);
                }
            }
        }

        /// <summary>Keeps an example when it is nearer than the present one, or as near and before it by identifier.</summary>
        public void Offer(Row row, int place, int distance)
        {
            if (Example is null || distance < _distance
                || (distance == _distance && string.CompareOrdinal(row.Id, Example.Value.Row.Id) < 0))
            {
                (_distance, Example) = (distance, (row, place));
            }
        }
    }
}
