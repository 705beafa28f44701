using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Tests.Rules;

/// <summary>The least valid record of each kind; a test changes one thing in it.</summary>
internal static class Valid
{
    public static readonly Provenance Provenance =
        new(new DateOnly(2026, 11, 23), "high", [new Evidence(null, "https://example.org/source")]);

    public static Catalog Catalog { get; } = new()
    {
        Title = LanguageMap.Of("Données de Rennes"),
        Description = LanguageMap.Of("Les jeux de données de la ville et de la métropole de Rennes."),
        Publisher = "rennes",
        Licence = "lo-2.0",
        Issued = PartialDate.Of(new DateOnly(2026, 11, 23)),
    };

    public static Dataset Dataset { get; } = new()
    {
        Id = "water",
        Title = LanguageMap.Of("Qualité de l'eau"),
        Description = LanguageMap.Of("Analyses de l'eau potable, commune par commune, depuis 2016."),
        Publisher = "rennes",
        Themes = ["ENVI"],
        Competences = ["eau-potable"],
        Access = new AccessConditions("open"),
        Relation = "useful-to",
        Provenance = Provenance,
    };

    public static Distribution Distribution { get; } = new()
    {
        Id = "water-1",
        Title = LanguageMap.Of("Fichier CSV"),
        AccessUrl = "https://example.org/water",
    };

    public static DataService Service { get; } = new()
    {
        Id = "water-api",
        Title = LanguageMap.Of("API de l'eau"),
        Description = LanguageMap.Of("Analyses de l'eau potable, commune par commune, depuis 2016."),
        Publisher = "rennes",
        Themes = ["ENVI"],
        Competences = ["eau-potable"],
        EndpointUrl = "https://example.org/api",
        Access = new AccessConditions("open"),
        Provenance = Provenance,
    };

    public static DatasetSeries Series { get; } = new()
    {
        Id = "water-series",
        Title = LanguageMap.Of("L'eau par année"),
        Description = LanguageMap.Of("Une édition par année, avec les mêmes colonnes que la précédente."),
        Publisher = "rennes",
        Provenance = Provenance,
    };

    public static Model Model { get; } = new()
    {
        Id = "deliberations",
        Title = LanguageMap.Of("Délibérations"),
        Description = LanguageMap.Of("Les délibérations du conseil, séance par séance, avec leurs votes."),
        Competences = ["voirie"],
        Obligation = new Obligation("publication"),
        Provenance = Provenance,
    };

    public static LegalRule Rule { get; } = new()
    {
        Id = "minutes",
        Title = LanguageMap.Of("Publier le procès-verbal du conseil.", "Publish the minutes of the council."),
        Act = "publish",
        Scope = new RuleScope { Kinds = ["commune"] },
        Deadline = new RuleDeadline("none"),
        Article = "CGCT L2121-15",
        Status = "text-read",
        Provenance = Provenance,
    };

    public static Agent Agent { get; } = new()
    {
        Id = "rennes",
        Name = LanguageMap.Of("Ville de Rennes"),
        Kind = "commune",
        CheckedAt = new DateOnly(2026, 11, 23),
        Sources = [new Evidence(null, "https://example.org/source")],
    };

    public static ConceptScheme Scheme { get; } = new() { Id = "themes", Title = LanguageMap.Of("Thèmes", "Themes") };

    public static Concept Concept { get; } =
        new() { Scheme = "themes", Code = "ENVI", Label = LanguageMap.Of("Environnement", "Environment") };

    public static Territory Territory { get; } = new() { Kind = "commune", Code = "35238", Name = "Rennes" };
}
