using DataCatalog.Dcat.Records;

namespace DataCatalog.Obligations;

/// <summary>How an obligation stands for a territory in this catalogue.</summary>
/// <param name="Code">Its stable name.</param>
/// <param name="Label">What people call it.</param>
internal sealed record ObligationStatus(string Code, LanguageMap Label)
{
    public static readonly ObligationStatus Found = new("found", LanguageMap.Of("Trouvé ici", "Found here"));

    public static readonly ObligationStatus CoveredNationally =
        new("covered-nationally", LanguageMap.Of("Couvert par un jeu de données national", "Covered by a national dataset"));

    public static readonly ObligationStatus NotFound = new("not-found", LanguageMap.Of("Non trouvé dans ce catalogue", "Not found in this catalogue"));

    public static readonly ObligationStatus NotApplicable = new("not-applicable", LanguageMap.Of("Sans objet", "Not applicable"));

    public static readonly ObligationStatus CannotBeTold = new("cannot-be-told", LanguageMap.Of("On ne peut pas le dire", "Cannot be told"));

    public static readonly IReadOnlyList<ObligationStatus> All = [Found, CoveredNationally, NotFound, NotApplicable, CannotBeTold];
}
