using System.Globalization;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Says in words how the articles of a competence were verified.</summary>
internal static class CompetenceWords
{
    public static LanguageMap? Verification(Competence competence) => competence.LegalReferenceStatus switch
    {
        "text-read" => LanguageMap.Of(
            $"lu dans le texte en vigueur en {Year(competence)}", $"read in the text in force in {Year(competence)}"),
        "older-text" => LanguageMap.Of(
            $"lu dans un texte de {Year(competence)}, qui a pu changer depuis",
            $"read in a text of {Year(competence)}, which may have changed since"),
        "secondary" => LanguageMap.Of("nommé par une source secondaire", "named by a secondary source"),
        "unverified" => LanguageMap.Of("non vérifié", "not verified"),
        _ => null,
    };

    private static string? Year(Competence competence) => competence.LegalReferenceYear?.ToString(CultureInfo.InvariantCulture);
}
