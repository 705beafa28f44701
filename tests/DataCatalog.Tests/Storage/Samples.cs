using DataCatalog.Dcat.Records;
using DataCatalog.Seeding.Reading;

namespace DataCatalog.Tests.Storage;

/// <summary>A small catalogue in which everything points at something.</summary>
internal static class Samples
{
    /// <summary>The day on which the dataset was checked: the newest of all.</summary>
    public static readonly DateOnly Newest = new(2026, 11, 23);

    public static readonly DateOnly Older = new(2026, 3, 4);

    public static readonly Agent Agent = new()
    {
        Id = "insee",
        Name = LanguageMap.Of("Insee"),
        Kind = "etat",
        CheckedAt = Older,
    };

    public static readonly DatasetSeries Series = new()
    {
        Id = "elections",
        Title = LanguageMap.Of("Élections"),
        Description = LanguageMap.Of("Résultats"),
        Publisher = "insee",
        Frequency = "ANNUAL",
        Territories = ["country:FRA"],
        Provenance = CheckedOn(Older),
    };

    public static readonly DataService Service = new()
    {
        Id = "api-elections",
        Title = LanguageMap.Of("API"),
        Description = LanguageMap.Of("Une API"),
        Publisher = "insee",
        Themes = ["GOVE"],
        Competences = ["elections"],
        EndpointUrl = "https://example.org/api",
        Access = new AccessConditions("open"),
        Serves = ["elections-2026"],
        Provenance = CheckedOn(Older),
    };

    public static readonly Model Model = new()
    {
        Id = "deliberations",
        Title = LanguageMap.Of("Délibérations"),
        Description = LanguageMap.Of("Un modèle"),
        Competences = ["elections"],
        Obligation = new Obligation("publication"),
        Provenance = CheckedOn(Older),
    };

    public static readonly Dataset Dataset = new()
    {
        Id = "elections-2026",
        Title = LanguageMap.Of("Élections 2026"),
        Description = LanguageMap.Of("Résultats de 2026"),
        Publisher = "insee",
        Themes = ["GOVE"],
        Competences = ["elections"],
        Access = new AccessConditions("open"),
        Licence = "lov2",
        Relation = "useful-to",
        Frequency = "ANNUAL",
        Territories = ["country:FRA"],
        Series = "elections",
        Provenance = CheckedOn(Newest),
        Distributions =
        [
            new Distribution
            {
                Id = "elections-2026-1",
                Title = LanguageMap.Of("CSV"),
                AccessUrl = "https://example.org/1",
                Format = "CSV",
                Service = "api-elections",
            },
        ],
    };

    public static readonly Catalog Catalog = new()
    {
        Title = LanguageMap.Of("Données électorales"),
        Description = LanguageMap.Of("Les scrutins de France"),
        Publisher = "insee",
        Licence = "lov2",
        Territories = ["country:FRA"],
        Issued = PartialDate.Of(Older),
    };

    public static readonly LegalRule Rule = new()
    {
        Id = "proces-verbal",
        Title = LanguageMap.Of("Publier le procès-verbal.", "Publish the minutes."),
        Act = "publish",
        Scope = new RuleScope { Kinds = ["commune"] },
        Deadline = new RuleDeadline("none"),
        Article = "CGCT L2121-15",
        Status = "text-read",
        Provenance = CheckedOn(Newest),
    };

    public static readonly SeedContent Content = new()
    {
        Catalog = Catalog,
        Schemes = [.. Codes.Keys.Select(scheme => new ConceptScheme { Id = scheme, Title = LanguageMap.Of(scheme) })],
        Concepts = [.. Codes.Select(code => Concept(code.Key, code.Value))],
        Territories = [new Territory { Kind = "country", Code = "FRA", Name = "France" }],
        Agents = [Agent],
        Series = [Series],
        Services = [Service],
        Models = [Model],
        Datasets = [Dataset],
    };

    /// <summary>One term for each vocabulary that the records use.</summary>
    private static Dictionary<string, string> Codes => new(StringComparer.Ordinal)
    {
        [Schemes.AccessRegimes] = "open",
        [Schemes.Acts] = "publish",
        [Schemes.Competences] = "elections",
        [Schemes.FileTypes] = "CSV",
        [Schemes.Frequencies] = "ANNUAL",
        [Schemes.Licences] = "lov2",
        [Schemes.ObligationTypes] = "publication",
        [Schemes.ProducerKinds] = "etat",
        [Schemes.Relations] = "useful-to",
        [Schemes.Themes] = "GOVE",
    };

    public static Concept Concept(string scheme, string code, string? notation = null) =>
        new() { Scheme = scheme, Code = code, Notation = notation, Label = LanguageMap.Of(code) };

    public static Provenance CheckedOn(DateOnly day) => new(day, "high", []);
}
