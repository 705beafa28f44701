using System.Globalization;
using System.Text.RegularExpressions;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;
using DataCatalog.Tests.Mapping;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Harvesting;

/// <summary>
/// What real readers tripped over or misread, one rule a test, over every page of the catalogue. Each rule was tried in the real software
/// (data.gouv.fr, CKAN 2.10) before it was written here.
/// </summary>
public sealed partial class ReaderContractTests(CatalogApp app)
{
    private const string Label = "http://www.w3.org/2000/01/rdf-schema#label";
    private const string PrefLabel = "http://www.w3.org/2004/02/skos/core#prefLabel";
    private const string Geometry = "http://www.w3.org/ns/locn#geometry";
    private const string Box = $"{Corpus.Dcat}bbox";
    private const string MediaTypes = "<https://www.iana.org/assignments/media-types/";
    private const string FileTypes = "<http://publications.europa.eu/resource/authority/file-type/";

    private static readonly string[] Worded = ["accessRights", "rights", "accrualPeriodicity", "language"];

    [Fact]
    public async Task The_service_of_a_distribution_has_no_contact_and_the_service_itself_has()
    {
        await EachPageAsync(page =>
        {
            var stubs = page.Objects("accessService").ToList();
            Assert.All(stubs, stub => Assert.Empty(page.Of(stub, $"{Corpus.Dcat}contactPoint")));
            return stubs.Count;
        });
        var known = app.Services.GetRequiredService<References>().Current;
        await EachPageAsync(page =>
        {
            var services = page.Objects("service").ToList();
            Assert.All(services, service => Assert.Equal(
                known.FindAgent(known.FindService(service.Trim('>').Split('/')[^1])!.Publisher)!.Contact is null ? 0 : 1,
                page.Of(service, $"{Corpus.Dcat}contactPoint").Count));
            return services.Count;
        });
    }

    [Fact]
    public async Task Laws_have_words_that_do_not_hide_their_IRIs() => await EachPageAsync(page =>
    {
        var laws = page.ObjectsOf("http://data.europa.eu/r5r/applicableLegislation").Distinct().ToList();
        Assert.All(laws, law =>
        {
            Assert.Empty(page.Of(law, Label));
            Assert.NotEmpty(page.Of(law, PrefLabel));
        });
        return laws.Count;
    });

    [Fact]
    public async Task A_dataset_whose_parts_have_different_licences_has_none_itself()
    {
        var dataset = await app.JsonAsync("/datasets/panoramax-photos-rue.json");

        Assert.False(dataset.TryGetProperty("license", out _));
        Assert.Equal(2, dataset.GetProperty("distribution").EnumerateArray()
            .Select(distribution => distribution.GetProperty("license").GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Access_rights_reasons_and_frequencies_have_words_that_do_not_hide_their_IRIs() => await EachPageAsync(page =>
    {
        var nodes = Worded.SelectMany(page.ObjectsOfDct).Distinct().ToList();
        Assert.All(nodes, node =>
        {
            Assert.Empty(page.Of(node, Label));
            Assert.Contains(page.Of(node, PrefLabel), text => text.EndsWith("@fr", StringComparison.Ordinal));
        });
        return nodes.Count;
    });

    [Fact]
    public async Task Formats_media_types_and_licences_have_one_plain_label() => await EachPageAsync(page =>
    {
        var nodes = page.ObjectsOfDct("format").Concat(page.ObjectsOfDct("license")).Concat(page.Objects("mediaType"))
            .Concat(page.Objects("packageFormat")).Concat(page.Objects("compressFormat")).Distinct().ToList();
        Assert.All(nodes, node => Assert.Matches("^\"[^\"]+\"$", Assert.Single(page.Of(node, Label))));
        return nodes.Count;
    });

    [Fact]
    public async Task The_format_of_a_service_is_written_as_people_say() => await EachPageAsync(page =>
    {
        var services = page.ObjectsOfDct("format").Where(format => format.EndsWith("_SRVC>", StringComparison.Ordinal)).Distinct().ToList();
        Assert.All(services, format => Assert.Equal(
            format[FileTypes.Length..].Replace("_SRVC>", "", StringComparison.Ordinal), Assert.Single(page.Of(format, Label)).Trim('"')));
        return services.Count;
    });

    [Fact]
    public async Task A_licence_has_one_plain_title_which_is_that_of_the_register_of_CKAN_where_it_has_the_licence() =>
        await EachPageAsync(page =>
        {
            var licences = page.ObjectsOfDct("license").Distinct().ToList();
            Assert.All(licences, licence =>
            {
                var title = Assert.Single(page.Of(licence, $"{Corpus.Dct}title"));
                Assert.Matches("^\"[^\"]+\"$", title);
                Assert.Equal(
                    licence.Contains("CC_BYSA_4_0", StringComparison.Ordinal) || licence.Contains("/by-sa/4.0/", StringComparison.Ordinal)
                        ? "\"Creative Commons Attribution Share-Alike\""
                        : Assert.Single(page.Of(licence, Label)),
                    title);
            });
            return licences.Count;
        });

    [Theory]
    [InlineData(".nt", "<{0}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://purl.org/dc/terms/IMT> .\n"
        + "<{0}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://purl.org/dc/terms/MediaTypeOrExtent> .\n")]
    [InlineData(".ttl", "<{0}>\n    a dct:IMT,\n        dct:MediaTypeOrExtent ;")]
    [InlineData(".rdf", "<dct:IMT rdf:about=\"{0}\">\n    <rdf:type rdf:resource=\"http://purl.org/dc/terms/MediaTypeOrExtent\" />")]
    [InlineData(".jsonld", "\"id\": \"{0}\", \"type\": [\"IMT\", \"MediaTypeOrExtent\"]")]
    public async Task A_format_is_a_dct_IMT_first_in_every_syntax(string extension, string form)
    {
        using var response = await app.GetAsync($"/catalog{extension}");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var formats = FileType.Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(formats.Count > 5, text[..200]);
        Assert.All(formats, iri => Assert.Contains(
            WithoutBlanks(form.Replace("{0}", iri, StringComparison.Ordinal)), WithoutBlanks(text), StringComparison.Ordinal));

        static string WithoutBlanks(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));
    }

    [Fact]
    public async Task An_entry_has_one_place_with_one_French_name_and_one_polygon_that_is_also_its_geometry() => await EachPageAsync(page =>
    {
        var entries = page.Subjects($"{Corpus.Dct}spatial").ToList();
        Assert.All(entries, entry =>
        {
            var place = Assert.Single(page.Of(entry, $"{Corpus.Dct}spatial"));
            Assert.Matches("^\"[^\"]+\"@fr$", Assert.Single(page.Of(place, PrefLabel)));
            var box = Assert.Single(page.Of(place, Box));
            Assert.Equal(box, Assert.Single(page.Of(place, Geometry)));
        });
        return entries.Count;
    });

    [Fact]
    public async Task Several_territories_are_the_parts_of_one_place_that_is_named_after_the_entry()
    {
        var boxed = 0;
        await EachPageAsync(page =>
        {
            var sets = page.Subjects($"{Corpus.Dct}hasPart").ToList();
            Assert.All(sets, set =>
            {
                var entry = Assert.Single(page.Subjects($"{Corpus.Dct}spatial", set));
                Assert.Equal($"{entry[..^1]}#territories>", set);
                var parts = page.Of(set, $"{Corpus.Dct}hasPart");
                Assert.True(parts.Count > 1);
                Assert.All(parts, part =>
                {
                    Assert.StartsWith($"<{CatalogApp.BaseUrl}/territories/", part, StringComparison.Ordinal);
                    Assert.Equal(page.Of(part, Box), page.Of(part, Geometry));
                });
                var national = parts.Where(part => part.Contains("/territories/country", StringComparison.Ordinal))
                    .SelectMany(part => page.Of(part, Box)).Take(1).ToList();
                var expected = national is [_] ? national : parts.Select(part => Assert.Single(page.Of(part, Box)));
                Assert.Equal(Bounds(expected), Bounds(page.Of(set, Box)));
                boxed++;
            });
            return sets.Count;
        });
        Assert.True(boxed > 10);
    }

    [Theory]
    [InlineData("deliberations-nantes", "Nantes et Nantes Métropole")]
    [InlineData("videoprotection-gpso", "8 communes")]
    [InlineData("filosofi-carreaux-200m", "France métropolitaine, Martinique et La Réunion")]
    [InlineData("datatourisme", "16 régions")]
    [InlineData(
        "meteo-donnees-climatologiques-quotidiennes", "France métropolitaine, départements et régions d'outre-mer et 5 collectivités")]
    public async Task A_set_of_territories_is_named_by_their_names_when_they_are_few_and_else_by_their_number(string id, string name)
    {
        var document = await Corpus.DocumentAsync(app, $"/datasets/{id}");

        Assert.Equal(
            [$"\"{name}\"@fr"],
            document.Where(statement => statement.Subject == $"<{CatalogApp.BaseUrl}/datasets/{id}#territories>"
                && statement.Predicate == $"<{PrefLabel}>").Select(statement => statement.Object));
    }

    [Fact]
    public async Task A_period_ends_on_one_day_which_is_the_last_of_the_year_or_month_that_is_written()
    {
        await EachPageAsync(page =>
        {
            var periods = page.Subjects($"{Corpus.Dcat}endDate").ToList();
            Assert.All(periods, period =>
            {
                var end = Assert.Single(page.Of(period, $"{Corpus.Dcat}endDate"));
                Assert.Matches(@"^""\d{4}-\d{2}-\d{2}""\^\^<http://www.w3.org/2001/XMLSchema#date>$", end);
                Assert.All(page.Of(period, $"{CatalogApp.BaseUrl}/vocab#endAsWritten"), written =>
                {
                    Assert.True(PartialDate.TryParse(written.Split('"')[1], out var date));
                    Assert.Equal(date.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), end.Split('"')[1]);
                });
            });
            return periods.Count;
        });
    }

    [Theory]
    [InlineData("ips-ecoles", "2025-12-31", "2025")]
    [InlineData("elections-legislatives-2024-tour-1", "2024-06-30", null)]
    public async Task JSON_and_sheets_keep_the_precision_that_was_written(string id, string lastDay, string? year)
    {
        var period = (await app.JsonAsync($"/datasets/{id}.json")).GetProperty("temporal");
        using var sheet = await app.GetAsync("/datasets.csv?fields=identifier,temporal_end&pageSize=1000&temporal=2024-06");
        var row = (await sheet.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n')
            .Single(line => line.Contains($"{id};", StringComparison.Ordinal) || line.Contains($"{id},", StringComparison.Ordinal));

        Assert.Equal(lastDay, period.GetProperty("endDate").GetString());
        Assert.Equal(year, period.TryGetProperty("endYear", out var written) ? written.GetString() : null);
        Assert.Equal(year ?? lastDay, row.TrimEnd('\r').Split(',', ';')[^1]);
    }

    [Fact]
    public async Task A_dataset_conforms_to_one_standard_and_a_known_schema_is_named_by_its_file() => await EachPageAsync(page =>
    {
        var datasets = page.Classed("Dataset").Where(dataset => page.Of(dataset, $"{Corpus.Dct}conformsTo").Count > 0).ToList();
        Assert.All(datasets, dataset =>
        {
            var standard = Assert.Single(page.Of(dataset, $"{Corpus.Dct}conformsTo"));
            Assert.Contains($"<{Corpus.Dct}Standard>", page.Of(standard, Corpus.Type.Trim('<', '>')));
            Assert.NotEmpty(page.Of(standard, $"{Corpus.Dct}title"));
            if (standard.StartsWith("<https://schema.data.gouv.fr/", StringComparison.Ordinal))
            {
                Assert.Matches(@"^<https://schema\.data\.gouv\.fr/schemas/.+/latest/[^/]+\.(json|yml)>$", standard);
            }
        });
        return datasets.Count;
    });

    [Fact]
    public async Task A_service_says_when_its_facts_were_checked_and_a_dataset_only_a_date_of_its_data()
    {
        await EachPageAsync(page =>
        {
            var services = page.Objects("service").ToList();
            Assert.All(services, service =>
            {
                var record = Assert.Single(page.Subjects("http://xmlns.com/foaf/0.1/primaryTopic", service));
                Assert.Equal(page.Of(record, $"{Corpus.Dct}modified"), page.Of(service, $"{Corpus.Dct}modified"));
            });
            return services.Count;
        });
        await EachPageAsync(page =>
        {
            var dated = page.Classed("Dataset").Count(dataset => page.Of(dataset, $"{Corpus.Dct}modified").Count > 0);
            Assert.True(dated < page.Classed("Dataset").Count() || dated == 0);
            return page.Classed("Dataset").Count();
        });
    }

    [Fact]
    public async Task What_files_are_packed_in_is_a_media_type_and_the_format_is_that_of_the_files_inside()
    {
        await EachPageAsync(page =>
        {
            var checkedFiles = 0;
            foreach (var (property, type) in new[] { ("packageFormat", "application/zip"), ("compressFormat", "application/gzip") })
            {
                foreach (var file in page.Subjects($"{Corpus.Dcat}{property}"))
                {
                    var package = Assert.Single(page.Of(file, $"{Corpus.Dcat}{property}"));
                    Assert.Equal($"{MediaTypes}{type}>", package);
                    Assert.Equal([$"<{Corpus.Dct}MediaType>"], page.Of(package, Corpus.Type.Trim('<', '>')));
                    Assert.DoesNotMatch("/(ZIP|GZIP)>$", Assert.Single(page.Of(file, $"{Corpus.Dct}format")));
                    checkedFiles++;
                }
            }

            return checkedFiles;
        });
        await EachPageAsync(page => page.ObjectsOfDct("format").Count(format => format == $"{FileTypes}7Z>"));
        await EachPageAsync(page =>
        {
            var formats = page.ObjectsOfDct("format").ToList();
            Assert.DoesNotContain($"{FileTypes}ZIP>", formats);
            Assert.DoesNotContain($"{FileTypes}GZIP>", formats);
            return formats.Count;
        });
    }

    [Theory]
    [InlineData("ZIP", 15)]
    [InlineData("GZIP", 3)]
    public async Task Who_looks_for_archives_finds_them_whatever_is_inside(string format, int least)
    {
        var answer = await app.JsonAsync($"/datasets.json?format={format}");

        Assert.True(answer.GetProperty("totalItems").GetInt32() >= least);
    }

    [Fact]
    public async Task A_distribution_has_one_named_statement_of_rights() => await EachPageAsync(page =>
    {
        var distributions = page.Classed("Distribution").ToList();
        Assert.All(distributions, distribution =>
        {
            var rights = Assert.Single(page.Of(distribution, $"{Corpus.Dct}rights"));
            Assert.Equal($"{distribution[..^1]}#rights>", rights);
            Assert.Equal([$"<{Corpus.Dct}RightsStatement>"], page.Of(rights, Corpus.Type.Trim('<', '>')));
        });
        return distributions.Count;
    });

    /// <summary>Checks every page. A check returns how many things it looked at, so that none passes because there was nothing.</summary>
    private async Task EachPageAsync(Func<Statements, int> check)
    {
        var seen = 0;
        foreach (var page in await CatalogWalk.AllAsync(app))
        {
            seen += check(new Statements(page.Statements));
        }

        Assert.True(seen > 0);
    }

    private static (decimal West, decimal South, decimal East, decimal North) Bounds(IEnumerable<string> polygons)
    {
        var corners = polygons.SelectMany(polygon => Corner.Matches(polygon))
            .Select(corner => (X: Number(corner.Groups["x"]), Y: Number(corner.Groups["y"]))).ToList();
        return (
            corners.Min(corner => corner.X), corners.Min(corner => corner.Y),
            corners.Max(corner => corner.X), corners.Max(corner => corner.Y));

        static decimal Number(Group group) => decimal.Parse(group.Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("http://publications\\.europa\\.eu/resource/authority/file-type/[A-Z0-9_]+", RegexOptions.None, 1000)]
    private static partial Regex FileType { get; }

    [GeneratedRegex(@"(?<x>-?[0-9.]+) (?<y>-?[0-9.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Corner { get; }

    /// <summary>The statements of a page, by subject and by property.</summary>
    private sealed class Statements(IReadOnlyList<Statement> statements)
    {
        private readonly ILookup<(string, string), string> _objects =
            statements.ToLookup(statement => (statement.Subject, statement.Predicate), statement => statement.Object);

        public IReadOnlyList<string> Of(string subject, string property) => [.. _objects[(subject, $"<{property}>")]];

        public IEnumerable<string> Objects(string property) => ObjectsOf($"{Corpus.Dcat}{property}");

        public IEnumerable<string> ObjectsOfDct(string property) => ObjectsOf($"{Corpus.Dct}{property}");

        public IEnumerable<string> Subjects(string property, string? value = null) => statements
            .Where(statement => statement.Predicate == $"<{property}>" && (value is null || statement.Object == value))
            .Select(statement => statement.Subject).Distinct(StringComparer.Ordinal);

        public IEnumerable<string> Classed(string name) => Subjects(Corpus.Type.Trim('<', '>'), $"<{Corpus.Dcat}{name}>");

        public IEnumerable<string> ObjectsOf(string property) => statements
            .Where(statement => statement.Predicate == $"<{property}>").Select(statement => statement.Object);
    }
}
