using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Says in a sentence which kinds of user may have restricted data.</summary>
internal static class AudienceWords
{
    private static readonly Dictionary<string, LanguageMap> Roles = new(StringComparer.Ordinal)
    {
        ["local_authority_and_administration"] = LanguageMap.Of("collectivités et administrations", "authorities"),
        ["company_and_association"] = LanguageMap.Of("entreprises et associations", "companies and associations"),
        ["private"] = LanguageMap.Of("particuliers", "individuals"),
    };

    private static readonly Dictionary<string, LanguageMap> Conditions = new(StringComparer.Ordinal)
    {
        ["yes"] = LanguageMap.Of("oui", "yes"),
        ["no"] = LanguageMap.Of("non", "no"),
        ["under_condition"] = LanguageMap.Of("sous condition", "under conditions"),
    };

    /// <summary>Returns null where nothing is known of any kind of user.</summary>
    public static LanguageMap? Of(IReadOnlyList<Audience> audiences) => audiences.Count == 0 ? null : LanguageMap.Of(
        $"Qui peut les obtenir : {Listed(audiences, "fr", " : ", " ; ")}.", $"Who may have them: {Listed(audiences, "en", ": ", "; ")}.");

    private static string Listed(IEnumerable<Audience> audiences, string language, string colon, string separator) => string.Join(
        separator, audiences.Select(audience => $"{Roles[audience.Role][language]}{colon}{Conditions[audience.Condition][language]}"));
}
