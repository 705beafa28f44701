using System.Diagnostics;
using System.Globalization;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.LegalRules;
using DataCatalog.Obligations;
using DataCatalog.Obligations.Judging;
using DataCatalog.Search;
using DataCatalog.Storage;
using DataCatalog.Territories;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Territories;

/// <summary>
/// What must hold for every territory of today, with the whole seed: nobody's page fails, and no number contradicts another. Of the
/// communes one in twelve is counted again, since all take minutes; <c>WHOLE_MAP=all</c> counts every one.
/// </summary>
[Trait("Speed", "Slow")]
public sealed class WholeMapTests(WholeMap whole, ITestOutputHelper output) : IClassFixture<WholeMap>
{
    /// <summary>The day of the answers.</summary>
    internal const string TodayText = "2026-11-29";

    /// <summary>One in so many communes is counted again.</summary>
    private static readonly int Share = Environment.GetEnvironmentVariable("WHOLE_MAP") is "all" ? 1 : 12;

    private static readonly DateOnly Today = DateOnly.ParseExact(TodayText, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    internal static readonly IEqualityComparer<Dataset> Same = ReferenceEqualityComparer.Instance;

    [Fact]
    public void Every_territory_has_a_list_and_a_mapping_that_agree_with_a_plain_recount()
    {
        var clock = Stopwatch.StartNew();
        var (communes, others) = (0, 0);
        for (var number = 0; number < whole.Places.Count; number++)
        {
            var kind = whole.Places.KindOf(number);
            if (kind is not "former-commune" && (kind is not "commune" || communes % Share == 0))
            {
                Check(number);
            }

            communes += kind is "commune" ? 1 : 0;
            others += kind is "commune" or "former-commune" ? 0 : 1;
        }

        Assert.Equal((34_969, 1_443), (communes, others));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"one in {Share} of {communes} communes and {others} other territories in {clock.Elapsed.TotalSeconds:0.0} s"));
    }

    [Fact]
    public void Every_old_code_has_the_mapping_of_the_present_commune()
    {
        foreach (var former in whole.Places.OfKind("former-commune").Select(number => whole.Places[number]))
        {
            Assert.Null(whole.Addresses.Read($"commune:{former.Code}", out var named));
            Assert.Equal((former.Parents[0], $"commune:{former.Code}"), (named.Number, named.AskedId));
        }
    }

    private void Check(int number)
    {
        var id = whole.Places.IdOf(number);
        Assert.Null(whole.Addresses.Read(id, out var named));
        Assert.Equal((number, id, (string?)null), (named.Number, named.Entry.Record.Id, named.AskedId));

        var subject = new Subject(named, Statements.None, Competence: null);
        var mapping = whole.Mappings.Of(subject, Today);
        var covering = whole.Covering(number);
        AssertReach(mapping.Datasets, id, covering);
        Assert.Equal(covering.Count, whole.CountListed(named));
        foreach (var group in mapping.Groups)
        {
            var ofParts = group.Narrower.Append(group).SelectMany(part => whole.OfCompetence(part.Concept.Code)).Distinct(Same);
            AssertReach(group.Datasets, id, InReach(covering, ofParts));
            foreach (var part in group.Narrower)
            {
                AssertReach(part.Datasets, id, InReach(covering, whole.OfCompetence(part.Concept.Code)));
            }
        }

        AssertDuties(subject, mapping);
    }

    private static Dictionary<Dataset, AreaState> InReach(Dictionary<Dataset, AreaState> covering, IEnumerable<Dataset> datasets) =>
        datasets.Where(covering.ContainsKey).ToDictionary(dataset => dataset, dataset => covering[dataset], Same);

    /// <summary>Counts what covers the territory or may cover it. Only what surely covers it is named.</summary>
    private static void AssertReach(DatasetsInReach reach, string id, Dictionary<Dataset, AreaState> covering)
    {
        var own = covering.Keys.Count(dataset =>
            dataset.Relation is "produced-by-local-authorities" && dataset.Territories.Contains(id, StringComparer.Ordinal));
        var others = covering.Values.Count(state => state is AreaState.Covered) - own;
        if ((own, covering.Count) != (reach.Own.Total, reach.Covering.Total)
            || (Math.Min(5, own), Math.Min(5, others)) != (reach.Own.First.Count, reach.Covering.First.Count))
        {
            Assert.Fail($"{id}: {own} own and {others} from above, but {reach}");
        }
    }

    /// <summary>
    /// Compares the answers with a plain recount from rules.csv: a rule surely does not apply exactly where its kinds, populations, places
    /// or days exclude the territory; otherwise only who holds its competence, or the size of the member communes, may say no.
    /// </summary>
    private void AssertDuties(Subject subject, TerritoryMapping mapping)
    {
        var duties = whole.Duties.Of(subject, whole.Rules, Today);
        Assert.All(mapping.Totals, total => Assert.Equal(duties.Count(duty => duty.Applies == total.Answer), total.Count));
        Assert.Equal(whole.Rules.Count, mapping.Totals.Sum(total => total.Count));
        var place = whole.PlaceOf(subject.Named.Number);
        foreach (var duty in duties)
        {
            var row = whole.RuleRows[duty.Rule.Id];
            var isExcluded = row.Excludes(place);
            var mayBeHeldElsewhere = row.HasCompetence && duty.Because is "competence";
            var hasNoLargeMember = row.AsksForLargeMember && !whole.HasLargeMember(subject.Named.Number);
            if (duty.Applies is "no" ? !isExcluded && !mayBeHeldElsewhere && !hasNoLargeMember : isExcluded)
            {
                Assert.Fail($"{duty.Rule.Id} for {subject.Territory.Id}: {duty.Applies} because {duty.Because}");
            }

            Assert.Equal(duty.Seen.Code is "published", duty.Seen.Own.Count + duty.Seen.OfHolder.Count > 0);
        }
    }
}

/// <summary>The whole seed in the real application.</summary>
public sealed class WholeMap : IDisposable
{
    private readonly CatalogApp _app = new() { HasAllCommunes = true };
    private readonly Dataset[] _datasets;
    private readonly ILookup<int, (Dataset Dataset, AreaState State)> _naming;
    private readonly ILookup<string, Dataset> _concerning;
    private readonly Dictionary<int, bool> _largeMembers = [];
    private readonly QuestionReader _reader;
    private readonly SearchSession _session;

    public WholeMap()
    {
        Places = _app.Services.GetRequiredService<TerritoryIndexes>().Current;
        Addresses = _app.Services.GetRequiredService<TerritoryAddresses>();
        Mappings = _app.Services.GetRequiredService<TerritoryMappings>();
        Duties = _app.Services.GetRequiredService<RuleDuties>();
        Rules = _app.Services.GetRequiredService<RuleBook>().Current;
        RuleRows = Repository.Rows("seed-data", "rules.csv").ToDictionary(
            row => row["id"], row => new RuleRow(row), StringComparer.Ordinal);
        EpciRows = Repository.Rows("seed-data", "territories", "epci.csv")
            .ToDictionary(row => $"epci:{row["code"]}", StringComparer.Ordinal);
        _reader = _app.Services.GetRequiredService<QuestionReader>();
        _session = _app.Services.GetRequiredService<SearchEngine>().Open();
        _datasets = [.. _app.Services.GetRequiredService<RecordReader<Dataset>>().All().Select(entry => entry.Record)];
        _naming = _datasets
            .SelectMany(dataset => dataset.Territories.Select(id => (Id: id, Stated: (dataset, AreaState.Covered)))
                .Concat(dataset.TerritoriesExcept.Select(id => (Id: id, Stated: (dataset, AreaState.Excepted))))
                .Concat(dataset.TerritoriesUnknown.Select(id => (Id: id, Stated: (dataset, AreaState.NotKnown)))))
            .ToLookup(naming => Places.NumberOf(naming.Id)!.Value, naming => naming.Stated);
        _concerning = _datasets
            .SelectMany(dataset => dataset.Competences.Select(code => (code, dataset)))
            .ToLookup(one => one.code, one => one.dataset, StringComparer.Ordinal);
    }

    internal TerritoryIndex Places { get; }

    internal TerritoryAddresses Addresses { get; }

    internal TerritoryMappings Mappings { get; }

    internal RuleDuties Duties { get; }

    internal IReadOnlyList<LegalRule> Rules { get; }

    internal Dictionary<string, RuleRow> RuleRows { get; }

    private Dictionary<string, Dictionary<string, string>> EpciRows { get; }

    /// <summary>Returns what rules may ask of a territory.</summary>
    internal RulePlace PlaceOf(int number) => new(
        Places.IdOf(number),
        Places.KindOf(number),
        Places.KindOf(number) is "epci" ? FormOf(Places.IdOf(number)) : "",
        Places.PopulationOf(number),
        [.. Places.Above(number).Select(Places.IdOf)]);

    /// <summary>Whether a grouping has a commune of 3,500 inhabitants.</summary>
    internal bool HasLargeMember(int number)
    {
        if (!_largeMembers.TryGetValue(number, out var has))
        {
            has = Places.Below(number).Any(inner => Places.KindOf(inner) is "commune" && Places.PopulationOf(inner) >= 3_500);
            _largeMembers.Add(number, has);
        }

        return has;
    }

    private string FormOf(string id) => EpciRows[id]["legal_form"] is "MGP" or "METLYON" ? "METRO" : EpciRows[id]["legal_form"];

    /// <summary>
    /// The datasets that cover a territory or may cover it: the nearest statement decides; a grouping, the country or a subset of which
    /// nothing is said is what its parts are, and so is any territory with parts of a dataset that has exceptions.
    /// </summary>
    internal Dictionary<Dataset, AreaState> Covering(int number)
    {
        var stated = StatedOf(number);
        var parts = PartsOf(number).Select(StatedOf).ToList();
        var isRegion = Places.KindOf(number) is "region";
        return _datasets.Select(dataset => (dataset, State: StateOf(dataset, stated, parts, isRegion)))
            .Where(found => found.State is AreaState.Covered or AreaState.NotKnown)
            .ToDictionary(found => found.dataset, found => found.State, WholeMapTests.Same);
    }

    private static AreaState StateOf(
        Dataset dataset, Dictionary<Dataset, AreaState> stated, List<Dictionary<Dataset, AreaState>> parts, bool isRegion)
    {
        var state = stated.GetValueOrDefault(dataset);
        var hasExceptions = dataset.TerritoriesExcept.Count + dataset.TerritoriesUnknown.Count > 0;
        if (parts.Count == 0 || !(state is AreaState.Unsaid ? !isRegion : state is AreaState.Covered && hasExceptions))
        {
            return state;
        }

        var states = parts.Select(part => part.GetValueOrDefault(dataset)).ToHashSet();
        return states.Contains(AreaState.Unsaid) ? AreaState.Unsaid
            : states.Contains(AreaState.Covered) ? AreaState.Covered
            : states.Contains(AreaState.NotKnown) ? AreaState.NotKnown
            : AreaState.Excepted;
    }

    private IEnumerable<int> PartsOf(int number) => Places.KindOf(number) switch
    {
        "country" or "country-subset" => Places.Below(number).Where(inner => Places.KindOf(inner) is "region" or "collectivite"),
        "region" => Places.Below(number).Where(inner => Places.KindOf(inner) is "departement"),
        "epci" or "ept" => Places.Below(number).Where(inner => Places.KindOf(inner) is "commune"),
        _ => [],
    };

    private Dictionary<Dataset, AreaState> StatedOf(int number)
    {
        var found = new Dictionary<Dataset, AreaState>(ReferenceEqualityComparer.Instance);
        foreach (var (dataset, state) in Places.Above(number).SelectMany(above => _naming[above]))
        {
            found.TryAdd(dataset, state);
        }

        return found;
    }

    internal IEnumerable<Dataset> OfCompetence(string code) => _concerning[code];

    /// <summary>How many the list of a territory has.</summary>
    internal int CountListed(NamedTerritory named)
    {
        var scope = new TerritoryScope(new TerritoryCoverage(named.Places, named.Number), History.None, null);
        Assert.Null(_reader.Read(new SearchRequest(), scope, isFeed: false, out var question));
        return SearchEngine.Find(_session, question).Total;
    }

    public void Dispose()
    {
        _session.Dispose();
        _app.Dispose();
    }
}

/// <summary>What rules may ask of a territory.</summary>
internal sealed record RulePlace(string Id, string Kind, string Form, int? Population, string[] Around);

/// <summary>The cells of a row of rules.csv that exclude territories.</summary>
internal sealed class RuleRow(Dictionary<string, string> row)
{
    private readonly string[] _kinds = List(row["applies_to"]);
    private readonly string[] _forms = List(row["epci_kinds"]);
    private readonly string[] _onlyIn = List(row["only_in"]);
    private readonly string[] _exceptIn = List(row["except_in"]);
    private readonly int? _least = Number(row["min_population"]);
    private readonly int? _most = Number(row["max_population"]);

    private readonly bool _isInForce =
        (row["in_force_from"].Length == 0 || string.CompareOrdinal(row["in_force_from"], WholeMapTests.TodayText) <= 0)
        && (row["in_force_until"].Length == 0 || string.CompareOrdinal(row["in_force_until"], WholeMapTests.TodayText) >= 0);

    public bool HasCompetence { get; } = row["competence"].Length > 0;

    public bool AsksForLargeMember { get; } = row["conditions"].Contains("has-member-commune-3500", StringComparison.Ordinal);

    /// <summary>Whether the row excludes a territory by its kinds, populations, places or days.</summary>
    public bool Excludes(RulePlace place) => !_isInForce
        || (place.Kind is not "collectivite" && IsForOthers(place))
        || Array.Exists(_exceptIn, place.Around.Contains)
        || (_onlyIn.Length > 0 && !Array.Exists(_onlyIn, place.Around.Contains));

    /// <summary>
    /// Whether the kinds or the populations exclude a territory. Five départements are no authorities; those that replaced them, and the
    /// Métropole de Lyon, may be meant where a text names départements.
    /// </summary>
    private bool IsForOthers(RulePlace place)
    {
        if (place.Id is "departement:75" or "departement:2A" or "departement:2B" or "departement:972" or "departement:973")
        {
            return true;
        }

        if (!_kinds.Contains(place.Kind))
        {
            return place.Id is not ("commune:75056" or "region:94" or "region:02" or "region:03" or "epci:200046977")
                || !_kinds.Contains("departement");
        }

        return (_forms.Length > 0 && place.Kind is "epci" && !_forms.Contains(place.Form))
            || place.Population < _least
            || place.Population > _most;
    }

    private static string[] List(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static int? Number(string cell) => cell.Length == 0 ? null : int.Parse(cell, CultureInfo.InvariantCulture);
}
