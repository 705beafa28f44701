using System.Text.RegularExpressions;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Mapping;

/// <summary>How the articles of a competence were verified, in words. Its record has codes, with remarks in French that stay as they are.</summary>
internal static partial class LegalVerification
{
    public static LanguageMap? Words(string? status) => status is null ? null
        : LanguageMap.Of(Code.Replace(status, match => French(match.Value)), Code.Replace(status, match => English(match.Value)));

    private static string French(string code) => code switch
    {
        "S" => "nommé par une source secondaire",
        "N" => "non vérifié",
        ['V', .. var year] => $"lu dans le texte en vigueur en {year}",
        _ => $"lu dans un texte de {code[1..]}, qui a pu changer depuis",
    };

    private static string English(string code) => code switch
    {
        "S" => "named by a secondary source",
        "N" => "not verified",
        ['V', .. var year] => $"read in the text in force in {year}",
        _ => $"read in a text of {code[1..]}, which may have changed since",
    };

    [GeneratedRegex(@"\b([VH][0-9]{4}|[SN])\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code { get; }
}
