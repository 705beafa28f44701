using System.Text.RegularExpressions;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Translates the codes in the record of a competence into words. The remarks after the codes are in French and stay.</summary>
internal static partial class CompetenceWords
{
    /// <summary>Translates how a kind of authority holds the competence.</summary>
    public static LanguageMap? Role(string? role) =>
        role is null ? null : LanguageMap.Of(RoleCode.Replace(role, match => RoleInFrench(match.Value)));

    /// <summary>Translates how the legal reference was verified.</summary>
    public static LanguageMap? Verification(string? status) => status is null ? null
        : LanguageMap.Of(Code.Replace(status, match => French(match.Value)), Code.Replace(status, match => English(match.Value)));

    private static string RoleInFrench(string code) => code switch
    {
        "mandatory" => "obligatoire",
        "optional" => "facultative",
        "none" => "non exercée",
        "shared" => "partagée",
        "police power" => "pouvoir de police",
        "service optional" => "service facultatif",
        _ => "si le service est délégué",
    };

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

    [GeneratedRegex(
        @"\b(mandatory|service optional|optional|none|shared|police power|if service delegated)\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoleCode { get; }

    [GeneratedRegex(@"\b([VH][0-9]{4}|[SN])\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code { get; }
}
