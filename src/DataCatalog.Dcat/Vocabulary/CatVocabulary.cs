using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Vocabulary;

/// <summary>A term of ours: what it means, and the standard term it refines or stands beside.</summary>
/// <param name="Name">The last part of its IRI.</param>
/// <param name="Label">Its name in French and English.</param>
/// <param name="Comment">What it says.</param>
/// <param name="Broader">The standard class or property that it is a special case of.</param>
/// <param name="SeeAlso">A standard term of the same subject.</param>
public sealed record TermDefinition(string Name, LanguageMap Label, LanguageMap Comment, Iri? Broader = null, Iri? SeeAlso = null)
{
    /// <summary>Classes are written with a capital.</summary>
    public bool IsClass => char.IsAsciiLetterUpper(Name[0]);
}

/// <summary>
/// Our own vocabulary, kept as small as it can be: each term exists because DCAT-AP 3.0.1 has none, and points to DCAT-AP, DPV or ODRL
/// where a term of the same subject stands. <c>schema/cat.ttl</c> is this table in Turtle.
/// </summary>
public static class CatVocabulary
{
    private const string Dpv = "https://w3id.org/dpv#";
    private const string Odrl = "http://www.w3.org/ns/odrl/2/";

    public static readonly IReadOnlyList<TermDefinition> Terms =
    [
        Term(CatTerms.AccessConditions, "Conditions d'accès", "Access conditions",
            "Qui peut obtenir les données, et comment les demander.", "Who may have the data, and how to ask for them.",
            seeAlso: DcTerms.RightsStatement),
        Term(CatTerms.Audience, "Public", "Audience",
            "Une catégorie d'utilisateurs et la condition qui s'applique à elle.", "A kind of user and the condition that holds for it.",
            seeAlso: new Iri(Odrl + "Party")),
        Term(CatTerms.Facet, "Facette", "Facet",
            "Une propriété des réponses d'une recherche, avec le nombre de réponses par valeur.",
            "A property of the answers of a search, with the number of answers for each value."),
        Term(CatTerms.FacetCount, "Décompte d'une valeur", "Count of a value",
            "Le nombre de réponses qui ont une valeur ; rdfs:seeAlso est la recherche réduite à cette valeur.",
            "The number of answers that have a value; rdfs:seeAlso is the search narrowed to that value."),
        Term(CatTerms.Highlights, "Mots trouvés", "Words found",
            "Où les mots d'une recherche se trouvent dans un jeu de données.", "Where the words of a search are in a dataset."),
        Term(CatTerms.Model, "Modèle de jeu de données", "Dataset model",
            "Ce qu'une collectivité est censée produire : un schéma et l'obligation qui le porte. Ce n'est pas un jeu de données.",
            "What a local authority is expected to produce: a schema and the obligation behind it. It is not a dataset.",
            seeAlso: DcTerms.Standard),
        Term(CatTerms.Obligation, "Obligation", "Obligation",
            "Ce que la règle demande, à qui, dans quel délai et pour quelle destination.",
            "What the rule asks, of whom, by when and to which destination.",
            seeAlso: new Iri(Odrl + "Duty")),
        Term(CatTerms.ReuseExample, "Exemple de réutilisation", "Reuse example",
            "Une réutilisation réelle, donnée en exemple.", "A real reuse, as an example to follow."),
        Term(CatTerms.AccessRegime, "Régime d'accès", "Access regime",
            "Le régime d'accès, plus précis que le code européen de droits d'accès.",
            "The access regime, finer than the EU access-right code.", seeAlso: DcTerms.AccessRights),
        Term(CatTerms.AudienceCondition, "Condition", "Condition",
            "yes, no ou under_condition, comme sur data.gouv.fr.", "yes, no or under_condition, as on data.gouv.fr.",
            seeAlso: new Iri(Odrl + "constraint")),
        Term(CatTerms.AudienceRole, "Catégorie d'utilisateurs", "Kind of user",
            "local_authority_and_administration, company_and_association ou private, comme sur data.gouv.fr.",
            "local_authority_and_administration, company_and_association or private, as on data.gouv.fr.",
            seeAlso: new Iri(Odrl + "assignee")),
        Term(CatTerms.BanaticCode, "Code BANATIC", "BANATIC code",
            "Code de la compétence dans la base nationale sur l'intercommunalité.",
            "The competence's code in the national database on intermunicipal bodies.", Skos.Notation),
        Term(CatTerms.ByTerritory, "Collectivité", "Local authority",
            "Le territoire qui a réalisé la réutilisation.", "The territory that made the reuse.", DcTerms.Spatial),
        Term(CatTerms.CommuneRole, "Rôle de la commune", "Role of the commune",
            "Comment la commune exerce la compétence.", "How the commune holds the competence."),
        Term(CatTerms.Communes, "Communes", "Communes",
            "Relie un territoire à la liste des communes qu'il contient.", "Links a territory to the list of the communes within it."),
        Term(CatTerms.Confidence, "Confiance", "Confidence",
            "Degré de confiance dans les faits de la notice : high ou medium.", "How sure the facts of the record are: high or medium."),
        Term(CatTerms.ContractClause, "Clause de contrat", "Contract clause",
            "Type de clause qui garde à la collectivité la maîtrise des données d'un service délégué.",
            "Kind of clause that keeps the authority in control of the data of a contracted-out service.", seeAlso: new Iri(Odrl + "Duty")),
        Term(CatTerms.Count, "Décompte", "Count", "Nombre de réponses.", "Number of answers.", seeAlso: Hydra.TotalItems),
        Term(CatTerms.Coverage, "Complétude de la couverture", "Coverage completeness",
            "Si les données couvrent tous les territoires annoncés, une partie, ou un pilote.",
            "Whether the data cover all the territories named, some of them, or a pilot.", seeAlso: DcTerms.Spatial),
        Term(CatTerms.Deadline, "Délai", "Deadline",
            "Délai pour satisfaire l'obligation, en durée ISO 8601.", "Time to comply, as an ISO 8601 duration."),
        Term(CatTerms.DeadlineNote, "Précision sur le délai", "Deadline note",
            "À partir de quoi le délai court.", "What the deadline counts from."),
        Term(CatTerms.Destination, "Destination", "Destination",
            "La plateforme qui reçoit les données.", "The platform that receives the data.", seeAlso: new Iri(Dpv + "hasRecipient")),
        Term(CatTerms.EpciRole, "Rôle de l'EPCI", "Role of the intermunicipal body",
            "Comment l'EPCI à fiscalité propre exerce la compétence.", "How the intermunicipal body holds the competence."),
        Term(CatTerms.Evidence, "Preuve", "Evidence",
            "Où un fait de la notice a été lu.", "Where a fact of the record was read.", seeAlso: DcTerms.Source),
        Term(CatTerms.Excerpt, "Extrait", "Excerpt",
            "Extrait de la description, où les mots trouvés sont marqués.", "A part of the description with the words found marked."),
        Term(CatTerms.FacetValue, "Valeur", "Value", "Une valeur de la facette.", "A value of the facet."),
        Term(CatTerms.FormerCode, "Ancien code", "Former code",
            "Code officiel que le territoire, ou l'un de ceux qu'il a absorbés, a porté.",
            "An official code that the territory, or one that merged into it, has had.", Skos.Notation),
        Term(CatTerms.FormerStatus, "Statut d'ancienne commune", "Status of a former commune",
            "deleguee, associee ou ancien-code : ce qu'est aujourd'hui une ancienne commune.",
            "deleguee, associee or ancien-code: what a former commune is today."),
        Term(CatTerms.Granularity, "Maille", "Granularity",
            "Le plus petit objet que les données distinguent.", "The smallest thing that the data tell apart.",
            seeAlso: new Iri("http://www.w3.org/ns/dcat#spatialResolutionInMeters")),
        Term(CatTerms.HasAccessConditions, "conditions d'accès", "access conditions",
            "Relie une ressource à ses conditions d'accès.", "Links a resource to its access conditions.", seeAlso: DcTerms.AccessRights),
        Term(CatTerms.HasAudience, "public concerné", "audience",
            "Relie des conditions d'accès à un public.", "Links access conditions to an audience.", seeAlso: new Iri(Odrl + "assignee")),
        Term(CatTerms.HasFacet, "Facette", "Facet", "Un décompte des réponses.", "A count of the answers."),
        Term(CatTerms.HasHighlights, "Mots trouvés", "Words found", "Les mots trouvés, par jeu de données.", "The words found, by dataset."),
        Term(CatTerms.HasObligation, "obligation", "obligation",
            "Relie un modèle à l'obligation qui le porte.", "Links a model to the obligation behind it.", seeAlso: new Iri(Odrl + "obligation")),
        Term(CatTerms.HasReuseExample, "exemple de réutilisation", "reuse example",
            "Relie un jeu de données à un exemple de réutilisation.", "Links a dataset to an example of its reuse.",
            seeAlso: DcTerms.IsReferencedBy),
        Term(CatTerms.IsCore, "compétence cœur", "core competence",
            "Si toute cartographie devrait avoir des entrées pour cette compétence.",
            "Whether every mapping should have entries for this competence."),
        Term(CatTerms.IsRelaxed, "réponse élargie", "relaxed answer",
            "Si aucune entrée n'a tous les mots cherchés, et que celles-ci en ont certains.",
            "Whether no entry has all of the words that were looked for, and these have some."),
        Term(CatTerms.LegalBasis, "Base légale", "Legal basis",
            "Le texte qui fonde la production, la diffusion ou la restriction des données.",
            "The text on which the making, publication or restriction of the data rests.", seeAlso: DcatAp.ApplicableLegislation),
        Term(CatTerms.LegalReference, "Référence légale", "Legal reference",
            "Les articles qui définissent la compétence.", "The articles that define the competence."),
        Term(CatTerms.LegalReferenceStatus, "Vérification de la référence", "Status of the legal reference",
            "V suivi de l'année : lu en vigueur ; H suivi de l'année : lu dans une version ancienne ; S : source secondaire ; N : non vérifié.",
            "V and the year: read as in force; H and the year: read in an older version; S: secondary source; N: not verified."),
        Term(CatTerms.MapsTo, "correspond à", "maps to",
            "Le terme officiel qui tient lieu de celui-ci en DCAT-AP.", "The official term that stands for this one in DCAT-AP.",
            Skos.BroadMatch),
        Term(CatTerms.MinimumPopulation, "Seuil de population", "Population threshold",
            "Nombre d'habitants à partir duquel l'obligation vaut.", "Number of inhabitants from which the obligation holds."),
        Term(CatTerms.MinimumStaff, "Seuil d'effectif", "Staff threshold",
            "Nombre d'agents en équivalents temps plein à partir duquel l'obligation vaut.",
            "Number of full-time equivalents from which the obligation holds."),
        Term(CatTerms.ObligationType, "Type d'obligation", "Type of obligation",
            "Publication, transmission, communication sur demande, ou aucune.", "Publication, transmission, communication on request, or none."),
        Term(CatTerms.PersonalData, "Données personnelles", "Personal data",
            "Si les données sont personnelles, et sous quelle forme.", "Whether the data are personal, and in what form.",
            seeAlso: new Iri(Dpv + "hasData")),
        Term(CatTerms.Population, "Population", "Population",
            "Nombre d'habitants, population municipale.", "Number of inhabitants."),
        Term(CatTerms.Postcode, "Code postal", "Postcode",
            "Code postal desservant la commune ; il peut en desservir d'autres.", "A postcode of the commune; others may share it."),
        Term(CatTerms.ProducerKind, "Type de producteur", "Kind of producer",
            "Le type de producteur, plus précis que la liste ADMS.", "The kind of producer, finer than the ADMS list.", seeAlso: DcTerms.Type),
        Term(CatTerms.Relation, "Relation aux collectivités", "Relation to local authorities",
            "Si les données sont produites par les collectivités, utiles à elles, ou les deux.",
            "Whether the data are produced by local authorities, useful to them, or both."),
        Term(CatTerms.ResolvedFrom, "Demandé sous", "Resolved from",
            "L'identifiant demandé, quand la réponse est le territoire auquel cet ancien code appartient aujourd'hui.",
            "The identifier that was asked for, when the answer is the territory that this old code belongs to now."),
        Term(CatTerms.RuleStatus, "Vérification de la règle", "Status of the rule",
            "verified, secondary ou unverified.", "verified, secondary or unverified."),
        Term(CatTerms.Siren, "SIREN", "SIREN",
            "Numéro SIREN de l'organisme.", "The body's SIREN number.", Skos.Notation),
        Term(CatTerms.Suggestion, "Suggestion", "Suggestion",
            "La même recherche, correctement orthographiée.", "The same search, rightly spelt."),
        Term(CatTerms.TitleWithMarks, "Titre marqué", "Title with marks",
            "Le titre, où les mots trouvés sont marqués.", "The title with the words found marked."),
        Term(CatTerms.Unknown, "Inconnu", "Unknown",
            "Le nom d'un fait qui a été cherché et n'a pas été trouvé : license, frequency, temporal, contactPoint, spatial...",
            "The name of a fact that was looked for and not found: license, frequency, temporal, contactPoint, spatial..."),
        Term(CatTerms.UrlTemplate, "Modèle d'adresse", "Address template",
            "Adresse où {insee}, {siren}, {departement} ou {region} se remplace par le code d'un territoire.",
            "An address in which {insee}, {siren}, {departement} or {region} stands for the code of a territory.",
            seeAlso: new Iri("http://www.w3.org/ns/hydra/core#template")),
    ];

    private static TermDefinition Term(
        string name, string french, string english, string frenchComment, string englishComment, Iri? broader = null, Iri? seeAlso = null) =>
        new(name, LanguageMap.Of(french, english), LanguageMap.Of(frenchComment, englishComment), broader, seeAlso);
}
