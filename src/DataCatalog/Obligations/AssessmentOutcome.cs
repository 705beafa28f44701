using DataCatalog.Dcat.Records;

namespace DataCatalog.Obligations;

/// <summary>A status with its reason in words. No wording blames anyone, since the catalogue does not know everything.</summary>
internal sealed record AssessmentOutcome(AssessmentStatus Status, LanguageMap Explanation)
{
    public static readonly AssessmentOutcome Found = new(AssessmentStatus.Found, LanguageMap.Of(
        "Un jeu de données de ce territoire suit le schéma du modèle.", "A dataset of this territory follows the model's schema."));

    public static readonly AssessmentOutcome CoveredNationally = new(AssessmentStatus.CoveredNationally, LanguageMap.Of(
        "Un jeu de données national couvre ce territoire selon le schéma du modèle."
        + " Que les données de la collectivité y soient toutes n'est pas vérifié.",
        "A national dataset covers this territory with the model's schema."
        + " Whether all of the authority's data are in it has not been checked."));

    public static readonly AssessmentOutcome NotFound = new(AssessmentStatus.NotFound, LanguageMap.Of(
        "Ce catalogue ne connaît pas de jeu de données qui y réponde ; il ne prétend pas tout connaître.",
        "This catalogue knows of no dataset that answers it; it does not claim to know everything."));

    public static readonly AssessmentOutcome BelowThreshold = new(AssessmentStatus.NotApplicable, LanguageMap.Of(
        "La population du territoire est sous le seuil de l'obligation.",
        "The territory's population is below the threshold of the obligation."));

    public static readonly AssessmentOutcome UnknownRole = Undetermined(
        "Ce catalogue ne dit pas quelles compétences s'exercent à cet échelon.",
        "This catalogue does not say which competences are held at this level.");

    public static readonly AssessmentOutcome HeldElsewhere = Undetermined(
        "La compétence est habituellement exercée par une autre collectivité.", "The competence is usually held by another authority.");

    public static readonly AssessmentOutcome UnknownPopulation = Undetermined(
        "L'obligation dépend de la population, qui n'est pas connue.", "The obligation depends on the population, which is not known.");

    public static readonly AssessmentOutcome UnknownStaff = Undetermined(
        "L'obligation dépend aussi de l'effectif de la collectivité, que ce catalogue ne connaît pas.",
        "The obligation also depends on the authority's staff, which this catalogue does not know.");

    public static readonly AssessmentOutcome NoSchema = Undetermined(
        "Le modèle n'a pas de schéma auquel reconnaître un jeu de données qui y réponde.",
        "The model has no schema by which to recognise a dataset that answers it.");

    public static readonly AssessmentOutcome MayBeTransferred = Undetermined(
        "La compétence peut être transférée, facultative ou déléguée : l'obligation est peut-être celle d'une autre collectivité.",
        "The competence may be transferred, optional or contracted out: the obligation may be another's.");

    public static readonly AssessmentOutcome CoveredInPart = Undetermined(
        "Un jeu de données national suit le schéma du modèle, mais ne couvre qu'une partie de ce qu'il annonce.",
        "A national dataset follows the model's schema, but covers only a part of what it names.");

    public static readonly AssessmentOutcome UnknownSchema = Undetermined(
        "Le territoire a des jeux de données de la même compétence, dont le schéma n'est pas connu : ils y répondent peut-être.",
        "The territory has datasets of the same competence whose schema is not known: they may answer it.");

    private static AssessmentOutcome Undetermined(string french, string english) =>
        new(AssessmentStatus.Undetermined, LanguageMap.Of(french, english));
}
