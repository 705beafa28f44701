using DataCatalog.Dcat.Records;

namespace DataCatalog.Configuration;

/// <summary>What the catalogue says of itself.</summary>
internal static class AboutCatalog
{
    public static readonly Catalog Catalog = new()
    {
        Title = LanguageMap.Of("Données utiles aux communes", "Data for municipalities"),
        Description = LanguageMap.Of(
            "La cartographie des jeux de données disponibles pour les collectivités : ce qui existe pour chaque compétence et chaque "
            + "territoire, sous quelle licence, pour qui, et ce que la loi demande de publier.",
            "The mapping of datasets available to French local authorities: what exists for each competence and territory, under which "
            + "licence, for whom, and what the law asks to publish."),
        Publisher = "datacatalog",
        Licence = "lov2",
        Languages = ["FRA"],
        Territories = ["country:FRA"],
        Issued = new DateOnly(2026, 11, 24),
    };
}
