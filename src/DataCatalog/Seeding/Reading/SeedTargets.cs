using DataCatalog.Dcat.Rules;

namespace DataCatalog.Seeding.Reading;

/// <summary>The files of a seed folder in which the targets of references stand.</summary>
internal static class SeedTargets
{
    public const string Schemes = "vocabularies/schemes.csv";
    public const string Datasets = "datasets.csv";

    /// <summary>The kinds of territories and their files, without folder and <c>.csv</c>.</summary>
    public static readonly IReadOnlyList<(string Kind, string File)> Territories =
    [
        ("country", "countries"), ("country-subset", "country-subsets"), ("region", "regions"), ("collectivite", "collectivites"),
        ("departement", "departements"), ("epci", "epci"), ("ept", "ept"), ("commune", "communes"),
        ("arrondissement-municipal", "arrondissements-municipaux"),
    ];

    private static readonly Dictionary<string, string> Files = Territories.Append((Kind: "former-commune", File: "former-communes"))
        .ToDictionary(kind => $"territories/{kind.Kind}", kind => $"territories/{kind.File}.csv", StringComparer.Ordinal);

    /// <summary>The file with the target of a reference.</summary>
    public static string FileOf(Reference reference) => Files.GetValueOrDefault(reference.Target) ?? $"{reference.Target}.csv";
}
