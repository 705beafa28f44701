using System.Diagnostics;
using System.Globalization;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Obligations;
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

        var mapping = whole.Mappings.Of(named, competence: null);
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

        AssertTotals(mapping);
    }

    private static void AssertReach(DatasetsInReach reach, string id, IEnumerable<Dataset> covering)
    {
        Dataset[] all = [.. covering];
        var own = all.Count(dataset =>
            dataset.Relation is "produced-by-local-authorities" && dataset.Territories.Contains(id, StringComparer.Ordinal));
        var others = all.Length - own;
        if ((own, others) != (reach.Own, reach.Others)
            || (Math.Min(3, own), Math.Min(3, others)) != (reach.FirstOwn.Count, reach.FirstOthers.Count))
        {
            Assert.Fail($"{id}: {own} own and {others} from above, but {reach}");
        }
    }

    private static void AssertTotals(TerritoryMapping mapping)
    {
        Assert.Equal(mapping.Obligations.Count, mapping.Totals.Sum(total => total.Count));
        Assert.All(mapping.Totals, total => Assert.Equal(mapping.Obligations.Count(one => one.Status == total.Status), total.Count));
        Assert.InRange(mapping.CoveragePercent ?? 0, 0, 100);
        var found = mapping.Obligations.Concat(mapping.GoodPractices).Where(one => one.Status is "found" or "covered-nationally");
        Assert.All(found, one => Assert.NotEmpty(one.Answers));
    }
}

/// <summary>The whole seed in the real application.</summary>
public sealed class WholeMap : IDisposable
{
    private readonly CatalogApp _app = new() { HasAllCommunes = true };
    private readonly ILookup<int, Dataset> _naming;
    private readonly ILookup<string, Dataset> _concerning;
    private readonly QuestionReader _reader;
    private readonly SearchEngine _engine;

    public WholeMap()
    {
        Places = _app.Services.GetRequiredService<TerritoryIndexes>().Current;
        Addresses = _app.Services.GetRequiredService<TerritoryAddresses>();
        Mappings = _app.Services.GetRequiredService<TerritoryMappings>();
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
