using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Says in sentences whether one may reuse a dataset or one of its files. No sentence names a licence that is not known.</summary>
internal static class RightsWords
{
    /// <summary>
    /// The kinds of producer that are administrations in the sense of CRPA L300-2: the State, its bodies and local authorities. A private
    /// body in charge of a public service is one for that service only, which this catalogue does not know of a dataset.
    /// </summary>
    private static readonly string[] PublicBodies =
        ["etat", "operateur-etat", "commune", "epci", "departement", "region", "syndicat"];

    /// <summary>
    /// What the law says where the producer names no licence. Read in the CRPA as in force on 2026-04-03: anyone may use public information
    /// for other purposes than the public service (L321-1, L300-2), unless third parties have intellectual property in it (L321-2),
    /// unaltered, with its source and the date of its last update (L322-1); the producer may set conditions by a licence (L323-1).
    /// https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000031366350
    /// </summary>
    private static readonly LanguageMap PublicInformation = LanguageMap.Of(
        "La licence n'est pas connue, mais le producteur est une administration : toute personne peut réutiliser ses informations"
        + " publiques, sans les altérer et en citant la source et la date de mise à jour (CRPA, articles L321-1 et L322-1),"
        + " sauf droits de tiers ou conditions qu'il a fixées.",
        "The licence is not known, but the producer is a public body: anyone may reuse its public information, without altering it,"
        + " and with its source and the date of its last update (French CRPA, articles L321-1 and L322-1),"
        + " unless third parties have rights in it or the producer has set conditions.");

    private static readonly LanguageMap AskProducer = LanguageMap.Of(
        "La licence n'est pas connue : demander au producteur avant de réutiliser.",
        "The licence is not known: ask the producer before reuse.");

    private static readonly LanguageMap Unlicensed = LanguageMap.Of("La licence n'est pas connue.", "The licence is not known.");

    /// <summary>Whether those who make and publish the data are administrations.</summary>
    public static bool ArePublicBodies(Agent publisher, Agent? creator) =>
        PublicBodies.Contains(publisher.Kind, StringComparer.Ordinal)
        && (creator is null || PublicBodies.Contains(creator.Kind, StringComparer.Ordinal));

    /// <summary>Says the access regime of a distribution, and its licence or what holds without one.</summary>
    /// <param name="regime">The access regime.</param>
    /// <param name="licence">The licence; null when it is not known.</param>
    /// <param name="arePublicBodies">Whether those who make and publish the data are administrations.</param>
    public static LanguageMap OfDistribution(Concept regime, Concept? licence, bool arePublicBodies) => Joined(
        LanguageMap.Of($"Accès : {French(regime)}.", $"Access: {English(regime)}."),
        licence is not null ? Named(licence) : !IsOpen(regime.Code) ? Unlicensed : WithoutLicence(arePublicBodies));

    /// <summary>Says whether one may reuse a dataset.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="regime">Its access regime.</param>
    /// <param name="licences">What is known of its licences.</param>
    /// <param name="arePublicBodies">Whether those who make and publish the data are administrations.</param>
    public static LanguageMap OfDataset(
        Dataset dataset, Concept regime, KnownLicences licences, bool arePublicBodies) => IsOpen(regime.Code)
        ? Joined(
            licences.Seen is [null] ? WithoutLicence(arePublicBodies) : Licensed(licences.Seen),
            licences is { Seen: [null], Platform: { } platform, Default: { } licence } ? ByDefault(platform, licence) : null,
            regime.Code is AccessConditions.Open ? null : regime.Definition,
            dataset.PersonalData is "personal" or "pseudonymised" or "sensitive" ? PersonalData : null)
        : Joined(
            regime.Definition ?? regime.Label,
            AudienceWords.Of(dataset.Access.Audiences),
            dataset.Access.RequestUrl is { } page ? LanguageMap.Of($"Demande : {page}", $"Request: {page}") : null);

    private static LanguageMap PersonalData => LanguageMap.Of(
        "Données personnelles : le RGPD s'applique.", "Personal data: the GDPR applies.");

    /// <summary>Tells whether everybody may have the data: then nothing but facts that many datasets share decides what is said.</summary>
    public static bool IsOpen(string regime) => regime is AccessConditions.Open or "open-with-account";

    private static LanguageMap WithoutLicence(bool arePublicBodies) => arePublicBodies ? PublicInformation : AskProducer;

    private static LanguageMap ByDefault(Concept platform, Concept licence) => LanguageMap.Of(
        $"Par défaut, la plateforme {French(platform)} publie sous {French(licence)} ; cette licence n'a pas été vue sur la fiche.",
        $"By default, the platform {English(platform)} publishes under {English(licence)}; this licence was not seen on the record.");

    private static LanguageMap Named(Concept licence) => LanguageMap.Of($"Licence : {French(licence)}.", $"Licence: {English(licence)}.");

    private static LanguageMap Licensed(IReadOnlyList<Concept?> licences) => licences is [{ } licence]
        ? Joined(
            LanguageMap.Of($"Réutilisation sous {French(licence)}.", $"Reuse under {English(licence)}."),
            FirstSentence(licence.Definition))
        : LanguageMap.Of(
            "La licence dépend du fichier : chaque distribution dit la sienne.",
            "The licence depends on the file: each distribution states its own.");

    /// <summary>Returns the first sentence of the definition of a licence, which says what it allows.</summary>
    private static LanguageMap? FirstSentence(LanguageMap? definition) => definition is null ? null : new(
        definition.Select(text => text.Value.IndexOf(". ", StringComparison.Ordinal) is >= 0 and var end
            ? KeyValuePair.Create(text.Key, text.Value[..(end + 1)])
            : text));

    private static LanguageMap Joined(params IEnumerable<LanguageMap?> sentences)
    {
        LanguageMap[] said = [.. sentences.OfType<LanguageMap>()];
        return LanguageMap.Of(
            string.Join(' ', said.Select(sentence => sentence["fr"])),
            string.Join(' ', said.Select(sentence => sentence["en"] ?? sentence["fr"])));
    }

    private static string French(Concept concept) => concept.Label["fr"]!;

    private static string English(Concept concept) => concept.Label["en"] ?? French(concept);
}

/// <summary>What is known of the licences of a dataset.</summary>
/// <param name="Seen">Those of the dataset and its distributions, each once; null among them is an unknown one.</param>
/// <param name="Platform">The platform on which its record is published, where that is known.</param>
/// <param name="Default">The default licence of the platform, where no licence was seen.</param>
internal sealed record KnownLicences(IReadOnlyList<Concept?> Seen, Concept? Platform, Concept? Default);
