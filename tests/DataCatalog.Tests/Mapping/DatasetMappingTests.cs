using System.Text.Json;
using DataCatalog.Dcat.Rules;

namespace DataCatalog.Tests.Mapping;

/// <summary>What each document must carry for the harvesters that read it.</summary>
public sealed class DatasetMappingTests(CatalogApp app)
{
    private const string HvdRegulation = "http://data.europa.eu/eli/reg_impl/2023/138/oj";

    [Fact]
    public async Task A_known_licence_stands_on_the_dataset_and_on_every_distribution_with_the_proven_addresses_and_label()
    {
        var licensed = (await DatasetsAsync())
            .Where(dataset => LabelOf(dataset, "license") == "Licence Ouverte / Open Licence version 2.0")
            .ToList();

        Assert.NotEmpty(licensed);
        Assert.All(licensed, dataset => Assert.Equal(
            "https://www.etalab.gouv.fr/licence-ouverte-open-licence", dataset.GetProperty("license").GetProperty("id").GetString()));
        var distributions = licensed.Where(dataset => dataset.TryGetProperty("distribution", out _))
            .SelectMany(dataset => dataset.GetProperty("distribution").EnumerateArray());
        Assert.All(distributions, distribution =>
        {
            Assert.Equal(
                "http://publications.europa.eu/resource/authority/licence/ETALAB_2_0",
                distribution.GetProperty("license").GetProperty("id").GetString());
            Assert.Equal("Licence Ouverte / Open Licence version 2.0", LabelOf(distribution, "license"));
        });
    }

    [Fact]
    public async Task An_entry_without_a_known_licence_carries_none()
    {
        var unlicensed = (await DatasetsAsync()).Where(dataset => !dataset.TryGetProperty("license", out _)).ToList();

        Assert.NotEmpty(unlicensed);
        Assert.All(
            unlicensed.Where(dataset => !dataset.TryGetProperty("distribution", out var distributions)
                || distributions.EnumerateArray().All(distribution => !distribution.TryGetProperty("license", out _))),
            dataset => Assert.Contains("license", dataset.GetProperty("unknown").EnumerateArray().Select(fact => fact.GetString())));
        Assert.Contains(unlicensed, dataset => dataset.TryGetProperty("distribution", out var distributions)
            && distributions.EnumerateArray().All(distribution => !distribution.TryGetProperty("license", out _)));
    }

    [Fact]
    public async Task A_high_value_dataset_says_so_as_category_legislation_and_theme_and_on_its_distributions()
    {
        var hvd = (await DatasetsAsync()).Where(dataset => dataset.TryGetProperty("hvdCategory", out _)).ToList();

        Assert.NotEmpty(hvd);
        Assert.All(hvd, dataset =>
        {
            var category = dataset.GetProperty("hvdCategory")[0].GetProperty("id").GetString();
            Assert.StartsWith("http://data.europa.eu/bna/c_", category, StringComparison.Ordinal);
            Assert.Contains(category, IdsOf(dataset, "theme"));
            Assert.Contains(HvdRegulation, IdsOf(dataset, "applicableLegislation"));
            Assert.All(
                dataset.TryGetProperty("distribution", out var distributions) ? distributions.EnumerateArray() : [],
                distribution => Assert.Contains(HvdRegulation, IdsOf(distribution, "applicableLegislation")));
        });
    }

    [Fact]
    public async Task The_labels_of_themes_and_competences_are_also_keywords_each_whole() => Assert.All(await DatasetsAsync(), dataset =>
    {
        var keywords = dataset.GetProperty("keyword").GetProperty("fr").EnumerateArray().Select(keyword => keyword.GetString()!).ToList();
        var labels = dataset.GetProperty("theme").EnumerateArray().Select(theme =>
            Keywords.FromLabel(theme.GetProperty("prefLabel").GetProperty("fr").GetString()!));

        Assert.All(labels, label => Assert.Contains(label, keywords, StringComparer.OrdinalIgnoreCase));
        Assert.Equal(keywords.Count, keywords.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    });

    [Fact]
    public async Task Restricted_access_has_the_EU_code_that_data_gouv_fr_exports()
    {
        var datasets = await DatasetsAsync();
        var open = datasets.Where(dataset => RegimeOf(dataset) is "open" or "open-with-account").ToList();
        var restricted = datasets.Except(open).ToList();

        Assert.NotEmpty(open);
        Assert.NotEmpty(restricted);
        Assert.All(open, dataset =>
            Assert.EndsWith("/PUBLIC", dataset.GetProperty("accessRights").GetProperty("id").GetString(), StringComparison.Ordinal));
        Assert.All(restricted, dataset =>
            Assert.EndsWith("/NON_PUBLIC", dataset.GetProperty("accessRights").GetProperty("id").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_place_carries_a_polygon_without_a_CRS_prefix()
    {
        var places = (await DatasetsAsync()).Where(dataset => dataset.TryGetProperty("spatial", out _))
            .SelectMany(dataset => dataset.GetProperty("spatial").EnumerateArray())
            .Where(place => place.TryGetProperty("bbox", out _))
            .ToList();

        Assert.NotEmpty(places);
        Assert.All(places, place =>
            Assert.Matches(@"^POLYGON\(\((-?[0-9.]+ -?[0-9.]+,){4}-?[0-9.]+ -?[0-9.]+\)\)$", place.GetProperty("bbox").GetString()!));
    }

    [Fact]
    public async Task A_period_is_the_only_blank_node()
    {
        var documents = await Corpus.ReadAsync(app, "datasets", "services", "series");
        var blanks = documents.Values.SelectMany(document => document)
            .Where(statement => statement.Subject.StartsWith("_:", StringComparison.Ordinal) && statement.Predicate == Corpus.Type)
            .ToList();
        var mentioned = documents.Values.SelectMany(document => document)
            .Where(statement => statement.Object.StartsWith("_:", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(blanks);
        Assert.All(blanks, statement => Assert.Equal($"<{Corpus.Dct}PeriodOfTime>", statement.Object));
        Assert.All(mentioned, statement => Assert.Equal($"<{Corpus.Dct}temporal>", statement.Predicate));
    }

    [Fact]
    public async Task What_a_dataset_embeds_leads_to_no_other_entry()
    {
        foreach (var (iri, document) in await Corpus.ReadAsync(app, "datasets"))
        {
            var typed = Assert.Single(
                document, statement => statement.Predicate == Corpus.Type && statement.Object == $"<{Corpus.Dcat}Dataset>");
            Assert.Equal($"<{iri}>", typed.Subject);
            Assert.DoesNotContain(document, statement => statement.Predicate == $"<{Corpus.Dcat}servesDataset>");
            Assert.DoesNotContain(
                document,
                statement => statement.Predicate == Corpus.Type && statement.Object == $"<{Corpus.Dcat}DatasetSeries>");
            Assert.DoesNotContain(document, statement => statement.Predicate == $"<{Corpus.Dct}isPartOf>");
        }
    }

    [Fact]
    public async Task A_service_names_its_datasets_by_identifier_alone()
    {
        var documents = await Corpus.ReadAsync(app, "services");
        var served = documents.Values
            .SelectMany(document => document
                .Where(statement => statement.Predicate == $"<{Corpus.Dcat}servesDataset>")
                .Select(statement => (Document: document, Dataset: statement.Object)))
            .ToList();

        Assert.NotEmpty(served);
        Assert.All(served, stub =>
        {
            var said = Assert.Single(stub.Document, statement => statement.Subject == stub.Dataset);
            Assert.Equal($"<{Corpus.Dct}identifier>", said.Predicate);
        });
    }

    [Fact]
    public async Task An_API_is_a_service_and_a_distribution_with_an_access_service()
    {
        var services = (await app.MembersAsync("services")).Select(service => service.GetProperty("id").GetString()).ToList();
        var accessed = (await DatasetsAsync()).Where(dataset => dataset.TryGetProperty("distribution", out _))
            .SelectMany(dataset => dataset.GetProperty("distribution").EnumerateArray())
            .Where(distribution => distribution.TryGetProperty("accessService", out _))
            .Select(distribution => distribution.GetProperty("accessService")).ToList();

        Assert.NotEmpty(accessed);
        Assert.All(accessed, service =>
        {
            Assert.Contains(service.GetProperty("id").GetString(), services);
            Assert.NotEmpty(service.GetProperty("endpointURL").GetString()!);
            Assert.NotEmpty(service.GetProperty("title").GetProperty("fr").GetString()!);
        });
    }

    [Fact]
    public async Task The_record_on_another_platform_is_an_identifier_with_its_source_and_never_the_same_thing()
    {
        var documents = await Corpus.ReadAsync(app, "datasets", "services", "series");
        var identifiers = (await DatasetsAsync()).Where(dataset => dataset.TryGetProperty("otherIdentifier", out _))
            .SelectMany(dataset => dataset.GetProperty("otherIdentifier").EnumerateArray()).ToList();

        Assert.NotEmpty(identifiers);
        Assert.All(identifiers, identifier =>
        {
            Assert.Equal("Identifier", identifier.GetProperty("type").GetString());
            Assert.Equal("data.gouv.fr", identifier.GetProperty("agency").GetString());
            Assert.EndsWith(
                Uri.EscapeDataString(identifier.GetProperty("notation").GetString()!),
                identifier.GetProperty("source").GetString(), StringComparison.Ordinal);
        });
        Assert.DoesNotContain(
            documents.Values.SelectMany(document => document),
            statement => statement.Predicate.Contains("sameAs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_model_is_never_a_dataset()
    {
        foreach (var (iri, document) in await Corpus.ReadAsync(app, "models"))
        {
            Assert.Contains(
                document,
                statement => statement.Subject == $"<{iri}>" && statement.Object == $"<{CatalogApp.BaseUrl}/vocab#Model>");
            Assert.DoesNotContain(document, statement => statement.Object == $"<{Corpus.Dcat}Dataset>");
        }

        Assert.DoesNotContain(
            (await Corpus.ReadAsync(app, "datasets", "services", "series")).Values.SelectMany(document => document),
            statement => statement.Subject.Contains($"{CatalogApp.BaseUrl}/models/", StringComparison.Ordinal)
                || statement.Object.Contains($"{CatalogApp.BaseUrl}/models/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_schema_is_named_by_its_own_IRI_with_a_title()
    {
        var standards = (await DatasetsAsync()).Where(dataset => dataset.TryGetProperty("conformsTo", out _))
            .SelectMany(dataset => dataset.GetProperty("conformsTo").EnumerateArray()).ToList();

        Assert.NotEmpty(standards);
        Assert.All(standards, standard =>
        {
            Assert.DoesNotContain(CatalogApp.BaseUrl, standard.GetProperty("id").GetString(), StringComparison.Ordinal);
            Assert.Equal("Standard", standard.GetProperty("type").GetString());
            Assert.NotEmpty(standard.GetProperty("title").GetProperty("fr").GetString()!);
        });
    }

    [Fact]
    public async Task Every_term_of_ours_that_is_used_is_defined_at_its_IRI()
    {
        var prefix = $"<{CatalogApp.BaseUrl}/vocab#";
        var defined = (await Corpus.DocumentAsync(app, "/vocab")).Select(statement => statement.Subject).ToHashSet(StringComparer.Ordinal);
        var documents = await Corpus.ReadAsync(app, "datasets", "services", "series", "models", "agents");
        var more = new[]
        {
            await Corpus.DocumentAsync(app, "/vocabularies/competences"),
            await Corpus.DocumentAsync(app, "/territories/commune:35238"),
        };
        var used = documents.Values.Concat(more).SelectMany(document => document)
            .SelectMany(statement => new[] { statement.Predicate, statement.Object })
            .Where(term => term.StartsWith(prefix, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(used);
        Assert.All(used, term => Assert.Contains(term, defined));
    }

    [Fact]
    public async Task Our_vocabulary_file_is_what_its_IRI_answers()
    {
        using var response = await app.GetAsync("/vocab.ttl");

        Repository.AssertGenerated(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "schema", "cat.ttl");
    }

    [Fact]
    public async Task Another_database_from_the_same_seed_gives_the_same_bytes()
    {
        await using var other = new CatalogApp();
        string[] addresses =
        [
            "/datasets.jsonld?pageSize=100", "/services.ttl", "/series.rdf", "/models.nt", "/agents.ttl?pageSize=100",
            "/vocabularies/competences.jsonld",
        ];
        foreach (var address in addresses)
        {
            using var first = await app.GetAsync(address);
            using var second = await other.GetAsync(address);
            Assert.Equal(
                await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        }
    }

    private Task<IReadOnlyList<JsonElement>> DatasetsAsync() => app.MembersAsync("datasets");

    private static string? LabelOf(JsonElement node, string key) =>
        node.TryGetProperty(key, out var value) ? value.GetProperty("label").GetString() : null;

    private static List<string?> IdsOf(JsonElement node, string key) =>
        [.. node.GetProperty(key).EnumerateArray().Select(value =>
            value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetProperty("id").GetString())];

    private static string RegimeOf(JsonElement dataset) =>
        dataset.GetProperty("accessConditions").GetProperty("accessRegime").GetProperty("id").GetString()!.Split('/')[^1];
}
