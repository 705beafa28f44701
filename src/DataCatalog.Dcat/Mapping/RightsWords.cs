using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Says in a sentence what one may do with a distribution.</summary>
internal static class RightsWords
{
    /// <summary>Says the access regime and the licence.</summary>
    /// <param name="regime">The name of the access regime.</param>
    /// <param name="licence">The name of the licence; null when it is not known.</param>
    public static LanguageMap Of(LanguageMap regime, LanguageMap? licence) => LanguageMap.Of(
        $"Accès : {regime["fr"]}. {(licence is null ? "La licence n'est pas connue" : $"Licence : {licence["fr"]}")}.",
        $"Access: {regime["en"] ?? regime["fr"]}. "
        + $"{(licence is null ? "The licence is not known" : $"Licence: {licence["en"] ?? licence["fr"]}")}.");
}
