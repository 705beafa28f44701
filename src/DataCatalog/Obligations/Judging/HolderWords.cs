using DataCatalog.Dcat.Records;
using DataCatalog.Territories.Holders;

namespace DataCatalog.Obligations.Judging;

/// <summary>Says in one plain sentence who holds a competence where an authority is concerned.</summary>
internal static class HolderWords
{
    private static readonly LanguageMap Unknown = LanguageMap.Of(
        "Ce catalogue ne dit pas qui l'exerce habituellement à cet échelon.",
        "This catalogue does not say who usually holds it at this level.");

    public static LanguageMap Of(Concept competence, Holder holder)
    {
        var holding = CompetenceHoldings.Of(competence, holder);
        if (holding is CompetenceHolding.Unknown || CompetenceHoldings.RoleOf(competence, holder) is not { } role)
        {
            return Unknown;
        }

        var name = NameOf(holder);
        return holding switch
        {
            CompetenceHolding.Held when role.Role is "police-power" => LanguageMap.Of(
                "Le maire l'exerce, par son pouvoir de police.", "The mayor holds it, as the police authority."),
            CompetenceHolding.Held => LanguageMap.Of($"{name.French} l'exerce.", $"{name.English} holds it."),
            CompetenceHolding.Elsewhere => Elsewhere(competence, holder, name),
            _ => Varies(role, holder, name),
        };
    }

    private static LanguageMap Elsewhere(Concept competence, Holder holder, Name name) =>
        CompetenceHoldings.GroupingThatHolds(competence, holder) is { } other
            ? LanguageMap.Of(
                $"{NameOf(other).French} l'exerce à la place de {name.Lower}.",
                $"{NameOf(other).English} holds it in place of {name.LowerEnglish}.")
        : holder.Kind is not "commune" && MayBeOfCommunes(competence)
            ? LanguageMap.Of(
                $"{name.French} ne l'exerce pas : les communes l'exercent.", $"{name.English} does not hold it: the communes do.")
        : LanguageMap.Of(
            $"{name.French} ne l'exerce pas : une autre autorité l'exerce.", $"{name.English} does not hold it: another authority does.");

    /// <summary>Whether communes hold a competence, always or unless it was transferred.</summary>
    private static bool MayBeOfCommunes(Concept competence) => competence.Competence!.Roles.Any(role =>
        role is { Holder: "commune", Role: HolderRole.Mandatory or "unless-transferred" or "police-power" });

    private static LanguageMap Varies(HolderRole role, Holder holder, Name name) => role switch
    {
        { MinimumPopulation: { } least } => LanguageMap.Of(
            $"{name.French} l'exerce si elle le décide ; la loi l'y oblige à partir de {Reasoning.InFrench(least)} habitants.",
            $"{name.English} holds it by choice; the law requires it from {Reasoning.InEnglish(least)} inhabitants on."),
        { Role: "unless-transferred" } when holder.Grouping is { } grouping => LanguageMap.Of(
            $"{name.French} l'exerce, sauf transfert à {NameOf(grouping).Lower}.",
            $"{name.English} holds it, unless it has passed to {NameOf(grouping).LowerEnglish}."),
        { Role: "shared" } => LanguageMap.Of(
            $"{name.French} la partage avec d'autres autorités.", $"{name.English} shares it with other authorities."),
        { Role: "when-delegated" } => LanguageMap.Of(
            $"{name.French} ne l'exerce que si un de ses services est confié à un opérateur.",
            $"{name.English} holds it only if one of its services is contracted out."),
        _ => LanguageMap.Of(
            $"{name.French} l'exerce selon le cas : par choix, par transfert ou sous une condition de la loi.",
            $"{name.English} may hold it: by choice, by transfer or under a condition of the law."),
    };

    private static Name NameOf(Holder holder) => holder switch
    {
        { Kind: "commune" } => new("la commune", "the commune"),
        { Kind: "ept" } => new("l'établissement public territorial", "the établissement public territorial"),
        { LegalForm: "CC" } => new("la communauté de communes", "the communauté de communes"),
        { LegalForm: "CA" } => new("la communauté d'agglomération", "the communauté d'agglomération"),
        { LegalForm: "CU" } => new("la communauté urbaine", "the communauté urbaine"),
        { LegalForm: "METRO" } => new("la métropole", "the métropole"),
        { LegalForm: "METLYON" } => new("la Métropole de Lyon", "the Métropole de Lyon"),
        { LegalForm: "AMP" } => new("la Métropole d'Aix-Marseille-Provence", "the Métropole d'Aix-Marseille-Provence"),
        { LegalForm: "MGP" } => new("la Métropole du Grand Paris", "the Métropole du Grand Paris"),
        _ => new("l'intercommunalité", "the intermunicipal body"),
    };

    /// <summary>What a sentence calls an authority, in the middle of it and at its beginning.</summary>
    private sealed record Name(string Lower, string LowerEnglish)
    {
        public string French => Capital(Lower);

        public string English => Capital(LowerEnglish);

        private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
    }
}
