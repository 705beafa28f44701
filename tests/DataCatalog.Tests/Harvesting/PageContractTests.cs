using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DataCatalog.Tests.Mapping;

namespace DataCatalog.Tests.Harvesting;

/// <summary>
/// What a single page must keep, whatever the others say: harvesters read it alone. The rules are those that data.gouv.fr, CKAN and piveau
/// were seen to break over.
/// </summary>
public sealed partial class PageContractTests(CatalogApp app)
{
    private const string Hydra = "http://www.w3.org/ns/hydra/core#";
    private const string Skos = "http://www.w3.org/2004/02/skos/core#";
    private const string Foaf = "http://xmlns.com/foaf/0.1/";

    private static readonly string[] Starts =
    [
        "/catalog.nt", "/catalog.nt?pageSize=7", "/catalog.nt?hvd=true&pageSize=10", "/catalog.nt?territory=commune:35238&pageSize=40",
        "/catalog.nt?notOn=data.gouv.fr", "/catalog.nt?theme=ENVI&lang=fr&pageSize=30",
    ];

    [Fact]
    public async Task Each_page_has_one_view_that_is_not_the_catalogue()
    {
        await EachPageAsync(page =>
        {
            var view = Assert.Single(Typed(page, $"{Hydra}PartialCollectionView"));
            Assert.Equal([view], Typed(page, $"{Hydra}PagedCollection"));
            Assert.NotEqual($"<{CatalogApp.BaseUrl}/catalog>", view);
            Assert.Equal(page.Objects(view, $"{Hydra}next"), page.Objects(view, $"{Hydra}nextPage"));
            Assert.Single(page.Objects(view, $"{Hydra}first"));
            Assert.Single(page.Objects(view, $"{Hydra}last"));
        });
    }

    [Fact]
    public async Task Links_are_absolute_and_keep_the_extension_and_the_filters()
    {
        foreach (var start in Starts)
        {
            var filters = start.Split('?', 2) is [_, var query] ? query : "";
            foreach (var page in await CatalogWalk.AllAsync(app, start))
            {
                var links = page.Statements.Where(statement => Links.Contains(statement.Predicate));
                foreach (var link in links.Select(statement => statement.Object.Trim('<', '>')))
                {
                    Assert.StartsWith($"{CatalogApp.BaseUrl}/catalog.nt?", link, StringComparison.Ordinal);
                    var encoded = filters.Replace(":", "%3A", StringComparison.Ordinal);
                    Assert.Subset(
                        link.Split('?', '&').ToHashSet(),
                        encoded.Split('&', StringSplitOptions.RemoveEmptyEntries).ToHashSet());
                }
            }
        }
    }

    [Fact]
    public async Task Without_an_extension_links_have_none()
    {
        var page = await CatalogWalk.PageAsync(app, "/catalog.nt");
        using var response = await app.GetAsync("/catalog", "Accept: application/n-triples");
        var statements = Corpus.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(page.Next!.Replace("catalog.nt", "catalog", StringComparison.Ordinal), HarvestedPage.NextOf(statements));
    }

    [Fact]
    public async Task The_number_of_datasets_stands_on_the_view_and_on_the_collection_and_is_true()
    {
        foreach (var start in Starts)
        {
            var pages = await CatalogWalk.AllAsync(app, start);
            var datasets = pages.Sum(page => page.Of("Dataset").Count);
            Assert.All(pages, page => Assert.Equal(
                [Number(datasets), Number(datasets)],
                page.Statements.Where(statement => statement.Predicate == $"<{Hydra}totalItems>").Select(statement => statement.Object)));
        }

        static string Number(int number) =>
            string.Create(CultureInfo.InvariantCulture, $"\"{number}\"^^<http://www.w3.org/2001/XMLSchema#integer>");
    }

    [Fact]
    public async Task Datasets_series_and_services_stand_on_pages_of_their_own_in_this_order()
    {
        var kinds = (await CatalogWalk.AllAsync(app)).Select(page =>
            (Datasets: page.Of("Dataset").Count, Series: page.Of("DatasetSeries").Count, Services: Listed(page, "service").Count)).ToList();
        Assert.All(kinds, page => Assert.Single(new[] { page.Datasets, page.Series, page.Services }, count => count > 0));
        Assert.Equal(kinds.OrderBy(page => page.Datasets > 0 ? 0 : page.Series > 0 ? 1 : 2), kinds);
        Assert.True(kinds[0].Datasets > 0 && kinds[^1].Services > 0);
        Assert.Contains(kinds, page => page.Series > 0);
    }

    [Fact]
    public async Task Every_entry_of_a_page_has_one_literal_identifier_that_no_other_page_has()
    {
        foreach (var start in Starts)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var page in await CatalogWalk.AllAsync(app, start))
            {
                foreach (var entry in Entries(page))
                {
                    var identifier = Assert.Single(page.Objects(entry, $"{Corpus.Dct}identifier"));
                    Assert.Matches(LowerCaseIdentifier, identifier);
                    Assert.True(seen.Add(identifier), $"{identifier} twice");
                    Assert.EndsWith($"/{identifier.Trim('"')}>", entry, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public async Task Every_entry_has_a_title_in_French()
    {
        await EachPageAsync(page => Assert.All(Entries(page), entry =>
        {
            Assert.Single(page.Objects(entry, $"{Corpus.Dct}title"), title => title.EndsWith("@fr", StringComparison.Ordinal));
            Assert.Contains(page.Objects(entry, $"{Corpus.Dct}description"), text => text.EndsWith("@fr", StringComparison.Ordinal));
        }));
    }

    [Fact]
    public async Task A_dataset_that_stands_for_another_page_is_a_stub_without_a_class()
    {
        await EachPageAsync(page =>
        {
            var listed = Listed(page, "dataset").ToHashSet(StringComparer.Ordinal);
            var others = page.Statements.Select(statement => statement.Subject)
                .Where(subject => subject.StartsWith($"<{CatalogApp.BaseUrl}/datasets/", StringComparison.Ordinal)
                    && !subject.Contains('#', StringComparison.Ordinal)
                    && !listed.Contains(subject))
                .Distinct(StringComparer.Ordinal);
            Assert.All(others, stub => Assert.Equal(
                [$"<{Corpus.Dct}identifier>"],
                page.Statements.Where(statement => statement.Subject == stub).Select(statement => statement.Predicate)));
        });
    }

    [Fact]
    public async Task On_pages_of_datasets_services_serve_nothing_and_series_are_bare()
    {
        await EachPageAsync(page =>
        {
            if (page.Of("Dataset").Count > 0)
            {
                Assert.DoesNotContain(page.Statements, statement => statement.Predicate == $"<{Corpus.Dcat}servesDataset>");
                Assert.Empty(page.Of("DatasetSeries"));
                Assert.DoesNotContain(
                    page.Statements,
                    statement => statement.Subject.StartsWith($"<{CatalogApp.BaseUrl}/series/", StringComparison.Ordinal));
            }
        });
    }

    [Fact]
    public async Task Nothing_links_back_to_the_catalogue_or_from_one_entry_to_the_next()
    {
        await EachPageAsync(page =>
        {
            var entries = Entries(page).ToHashSet(StringComparer.Ordinal);
            Assert.DoesNotContain(page.Statements, statement => statement.Object == $"<{CatalogApp.BaseUrl}/catalog>");
            Assert.DoesNotContain(page.Statements, statement => entries.Contains(statement.Subject) && entries.Contains(statement.Object));
        });
    }

    [Fact]
    public async Task Agents_licences_labels_and_places_are_on_the_page_that_names_them()
    {
        string[] described =
            ["publisher", "creator", "license", "accessRights", "accrualPeriodicity", "spatial", "format", "language", "conformsTo"];
        await EachPageAsync(page =>
        {
            var subjects = page.Statements.Select(statement => statement.Subject).ToHashSet(StringComparer.Ordinal);
            var named = page.Statements.Where(statement => described.Any(name => statement.Predicate == $"<{Corpus.Dct}{name}>")).ToList();
            Assert.All(named, statement => Assert.Contains(statement.Object, subjects));
            var publishers = AllObjects(page, $"{Corpus.Dct}publisher");
            Assert.All(publishers, publisher => Assert.NotEmpty(page.Objects(publisher, $"{Foaf}name")));
            var themes = AllObjects(page, $"{Corpus.Dcat}theme");
            Assert.True(themes.Any() || page.Of("DatasetSeries").Count > 0, page.Address);
            Assert.All(themes, theme => Assert.NotEmpty(page.Objects(theme, $"{Skos}prefLabel")));
        });
    }

    [Fact]
    public async Task Every_entry_has_a_record_with_its_dates_here()
    {
        await EachPageAsync(page =>
        {
            var records = page.Objects($"<{CatalogApp.BaseUrl}/catalog>", $"{Corpus.Dcat}record");
            Assert.Equal(
                Entries(page).Order(StringComparer.Ordinal),
                records.Select(record => Assert.Single(page.Objects(record, $"{Foaf}primaryTopic"))).Order(StringComparer.Ordinal));
            Assert.All(records, record =>
            {
                Assert.Single(page.Objects(record, $"{Corpus.Dct}issued"));
                Assert.Single(page.Objects(record, $"{Corpus.Dct}modified"));
                Assert.Single(page.Objects(record, $"{CatalogApp.BaseUrl}/vocab#confidence"));
                Assert.NotEmpty(page.Objects(record, $"{CatalogApp.BaseUrl}/vocab#evidence"));
            });
        });
    }

    [Fact]
    public async Task No_two_distributions_of_a_dataset_have_one_address()
    {
        await EachPageAsync(page => Assert.All(page.Of("Dataset"), dataset =>
        {
            var addresses = page.Objects(dataset, $"{Corpus.Dcat}distribution")
                .Select(distribution => page.Objects(distribution, $"{Corpus.Dcat}downloadURL") is [var download]
                    ? download
                    : Assert.Single(page.Objects(distribution, $"{Corpus.Dcat}accessURL")))
                .ToList();
            Assert.Equal(addresses.Count, addresses.Distinct(StringComparer.Ordinal).Count());
        }));
    }

    [Fact]
    public async Task Dates_have_no_offset_and_are_not_in_the_future()
    {
        var latest = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        await EachPageAsync(page => Assert.All(
            page.Statements.Where(statement =>
                statement.Predicate == $"<{Corpus.Dct}modified>" || statement.Predicate == $"<{Corpus.Dct}issued>"),
            statement =>
            {
                var match = DateLiteral.Match(statement.Object);
                Assert.True(match.Success, statement.Object);
                Assert.True(string.CompareOrdinal(match.Groups["date"].Value, latest) <= 0, statement.Object);
            }));
    }

    [Fact]
    public async Task Keywords_are_tags_that_CKAN_takes_and_boxes_have_no_reference_system()
    {
        await EachPageAsync(page =>
        {
            Assert.All(
                page.Statements.Where(statement => statement.Predicate == $"<{Corpus.Dcat}keyword>"),
                statement => Assert.Matches(@"^""[\p{L}\p{Nd} _.-]{2,100}""@fr$", statement.Object));
            var boxes = page.Statements.Where(statement => statement.Predicate == $"<{Corpus.Dcat}bbox>").ToList();
            Assert.NotEmpty(boxes);
            Assert.All(boxes, statement => Assert.Matches(
                "^\"POLYGON\\(\\([-0-9., ]+\\)\\)\"\\^\\^<http://www.opengis.net/ont/geosparql#wktLiteral>$",
                statement.Object));
        });
    }

    [Fact]
    public async Task Only_periods_are_blank_nodes_and_there_are_no_checksums()
    {
        await EachPageAsync(page =>
        {
            Assert.All(
                page.Statements.Where(statement => statement.Object.StartsWith("_:", StringComparison.Ordinal)),
                statement => Assert.Equal($"<{Corpus.Dct}temporal>", statement.Predicate));
            Assert.DoesNotContain(
                page.Statements,
                statement => statement.Predicate.StartsWith("<http://spdx.org/", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Contacts_have_an_address_and_media_types_a_label()
    {
        const string VCard = "http://www.w3.org/2006/vcard/ns#";
        await EachPageAsync(page =>
        {
            var contacts = AllObjects(page, $"{Corpus.Dcat}contactPoint");
            Assert.All(
                contacts,
                contact => Assert.NotEmpty(page.Objects(contact, $"{VCard}hasEmail").Concat(page.Objects(contact, $"{VCard}hasURL"))));
            var types = AllObjects(page, $"{Corpus.Dcat}mediaType");
            Assert.All(types, type => Assert.Single(page.Objects(type, "http://www.w3.org/2000/01/rdf-schema#label")));
        });
    }

    [Theory]
    [InlineData("/catalog", "application/ld+json")]
    [InlineData("/catalog.jsonld", "application/ld+json")]
    [InlineData("/catalog.ttl", "text/turtle; charset=utf-8")]
    [InlineData("/catalog.rdf", "application/rdf+xml")]
    [InlineData("/catalog.xml", "application/rdf+xml")]
    [InlineData("/catalog.nt", "application/n-triples")]
    [InlineData("/catalog.ttl?pageSize=50", "text/turtle; charset=utf-8")]
    public async Task Every_page_of_a_walk_has_one_type_by_HEAD_and_by_GET(string start, string type)
    {
        for (var address = start; address is not null;)
        {
            using var head = await app.SendAsync(HttpMethod.Head, address);
            using var get = await app.GetAsync(address);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (head.StatusCode, get.StatusCode));
            Assert.Equal((type, type), (head.Content.Headers.ContentType!.ToString(), get.Content.Headers.ContentType!.ToString()));
            Assert.Equal(head.Headers.ETag, get.Headers.ETag);
            var text = await get.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            address = NextLink.Match(text) is { Success: true } match
                ? match.Groups["path"].Value.Replace("&amp;", "&", StringComparison.Ordinal)
                : null;
        }
    }

    [Fact]
    public async Task A_dataset_that_cannot_be_described_fails_its_page_and_no_page_is_shorter()
    {
        await using var broken = new CatalogApp();
        using var before = await broken.GetAsync("/catalog.nt");
        BrokenDataset.Make(broken, "arbres-rennes");
        using var page = await broken.GetAsync("/catalog.nt");
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.Equal("application/problem+json", page.Content.Headers.ContentType!.MediaType);
    }

    private static readonly string[] Links =
        [.. new[] { "first", "previous", "next", "nextPage", "last" }.Select(name => $"<{Hydra}{name}>")];

    private async Task EachPageAsync(Action<HarvestedPage> check)
    {
        foreach (var start in Starts)
        {
            foreach (var page in await CatalogWalk.AllAsync(app, start))
            {
                check(page);
            }
        }
    }

    private static IReadOnlyList<string> Listed(HarvestedPage page, string link) =>
        page.Objects($"<{CatalogApp.BaseUrl}/catalog>", $"{Corpus.Dcat}{link}");

    private static IReadOnlyList<string> Entries(HarvestedPage page) =>
        [.. Listed(page, "dataset"), .. Listed(page, "resource"), .. Listed(page, "service")];

    private static IEnumerable<string> AllObjects(HarvestedPage page, string property) => page.Statements
        .Where(statement => statement.Predicate == $"<{property}>")
        .Select(statement => statement.Object)
        .Distinct(StringComparer.Ordinal);

    private static IReadOnlyList<string> Typed(HarvestedPage page, string type) =>
        [.. page.Statements
            .Where(statement => statement.Predicate == Corpus.Type && statement.Object == $"<{type}>")
            .Select(statement => statement.Subject)];

    [GeneratedRegex("^\"[a-z0-9]+(-[a-z0-9]+)*\"$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LowerCaseIdentifier { get; }

    [GeneratedRegex(
        "^\"(?<date>[0-9]{4}(-[0-9]{2}){0,2}(T[0-9:]+Z)?)\"\\^\\^<http://www.w3.org/2001/XMLSchema#(date|dateTime|gYear|gYearMonth)>$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex DateLiteral { get; }

    [GeneratedRegex(
        "(hydra:next |\"next\": \"|<hydra:next rdf:resource=\"|hydra/core#next> )<?http://localhost:5080(?<path>/catalog[^\">]*)",
        RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex NextLink { get; }
}
