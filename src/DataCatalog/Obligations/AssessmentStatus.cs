using DataCatalog.Dcat.Records;

namespace DataCatalog.Obligations;

/// <summary>The status of an obligation for a territory in this catalogue.</summary>
/// <param name="Code">The code, which never changes.</param>
/// <param name="Label">The label.</param>
internal sealed record AssessmentStatus(string Code, LanguageMap Label)
{
    public static readonly AssessmentStatus Found = new("found", LanguageMap.Of("Trouvé ici", "Found here"));

    public static readonly AssessmentStatus CoveredNationally =
        new("covered-nationally", LanguageMap.Of("Couvert par un jeu de données national", "Covered by a national dataset"));

    public static readonly AssessmentStatus NotFound =
        new("not-found", LanguageMap.Of("Non trouvé dans ce catalogue", "Not found in this catalogue"));

    public static readonly AssessmentStatus NotApplicable = new("not-applicable", LanguageMap.Of("Sans objet", "Not applicable"));

    public static readonly AssessmentStatus Undetermined = new("undetermined", LanguageMap.Of("Indéterminé", "Undetermined"));

    public static readonly IReadOnlyList<AssessmentStatus> All = [Found, CoveredNationally, NotFound, NotApplicable, Undetermined];
}
