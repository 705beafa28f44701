using System.Globalization;
using System.Net;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Search;

/// <summary>Filters and counts, against the records themselves read in the plainest way.</summary>
public sealed class FilterTests(CatalogApp app)
{
    private static readonly Dictionary<string, Func<Dataset, Known, IEnumerable<string?>>> Values = new(StringComparer.Ordinal)
    {
        ["theme"] = (dataset, _) => dataset.Themes,
        ["competence"] = (dataset, known) => dataset.Competences
            .SelectMany(code => new[] { code, known.References.FindConcept(Schemes.Competences, code)!.Broader }),
        ["publisher"] = (dataset, _) => [dataset.Publisher],
        ["publisherKind"] = (dataset, known) => [known.References.FindAgent(dataset.Publisher)!.Kind],
        ["licence"] = (dataset, _) => dataset.Distributions.Select(distribution => distribution.Licence).Append(dataset.Licence),
        ["format"] = (dataset, _) => dataset.Distributions.SelectMany(distribution => new[]
        {
            distribution.Format,
            distribution.PackageFormat is "application-zip" ? "ZIP" : null,
            distribution.CompressFormat is "application-gzip" ? "GZIP" : null,
        }),
        ["access"] = (dataset, _) => [dataset.Access.Regime],
        ["personalData"] = (dataset, _) => [dataset.PersonalData],
        ["granularity"] = (dataset, _) => [dataset.Granularity],
        ["frequency"] = (dataset, _) => [dataset.Frequency],
        ["hvd"] = (dataset, _) => dataset.HvdCategories,
        ["relation"] = (dataset, _) => [dataset.Relation],
        ["conformsTo"] = (dataset, _) => dataset.Distributions
            .SelectMany(distribution => distribution.ConformsTo).Concat(dataset.ConformsTo),
    };

    [Fact]
    public async Task Random_filters_leave_what_the_records_say_and_count_it()
    {
        var known = Known.Of(app);
        var random = new Random(20261124);
        for (var run = 0; run < 60; run++)
        {
            var text = random.Next(3) switch { 0 => "eau", 1 => "commune", _ => null };
            var candidates = text is null
                ? known.Datasets
                : [.. app.Find(text).Select(id => known.Datasets.Single(dataset => dataset.Id == id))];
            var filters = Values.Keys.OrderBy(_ => random.Next()).Take(random.Next(4))
                .ToDictionary(name => name, name => Pick(random, name, known), StringComparer.Ordinal);
            var parameters = filters.SelectMany(filter => filter.Value.Select(value => $"{filter.Key}={value}"));
            var query = string.Join('&', text is null ? parameters : parameters.Prepend($"q={text}"));

            var expected = candidates
                .Where(dataset => filters.All(filter => Has(dataset, filter.Key, filter.Value, known)))
                .Select(dataset => dataset.Id);
            Assert.Equal(expected.Order(StringComparer.Ordinal), (await app.IdsAsync(query)).Order(StringComparer.Ordinal));
            await AssertCountsAsync(query, candidates, filters, known);
        }
    }

    [Theory]
    [InlineData("conformsTo", "https://schema.data.gouv.fr/scdl/budget", "scdl-budget")]
    [InlineData("conformsTo", "https://schema.data.gouv.fr/schemas/scdl/budget/latest/schema.json", "scdl-budget")]
    [InlineData("theme", "http://publications.europa.eu/resource/authority/data-theme/ENVI", "ENVI")]
    [InlineData("licence", "http://spdx.org/licenses/etalab-2.0", "lov2")]
    [InlineData("licence", "https://www.etalab.gouv.fr/licence-ouverte-open-licence", "lov2")]
    [InlineData("competence", "http://localhost:5080/vocabularies/competences/eau-potable", "eau-potable")]
    public async Task The_address_of_a_term_stands_for_its_code_also_in_links(string parameter, string address, string code)
    {
        var asked = await app.JsonAsync($"/datasets.json?{parameter}={Uri.EscapeDataString(address)}");
        var plain = await app.JsonAsync($"/datasets.json?{parameter}={code}");

        Assert.NotEqual(0, plain.GetProperty("totalItems").GetInt32());
        Assert.Equal(plain.GetRawText(), asked.GetRawText());
    }

    [Theory]
    [InlineData("conformsTo", "https://schema.data.gouv.fr/scdl/budget/v1")]
    [InlineData("conformsTo", "https://www.iana.org/assignments/media-types/")]
    [InlineData("theme", "http://publications.europa.eu/resource/authority/file-type/CSV")]
    public async Task An_address_that_no_term_of_the_vocabulary_has_or_several_have_is_refused(string parameter, string address)
    {
        using var response = await app.GetAsync($"/datasets.json?{parameter}={Uri.EscapeDataString(address)}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("hvd=true")]
    [InlineData("hvd=false")]
    [InlineData("hvd=mobility&hvd=false")]
    [InlineData("hasApi=true")]
    [InlineData("hasApi=false")]
    [InlineData("licenceKnown=true")]
    [InlineData("licenceKnown=false")]
    [InlineData("temporal=2019")]
    [InlineData("temporal=2019-06/2020-02-03")]
    [InlineData("temporal=../2012")]
    [InlineData("temporal=2024-05-01/..")]
    public async Task Other_filters_leave_what_the_records_say(string query)
    {
        var known = Known.Of(app);
        Func<Dataset, bool> test = query switch
        {
            "hvd=true" => dataset => dataset.HvdCategories.Count > 0,
            "hvd=false" => dataset => dataset.HvdCategories.Count == 0,
            "hvd=mobility&hvd=false" => dataset =>
                dataset.HvdCategories.Count == 0 || dataset.HvdCategories.Contains("mobility", StringComparer.Ordinal),
            "hasApi=true" => known.HasApi,
            "hasApi=false" => dataset => !known.HasApi(dataset),
            "licenceKnown=true" => HasLicence,
            "licenceKnown=false" => dataset => !HasLicence(dataset),
            "temporal=2019" => dataset => Meets(dataset, "2019-01-01", "2019-12-31"),
            "temporal=2019-06/2020-02-03" => dataset => Meets(dataset, "2019-06-01", "2020-02-03"),
            "temporal=../2012" => dataset => Meets(dataset, "0001-01-01", "2012-12-31"),
            _ => dataset => Meets(dataset, "2024-05-01", "9999-12-31"),
        };
        string[] expected = [.. known.Datasets.Where(test).Select(dataset => dataset.Id)];
        Assert.NotEmpty(expected);
        Assert.NotEqual(known.Datasets.Count, expected.Length);
        Assert.Equal(expected, await app.IdsAsync(query));
    }

    [Fact]
    public async Task A_group_of_competences_includes_its_members()
    {
        var group = await app.IdsAsync("competence=eau");
        Assert.ProperSuperset(
            (await app.IdsAsync("competence=eau-potable")).ToHashSet(StringComparer.Ordinal),
            group.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_territory_is_covered_or_holds_the_data_or_is_named()
    {
        var covers = await app.IdsAsync("territory=commune:35238");
        var within = await app.IdsAsync("territory=region:53&match=within");
        var exact = await app.IdsAsync("territory=commune:35238&match=exact");
        Assert.Contains("base-adresse-nationale", covers);
        Assert.Contains("arbres-rennes", within);
        Assert.DoesNotContain("base-adresse-nationale", within);
        Assert.NotEmpty(exact);
        Assert.Subset(within.ToHashSet(StringComparer.Ordinal), exact.ToHashSet(StringComparer.Ordinal));
        Assert.Subset(covers.ToHashSet(StringComparer.Ordinal), exact.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(covers, await app.IdsAsync("territory=commune:35238&match=covers"));
    }

    [Fact]
    public async Task The_old_code_of_a_commune_stands_for_the_present_one()
    {
        var present = await app.JsonAsync("/datasets.json?territory=commune:01033&pageSize=2");
        var old = await app.JsonAsync("/datasets.json?territory=commune:01018&pageSize=2");
        Assert.Equal(present.GetRawText(), old.GetRawText());
    }

    [Fact]
    public async Task A_grouping_is_covered_by_what_lists_each_of_its_communes()
    {
        Assert.Contains("videoprotection-gpso", await app.IdsAsync("territory=ept:200057974"));
        Assert.DoesNotContain("videoprotection-gpso", await app.IdsAsync("territory=epci:200054781"));
        Assert.Contains("videoprotection-gpso", await app.IdsAsync("territory=epci:200054781&match=within"));
    }

    [Fact]
    public async Task A_box_has_the_data_of_the_territories_that_it_meets_and_of_those_around_them()
    {
        var rennes = await app.IdsAsync("bbox=-1.75,48.05,-1.6,48.15");
        var paris = await app.IdsAsync("bbox=2.25,48.8,2.4,48.9");
        var ocean = await app.IdsAsync("bbox=-40,10,-39,11");
        Assert.Contains("arbres-rennes", rennes);
        Assert.DoesNotContain("arbres-paris", rennes);
        Assert.Contains("arbres-paris", paris);
        Assert.Contains("base-adresse-nationale", rennes);
        Assert.Empty(ocean);
    }

    [Fact]
    public async Task National_data_cover_what_lies_overseas() =>
        Assert.Contains("base-adresse-nationale", await app.IdsAsync("bbox=55.2,-21.4,55.8,-20.8"));

    [Fact]
    public async Task Data_are_overdue_by_their_frequency_and_in_time_otherwise()
    {
        await using var changing = new CatalogApp();
        var datasets = changing.Services.GetRequiredService<RecordReader<Dataset>>();
        var dataset = datasets.Find("arbres-rennes")!.Record;
        var now = changing.Time.GetUtcNow().UtcDateTime;
        Save("MONTHLY", now.AddDays(-60));
        Assert.Contains("arbres-rennes", await changing.IdsAsync("overdue=true"));
        Assert.DoesNotContain("arbres-rennes", await changing.IdsAsync("overdue=false"));
        Save("MONTHLY", now.AddDays(-20));
        Assert.Contains("arbres-rennes", await changing.IdsAsync("overdue=false"));
        Save("IRREG", now.AddDays(-60));
        Assert.DoesNotContain("arbres-rennes", await changing.IdsAsync("overdue=true"));
        Assert.DoesNotContain("arbres-rennes", await changing.IdsAsync("overdue=false"));

        void Save(string frequency, DateTime modified)
        {
            var day = DateOnly.FromDateTime(modified);
            var saved = dataset with { Frequency = frequency, Modified = PartialDate.Of(day) };
            changing.Services.GetRequiredService<Database>().Write("test", session => DatasetStore.Writer.Save(session, saved, day));
        }
    }

    [Fact]
    public async Task What_has_changed_since_an_instant_is_asked_of_the_change_log()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 30, 3, 0, 0, TimeSpan.Zero));
        await using var changing = new CatalogApp { Time = time };
        var datasets = changing.Services.GetRequiredService<RecordReader<Dataset>>();
        ((Microsoft.Extensions.Time.Testing.FakeTimeProvider)changing.Time).Advance(TimeSpan.FromHours(2));
        var dataset = datasets.Find("arbres-rennes")!.Record;
        changing.Services.GetRequiredService<Database>().Write("test", session =>
            DatasetStore.Writer.Save(session, dataset with { Title = LanguageMap.Of("Arbres") }, new DateOnly(2026, 11, 24)));
        Assert.Equal(["arbres-rennes"], await changing.IdsAsync("modifiedSince=2026-11-30T04:00:00Z"));
        Assert.Equal(datasets.Count(), (await changing.IdsAsync("modifiedSince=2026-11-30")).Count);
        Assert.Equal("arbres-rennes", (await changing.IdsAsync("sort=modified"))[0]);
    }

    [Theory]
    [InlineData("theme=ENVY", "theme", "ENVI")]
    [InlineData("competence=eau-potabl", "competence", "eau-potable")]
    [InlineData("publisher=igm", "publisher", "ign")]
    [InlineData("publisherKind=etats", "publisherKind", "etat")]
    [InlineData("licence=lov3", "licence", "lov2")]
    [InlineData("format=csv", "format", "CSV")]
    [InlineData("access=opn", "access", "open")]
    [InlineData("personalData=non", "personalData", "none")]
    [InlineData("granularity=communes", "granularity", "commune")]
    [InlineData("frequency=ANUAL", "frequency", "ANNUAL")]
    [InlineData("hvd=yes", "hvd", "true")]
    [InlineData("relation=useful", "relation", "useful-to")]
    [InlineData("conformsTo=scdl", "conformsTo", "/vocabularies/standards")]
    [InlineData("theme=ENVI&theme=", "theme", "ENVI")]
    [InlineData("territory=44", "territory", "stand for: region:44, departement:44")]
    [InlineData("territory=commune:99999", "territory", "/territories?q=")]
    [InlineData("territory=commune:35238&match=cover", "match", "covers")]
    [InlineData("match=within", "match", "territory")]
    [InlineData("bbox=1,2,3", "bbox", "west,south,east,north")]
    [InlineData("bbox=3,2,1,4", "bbox", "west,south,east,north")]
    [InlineData("bbox=0,0,181,4", "bbox", "west,south,east,north")]
    [InlineData("bbox=a,b,c,d", "bbox", "west,south,east,north")]
    [InlineData("temporal=20", "temporal", "2024")]
    [InlineData("temporal=2024/2023", "temporal", "2024")]
    [InlineData("temporal=../..", "temporal", "2024")]
    [InlineData("temporal=2024/2025/2026", "temporal", "2024")]
    [InlineData("modifiedSince=yesterday", "modifiedSince", "2026-11-24")]
    [InlineData("hasApi=2", "hasApi", "true or false")]
    [InlineData("licenceKnown=oui", "licenceKnown", "true or false")]
    [InlineData("overdue=%20", "overdue", "true or false")]
    [InlineData("sort=date", "sort", "modified")]
    [InlineData("sort=relevance", "sort", "'q'")]
    [InlineData("facets=themes", "facets", "theme")]
    [InlineData("facets=territory", "facets", "theme")]
    [InlineData("themes=ENVI", "themes", "theme")]
    [InlineData("q=a&q=b", "q", "once")]
    [InlineData("pageSize=101", "pageSize", "1 to 100")]
    [InlineData("pageSize=0", "pageSize", "1 to 100")]
    [InlineData("page=0", "page", "from 1")]
    [InlineData("page=1&cursor=abc", "page", "one of them")]
    [InlineData("cursor=abc", "cursor", "next")]
    [InlineData("cursor=%00%20!", "cursor", "next")]
    [InlineData("bom=true", "bom", "/datasets.csv")]
    public async Task What_means_nothing_is_refused_with_what_is_allowed(string query, string parameter, string allowed)
    {
        using var response = await app.GetAsync($"/datasets?{query}");
        var problem = await CatalogApp.JsonOf(response);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.Contains(allowed, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_values_are_refused()
    {
        var values = string.Join('&', Enumerable.Range(0, 101)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"territory=commune:{number}")));
        using var response = await app.GetAsync($"/datasets?{values}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_value_that_is_asked_for_is_counted_even_when_nothing_has_it()
    {
        var page = await app.JsonAsync("/datasets.json?q=arbres&theme=JUST&facets=theme");
        var values = page.GetProperty("facet")[0].GetProperty("facetValue").EnumerateArray().ToDictionary(
            value => value.GetProperty("notation").GetString()!, value => value.GetProperty("count").GetInt32());
        Assert.Equal(0, page.GetProperty("totalItems").GetInt32());
        Assert.Equal(0, values["JUST"]);
        Assert.True(values["ENVI"] > 0);
    }

    [Theory]
    [InlineData("frequency", "DECENNIAL")]
    [InlineData("licence", "cc-by-4.0")]
    public async Task So_is_one_that_no_dataset_of_the_catalogue_has(string facet, string value)
    {
        var page = await app.JsonAsync($"/datasets.json?{facet}={value}&facets={facet}&facets=hvd&hvd=true");
        var facets = page.GetProperty("facet").EnumerateArray().ToDictionary(one => one.GetProperty("notation").GetString()!);
        var asked = facets[facet].GetProperty("facetValue").EnumerateArray()
            .Single(one => one.GetProperty("notation").GetString() == value);
        Assert.Equal(0, asked.GetProperty("count").GetInt32());
        Assert.False(facets["hvd"].TryGetProperty("facetValue", out _), "'true' is no category");
    }

    [Fact]
    public async Task The_link_of_a_count_answers_with_so_many()
    {
        var page = await app.JsonAsync("/datasets.json?q=eau&theme=ENVI&access=open&facets=theme&facets=publisher&pageSize=1");
        var values = page.GetProperty("facet").EnumerateArray()
            .SelectMany(facet => facet.GetProperty("facetValue").EnumerateArray());
        foreach (var value in values)
        {
            var address = value.GetProperty("seeAlso").GetString()!;
            var narrowed = await app.JsonAsync(address[CatalogApp.BaseUrl.Length..]);
            Assert.Equal(value.GetProperty("count").GetInt32(), narrowed.GetProperty("totalItems").GetInt32());
            Assert.Equal(address, narrowed.GetProperty("id").GetString());
            Assert.NotEqual(value.GetProperty("notation").GetString(), value.GetProperty("label").GetString());
        }
    }

    private async Task AssertCountsAsync(string query, IReadOnlyList<Dataset> candidates, Dictionary<string, string[]> filters, Known known)
    {
        var page = await app.JsonAsync($"/datasets.json?{query}&facets=all&pageSize=1".Replace("?&", "?", StringComparison.Ordinal));
        foreach (var facet in page.GetProperty("facet").EnumerateArray())
        {
            var name = facet.GetProperty("notation").GetString()!;
            var expected = candidates
                .Where(dataset => filters.All(filter => filter.Key == name || Has(dataset, filter.Key, filter.Value, known)))
                .SelectMany(dataset => Values[name](dataset, known).OfType<string>().Distinct(StringComparer.Ordinal))
                .CountBy(value => value, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            var counted = facet.TryGetProperty("facetValue", out var values)
                ? values.EnumerateArray().ToDictionary(
                    value => value.GetProperty("notation").GetString()!,
                    value => value.GetProperty("count").GetInt32(),
                    StringComparer.Ordinal)
                : [];
            Assert.All(counted, value => Assert.Equal(expected.GetValueOrDefault(value.Key), value.Value));
            Assert.True(counted.Count >= Math.Min(expected.Count, 50), name);
        }
    }

    private static bool Has(Dataset dataset, string name, string[] values, Known known) =>
        Values[name](dataset, known).Intersect(values, StringComparer.Ordinal).Any();

    private static string[] Pick(Random random, string name, Known known)
    {
        string[] present =
        [
            .. known.Datasets.SelectMany(dataset => Values[name](dataset, known)).OfType<string>()
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        var picked = Enumerable.Range(0, 1 + random.Next(2)).Select(_ => present[random.Next(present.Length)]);
        return [.. picked.Distinct(StringComparer.Ordinal)];
    }

    private static bool HasLicence(Dataset dataset) =>
        dataset.Licence is not null || dataset.Distributions.Any(distribution => distribution.Licence is not null);

    private static bool Meets(Dataset dataset, string from, string to) => dataset.Temporal is { } period
        && string.CompareOrdinal(period.Start?.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", to) <= 0
        && string.CompareOrdinal(period.End?.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "~", from) >= 0;

    private sealed record Known(IReadOnlyList<Dataset> Datasets, ReferenceSnapshot References, IReadOnlySet<string> Served)
    {
        public static Known Of(CatalogApp app) => new(
            [.. app.Services.GetRequiredService<RecordReader<Dataset>>().All().Select(entry => entry.Record)],
            app.Services.GetRequiredService<References>().Current,
            app.Services.GetRequiredService<RecordReader<DataService>>().All()
                .SelectMany(entry => entry.Record.Serves)
                .ToHashSet(StringComparer.Ordinal));

        public bool HasApi(Dataset dataset) =>
            dataset.Distributions.Any(distribution => distribution.Service is not null) || Served.Contains(dataset.Id);
    }
}
