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
/// What must hold for every territory of today, with the whole seed: nobody's page fails, and no number contradicts another.
/// </summary>
[Trait("Speed", "Slow")]
public sealed class WholeMapTests(WholeMap whole, ITestOutputHelper output) : IClassFixture<WholeMap>
{
    /// <summary>The day of the answers.</summary>
    internal const string TodayText = "2026-11-29";

    private static readonly DateOnly Today = DateOnly.ParseExact(TodayText, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    private static readonly IEqualityComparer<Dataset> Same = ReferenceEqualityComparer.Instance;

    [Fact]
    public void Every_territory_has_a_list_and_a_mapping_that_agree_with_a_plain_recount()
    {
        var clock = Stopwatch.StartNew();
        var (communes, others) = (0, 0);
        for (var number = 0; number < whole.Places.Count; number++)
        {
            if (whole.Places.KindOf(number) is not "former-commune")
            {
                Check(number);
                (communes, others) = whole.Places.KindOf(number) is "commune" ? (communes + 1, others) : (communes, others + 1);
            }
        }

        Assert.Equal((34_969, 1_439), (communes, others));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{communes} communes and {others} other territories in {clock.Elapsed.TotalSeconds:0.0} s"));
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
            AssertReach(group.Datasets, id, ofParts.Where(covering.Contains));
            foreach (var part in group.Narrower)
            {
                AssertReach(part.Datasets, id, whole.OfCompetence(part.Concept.Code).Where(covering.Contains));
            }
        }

        AssertDuties(subject, mapping);
    }

    private static void AssertReach(DatasetsInReach reach, string id, IEnumerable<Dataset> covering)
    {
        Dataset[] all = [.. covering];
        var own = all.Count(dataset =>
            dataset.Relation is "produced-by-local-authorities" && dataset.Territories.Contains(id, StringComparer.Ordinal));
        var others = all.Length - own;
        if ((own, all.Length) != (reach.Own.Total, reach.Covering.Total)
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
        foreach (var duty in duties)
        {
            var row = whole.RuleRows[duty.Rule.Id];
            var isExcluded = whole.Excludes(row, subject.Named.Number);
            var mayBeHeldElsewhere = row["competence"].Length > 0 && duty.Because is "competence";
            var hasNoLargeMember = row["conditions"].Contains("has-member-commune-3500", StringComparison.Ordinal)
                && !whole.HasLargeMember(subject.Named.Number);
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
    private readonly ILookup<int, Dataset> _naming;
    private readonly ILookup<string, Dataset> _concerning;
    private readonly Dictionary<int, bool> _largeMembers = [];
    private readonly QuestionReader _reader;
    private readonly SearchEngine _engine;

    public WholeMap()
    {
        Places = _app.Services.GetRequiredService<TerritoryIndexes>().Current;
        Addresses = _app.Services.GetRequiredService<TerritoryAddresses>();
        Mappings = _app.Services.GetRequiredService<TerritoryMappings>();
        Duties = _app.Services.GetRequiredService<RuleDuties>();
        Rules = _app.Services.GetRequiredService<RuleBook>().Current;
        RuleRows = Repository.Rows("seed-data", "rules.csv").ToDictionary(row => row["id"], StringComparer.Ordinal);
        EpciRows = Repository.Rows("seed-data", "territories", "epci.csv")
            .ToDictionary(row => $"epci:{row["code"]}", StringComparer.Ordinal);
        (_reader, _engine) = (_app.Services.GetRequiredService<QuestionReader>(), _app.Services.GetRequiredService<SearchEngine>());
        Dataset[] datasets = [.. _app.Services.GetRequiredService<RecordReader<Dataset>>().All().Select(entry => entry.Record)];
        _naming = datasets
            .SelectMany(dataset => dataset.Territories.Select(id => (Number: Places.NumberOf(id)!.Value, dataset)))
            .ToLookup(naming => naming.Number, naming => naming.dataset);
        _concerning = datasets
            .SelectMany(dataset => dataset.Competences.Select(code => (code, dataset)))
            .ToLookup(one => one.code, one => one.dataset, StringComparer.Ordinal);
    }

    internal TerritoryIndex Places { get; }

    internal TerritoryAddresses Addresses { get; }

    internal TerritoryMappings Mappings { get; }

    internal RuleDuties Duties { get; }

    internal IReadOnlyList<LegalRule> Rules { get; }

    internal Dictionary<string, Dictionary<string, string>> RuleRows { get; }

    private Dictionary<string, Dictionary<string, string>> EpciRows { get; }

    /// <summary>Whether a row of rules.csv excludes a territory by its kinds, populations, places or days.</summary>
    internal bool Excludes(Dictionary<string, string> row, int number)
    {
        var (id, kind, population) = (Places.IdOf(number), Places.KindOf(number), Places.PopulationOf(number));
        if (kind is "collectivite")
        {
            return false;
        }

        var around = Places.Above(number).Select(Places.IdOf).ToHashSet(StringComparer.Ordinal);
        var (onlyIn, exceptIn) = (List(row["only_in"]), List(row["except_in"]));
        return !List(row["applies_to"]).Contains(kind, StringComparer.Ordinal)
            || (kind is "epci" && row["epci_kinds"].Length > 0 && !List(row["epci_kinds"]).Contains(FormOf(id), StringComparer.Ordinal))
            || (Number(row["min_population"]) is { } least && population < least)
            || (Number(row["max_population"]) is { } most && population > most)
            || Array.Exists(exceptIn, around.Contains)
            || (onlyIn.Length > 0 && !Array.Exists(onlyIn, around.Contains))
            || (row["in_force_from"].Length > 0 && string.CompareOrdinal(row["in_force_from"], WholeMapTests.TodayText) > 0)
            || (row["in_force_until"].Length > 0 && string.CompareOrdinal(row["in_force_until"], WholeMapTests.TodayText) < 0);
    }

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

    private static string[] List(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static int? Number(string cell) => cell.Length == 0 ? null : int.Parse(cell, CultureInfo.InvariantCulture);

    /// <summary>The datasets that name a territory or what contains it; those of a grouping too that cover each of its communes.</summary>
    internal HashSet<Dataset> Covering(int number)
    {
        var found = Naming(number);
        if (Places.KindOf(number) is "epci" or "ept")
        {
            found.UnionWith(OfEach(Places.Below(number).Where(inner => Places.KindOf(inner) is "commune").Select(Naming)));
        }

        return found;
    }

    private static HashSet<Dataset> OfEach(IEnumerable<HashSet<Dataset>> sets) => sets.Aggregate((all, next) =>
    {
        all.IntersectWith(next);
        return all;
    });

    private HashSet<Dataset> Naming(int number) =>
        new(Places.Above(number).SelectMany(above => _naming[above]), ReferenceEqualityComparer.Instance);

    internal IEnumerable<Dataset> OfCompetence(string code) => _concerning[code];

    /// <summary>How many the list of a territory has.</summary>
    internal int CountListed(NamedTerritory named)
    {
        var scope = new TerritoryScope(new TerritoryCoverage(named.Places, named.Number), History.None, null);
        Assert.Null(_reader.Read(new SearchRequest(), scope, isFeed: false, out var question));
        using var session = _engine.Open();
        return SearchEngine.Find(session, question).Total;
    }

    public void Dispose() => _app.Dispose();
}
