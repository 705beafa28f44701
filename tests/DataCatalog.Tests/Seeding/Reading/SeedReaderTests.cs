using DataCatalog.Dcat.Records;
using DataCatalog.Seeding.Reading;

namespace DataCatalog.Tests.Seeding.Reading;

public sealed class SeedReaderTests : IDisposable
{
    private readonly SampleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_good_folder_gives_no_error() => Assert.Empty(_folder.Errors());

    [Fact]
    public void Every_column_of_a_dataset_reaches_the_record()
    {
        var dataset = Assert.Single(_folder.Read().Content.Datasets);
        Assert.Equal(
            OneLine("""
                {"schemaVersion":1,"id":"water","title":{"fr":"Qualité de l'eau","en":"Water quality"},
                "description":{"fr":"Une description française assez longue pour dire de quoi il est question ici.",
                "en":"Une description française assez longue pour dire de quoi il est question ici."},"keywords":["eau","qualité"],
                "publisher":"rennes","creator":"rennes","themes":["ENVI"],"competences":["eau-potable"],"access":{"regime":"open",
                "audiences":[{"role":"private","condition":"yes"}],"requestUrl":"https://example.org/ask","restrictionReasons":[]},
                "licence":"lo-2.0","platform":"portal","personalData":"none","legalBases":["crpa-l312-1-1"],"granularity":"commune",
                "relation":"useful-to","contractClauses":["ownership"],"frequency":"ANNUAL","territories":["commune:35238",
                "departement:35"],"coverage":"full","temporal":{"start":"2020","end":"2020-12-31"},"issued":"2020-01-01",
                "modified":"2026-11-24","landingPage":"https://example.org/water","conformsTo":["scdl-deliberations"],
                "hvdCategories":["c_ac64a52d"],"series":"water-series","languages":["FRA"],
                "otherIdentifiers":[{"platform":"data.gouv.fr","identifier":"qualite-de-leau"}],
                "reuseExample":{"title":{"fr":"Un exemple"},"url":"https://example.org/reuse","territory":"commune:35238"},
                "provenance":{"checkedAt":"2026-11-23","confidence":"high",
                "sources":[{"fact":"licence","source":"https://example.org/licence"},{"source":"https://example.org/page"}]},
                "distributions":[{"id":"water-1","title":{"fr":"Fichier CSV","en":"CSV file"},
                "description":{"fr":"Une description française assez longue pour dire de quoi il est question ici."},
                "accessUrl":"https://example.org/water","downloadUrl":"https://example.org/water.csv",
                "template":{"address":"https://example.org/water/{insee}","levels":["commune"],"except":["commune:35238"],
                "limit":20,"competence":"eau-potable"},"format":"CSV","mediaType":"text-csv","licence":"odbl-1.0",
                "service":"water-api","conformsTo":["scdl-deliberations"],"languages":["FRA"],"byteSize":5000000000,
                "issued":"2020-01-01","modified":"2026-01-01"}]}
                """),
            RecordJson.Write(dataset));
    }

    [Fact]
    public void Every_column_of_the_catalogue_reaches_the_record()
    {
        const string description = "Une description française assez longue pour dire de quoi il est question ici.";
        var expected = new Catalog
        {
            Title = LanguageMap.Of("Données de Rennes", "Data of Rennes"),
            Description = LanguageMap.Of(description, description),
            Publisher = "rennes",
            Licence = "lo-2.0",
            Languages = ["FRA"],
            Territories = ["commune:35238"],
            Issued = PartialDate.Of(new DateOnly(2026, 11, 1)),
        };
        Assert.Equal(RecordJson.Write(expected), RecordJson.Write(_folder.Read().Content.Catalog!));
    }

    [Fact]
    public void Restriction_reasons_reach_the_record_too()
    {
        var reading = _folder.Set("datasets.csv", 0, "access_regime", "on-request").Set("datasets.csv", 0, "hvd_categories", "")
            .Set("datasets.csv", 0, "restriction_reasons", "crpa-l311-6").Read();
        Assert.Empty(reading.Errors);
        Assert.Equal("crpa-l311-6", Assert.Single(Assert.Single(reading.Content.Datasets).Access.RestrictionReasons));
    }

    [Fact]
    public void Every_column_of_a_service_reaches_the_record() => Assert.Equal(
        OneLine("""
            {"schemaVersion":1,"id":"water-api","title":{"fr":"API de l'eau","en":"Water API"},
            "description":{"fr":"Une description française assez longue pour dire de quoi il est question ici."},"keywords":["eau"],
            "publisher":"rennes","themes":["ENVI"],"competences":["eau-potable"],"endpointUrl":"https://example.org/api",
            "endpointDescription":"https://example.org/openapi","landingPage":"https://example.org/page",
            "documentation":"https://example.org/doc","conformsTo":["scdl-deliberations"],"access":{"regime":"open","audiences":[],
            "restrictionReasons":[]},"licence":"lo-2.0","personalData":"none","legalBases":["crpa-l312-1-1"],
            "hvdCategories":["c_ac64a52d"],"serves":["water"],"otherIdentifiers":[{"platform":"data.gouv.fr","identifier":"api"}],
            "provenance":{"checkedAt":"2026-11-23","confidence":"medium","sources":[{"source":"https://example.org"}]}}
            """),
        RecordJson.Write(Assert.Single(_folder.Read().Content.Services)));

    [Fact]
    public void Every_column_of_a_series_reaches_the_record() => Assert.Equal(
        OneLine("""
            {"schemaVersion":1,"id":"water-series","title":{"fr":"L'eau par année","en":"Water by year"},
            "description":{"fr":"Une description française assez longue pour dire de quoi il est question ici."},
            "publisher":"rennes","frequency":"ANNUAL","territories":["commune:35238"],"temporal":{"start":"2020","end":"2025-12"},
            "issued":"2020-01-01","modified":"2026-01-01","provenance":{"checkedAt":"2026-11-23","confidence":"high",
            "sources":[{"source":"https://example.org"}]}}
            """),
        RecordJson.Write(Assert.Single(_folder.Read().Content.Series)));

    [Fact]
    public void Every_column_of_a_model_reaches_the_record() => Assert.Equal(
        OneLine("""
            {"schemaVersion":1,"id":"deliberations","title":{"fr":"Délibérations","en":"Decisions"},
            "description":{"fr":"Une description française assez longue pour dire de quoi il est question ici."},
            "competences":["eau-potable"],"schema":"scdl-deliberations","obligation":{"type":"publication",
            "legalBases":["crpa-l312-1-1"],"contractClauses":["ownership"]},
            "provenance":{"checkedAt":"2026-11-23","confidence":"high","sources":[{"source":"https://example.org"}]}}
            """),
        RecordJson.Write(Assert.Single(_folder.Read().Content.Models)));

    [Fact]
    public void Every_column_of_an_agent_reaches_the_record() => Assert.Equal(
        OneLine("""
            {"schemaVersion":1,"id":"rennes","name":{"fr":"Ville de Rennes","en":"City of Rennes"},"kind":"commune",
            "homepage":"https://rennes.example.org","contact":{"name":"Service données","email":"data@rennes.example.org",
            "url":"https://rennes.example.org/contact"},"siren":"213502388","checkedAt":"2026-11-23",
            "sources":[{"fact":"siren","source":"https://example.org/siren"},{"source":"https://example.org/page"}]}
            """),
        RecordJson.Write(Assert.Single(_folder.Read().Content.Agents)));

    [Fact]
    public void Every_column_of_a_commune_reaches_the_record() => Assert.Equal(
        OneLine("""
            {"schemaVersion":1,"kind":"commune","code":"35238","name":"Rennes","population":230890,"siren":"213502388",
            "postcodes":["35000","35200"],"parents":["epci:243500139","departement:35"],"box":{"west":-1.75,"south":48.07,
            "east":-1.62,"north":48.15},"point":{"longitude":-1.68,"latitude":48.11},
            "exactMatches":["http://id.insee.fr/geo/commune/35238"],"formerCodes":["35239"]}
            """),
        RecordJson.Write(_folder.Read().Content.Territories.Single(territory => territory.Id is "commune:35238")));

    [Fact]
    public void A_former_commune_is_part_of_the_present_one() => Assert.Equal(
        OneLine("""
            {"schemaVersion":1,"kind":"former-commune","code":"35239","name":"Ancienne commune","postcodes":[],
            "parents":["commune:35238"],"exactMatches":[],"formerCodes":[],"formerStatus":"deleguee"}
            """),
        RecordJson.Write(_folder.Read().Content.Territories.Single(territory => territory.Id is "former-commune:35239")));

    [Fact]
    public void Every_column_of_a_competence_reaches_the_record()
    {
        var concepts = _folder.Set("vocabularies/competences.csv", 1, "exact_match", "https://example.org/exact")
            .Set("vocabularies/competences.csv", 1, "broad_match", "https://example.org/broad")
            .Set("vocabularies/competences.csv", 1, "page", "https://example.org/page").Read().Content.Concepts;
        Assert.Equal(
            OneLine("""
                {"schemaVersion":1,"scheme":"competences","code":"eau-potable","notation":"0101","label":{"fr":"Eau potable",
                "en":"Drinking water"},"altLabels":["adduction","AEP"],"definition":{"fr":"Produire et distribuer."},
                "broader":"eau","exactMatches":["https://example.org/exact"],"broadMatches":["https://example.org/broad"],
                "page":"https://example.org/page","source":"lu","competence":{"core":true,"roles":[
                {"holder":"commune","role":"mandatory","minimumPopulation":100,"note":{"fr":"Depuis toujours.","en":"Always."}},
                {"holder":"CC","role":"optional","note":{"fr":"Sauf accord.","en":"Unless agreed."}},
                {"holder":"CA","role":"mandatory","minimumPopulation":5000,"note":{"fr":"Sauf accord.","en":"Unless agreed."}},
                {"holder":"CU","role":"mandatory","minimumPopulation":5000,"note":{"fr":"Sauf accord.","en":"Unless agreed."}},
                {"holder":"METRO","role":"mandatory","minimumPopulation":5000,"note":{"fr":"Sauf accord.","en":"Unless agreed."}},
                {"holder":"METLYON","role":"mandatory","minimumPopulation":5000,"note":{"fr":"Sauf accord.","en":"Unless agreed."}},
                {"holder":"AMP","role":"mandatory","minimumPopulation":5000,"note":{"fr":"Sauf accord.","en":"Unless agreed."}},
                {"holder":"EPT","role":"optional"}],
                "legalReference":"CGCT L2224-7","legalReferenceStatus":"text-read","legalReferenceYear":2026,"banaticCodes":["C1502"],
                "themes":["ENVI"]}}
                """),
            RecordJson.Write(concepts.Single(concept => concept.Code is "eau-potable")));
        Assert.Null(concepts.Single(concept => concept.Code is "eau").Competence);
    }

    [Fact]
    public void Concepts_and_schemes_keep_their_official_IRIs()
    {
        var content = _folder.Set("vocabularies/schemes.csv", 0, "iri", "https://example.org/scheme").Read().Content;
        Assert.Equal("https://example.org/scheme", content.Schemes[0].Iri);
        Assert.Equal("https://example.org/schema", content.Concepts.Single(concept => concept.Scheme is "standards").Iri);
        Assert.Equal("access-rights:PUBLIC", content.Concepts.Single(concept => concept.Code is "open").MapsTo);
    }

    [Fact]
    public void A_cell_may_hold_quotes_commas_and_line_ends()
    {
        const string text = "L'eau, \"potable\"\nou non, avec ses analyses et les lieux de prélèvement.";
        var reading = _folder.Set("datasets.csv", 0, "description_fr", text).Read();
        Assert.Empty(reading.Errors);
        Assert.Equal(text, reading.Content.Datasets[0].Description["fr"]);
    }

    [Fact]
    public void A_contact_without_a_name_is_the_agent_itself() =>
        Assert.Equal("Ville de Rennes", _folder.Set("agents.csv", 0, "contact_name", "").Read().Content.Agents[0].Contact!.Name);

    [Fact]
    public void The_seed_data_of_this_repository_have_no_error() =>
        Assert.Empty(SeedReader.Read(Repository.PathOf("seed-data"), TimeProvider.System).Errors);

    /// <summary>Joins the lines of an expected document: what the service writes has no line ends.</summary>
    private static string OneLine(string lines) => lines.ReplaceLineEndings("");
}
