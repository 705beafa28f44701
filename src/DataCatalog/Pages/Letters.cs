using System.Globalization;
using System.Text;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Storage;

namespace DataCatalog.Pages;

/// <summary>
/// Writes the letter with which an authority asks for data that are not open, or for those of an operator of its service. It says what the
/// entry and the catalogue's own rules of law say, and no more. It is in French, as the administrations are that it goes to.
/// </summary>
internal sealed class Letters(CatalogIris iris, References references, RecordReader<LegalRule> rules, ParisDay day)
{
    /// <summary>The rule that lets anyone ask for administrative documents.</summary>
    public const string RuleOfDocuments = "communication-documents";

    /// <summary>The rule that lets an authority ask for the data of the operator to whom it has given a service.</summary>
    public const string RuleOfOperators = "concessionnaire-donnees";

    /// <summary>The kind of agent that runs a public service under a contract.</summary>
    private const string Operator = "delegataire";

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private static readonly string[] OpenRegimes = [AccessConditions.Open, "open-with-account"];

    private static readonly (string Short, string Long)[] Codes =
        [("CRPA", "code des relations entre le public et l'administration"), ("CCP", "code de la commande publique")];

    /// <summary>Whether there is something to ask for: the data are not open, or an operator holds them.</summary>
    public bool Suits(Dataset dataset) => !IsOpen(dataset) || IsOfOperator(dataset);

    /// <summary>The rule on which the letter rests; null where this catalogue does not have it.</summary>
    public LegalRule? RuleFor(Dataset dataset) => rules.Find(IsOfOperator(dataset) ? RuleOfOperators : RuleOfDocuments)?.Record;

    /// <summary>Writes the letter.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="territory">The territory that asks; null leaves a place for its name.</param>
    public string Of(Dataset dataset, Territory? territory)
    {
        var known = references.Current;
        var asker = territory?.Name ?? "[votre collectivité]";
        string?[] parts =
        [
            $"{asker}\n[adresse]",
            $"À : {Holder(known, dataset)}",
            $"{asker}, le {Written(day.Today)}",
            $"Objet : demande d'accès aux données « {dataset.Title["fr"]} »",
            "Madame, Monsieur,",
            $"Le catalogue « {known.Catalog.Title["fr"]} » signale les données « {dataset.Title["fr"]} » "
                + $"({iris.Dataset(dataset.Id).Value}). {Access(known, dataset)}",
            Request(known, dataset, territory),
            Basis(dataset),
            Procedure(dataset),
            "Si vous refusez tout ou partie de cette demande, merci d'en indiquer le motif et le texte.",
            "Je vous prie d'agréer, Madame, Monsieur, l'expression de ma considération distinguée.",
            "[nom, qualité et signature]",
        ];
        return string.Join("\n\n", parts.OfType<string>()) + "\n";
    }

    private static bool IsOpen(Dataset dataset) => OpenRegimes.Contains(dataset.Access.Regime, StringComparer.Ordinal);

    private bool IsOfOperator(Dataset dataset) =>
        string.Equals(HolderOf(references.Current, dataset).Kind, Operator, StringComparison.Ordinal);

    /// <summary>Who makes the data, or else who publishes them.</summary>
    private static Agent HolderOf(ReferenceSnapshot known, Dataset dataset) =>
        (dataset.Creator is { } creator ? known.FindAgent(creator) : null) ?? known.FindAgent(dataset.Publisher)!;

    private static string Holder(ReferenceSnapshot known, Dataset dataset)
    {
        var holder = HolderOf(known, dataset);
        var name = holder.Name["fr"];
        string?[] lines =
        [
            name,
            holder.Contact is { } contact && !string.Equals(contact.Name, name, StringComparison.Ordinal) ? contact.Name : null,
            holder.Contact?.Email,
            holder.Contact?.Url ?? holder.Homepage,
            "[adresse postale : le catalogue ne la connaît pas]",
        ];
        return string.Join('\n', lines.OfType<string>());
    }

    private static string Access(ReferenceSnapshot known, Dataset dataset)
    {
        var text = new StringBuilder();
        if (known.FindConcept(Schemes.AccessRegimes, dataset.Access.Regime) is { } regime)
        {
            text.Append(French, $"Leur accès y est dit « {regime.Label["fr"]} »");
            text.Append(regime.Definition?["fr"] is { } meaning ? $" : {meaning}" : ".");
        }

        if (LabelsOf(known, Schemes.RestrictionReasons, dataset.Access.RestrictionReasons) is { Length: > 0 } reasons)
        {
            text.Append(French, $" Motif de la restriction : {reasons}.");
        }

        return text.ToString();
    }

    private static string Request(ReferenceSnapshot known, Dataset dataset, Territory? territory)
    {
        var place = territory is null ? "[territoire et code INSEE]" : $"{territory.Name} ({territory.Code})";
        var purposes = LabelsOf(known, Schemes.Competences, dataset.Competences);
        return $"Je demande ces données pour ce territoire : {place}, dans un format ouvert qu'un programme peut lire, "
            + "avec leur documentation"
            + (purposes.Length > 0 ? $", pour exercer ces compétences : {purposes}." : ".");
    }

    private string? Basis(Dataset dataset)
    {
        var bases = LabelsOf(references.Current, Schemes.LegalBases, dataset.LegalBases);
        var cited = bases.Length > 0 ? $"Textes que cite la fiche : {bases}." : null;
        if (RuleFor(dataset) is not { } rule)
        {
            return cited;
        }

        var others = rule.OtherArticles.Count > 0 ? $" ; voir aussi {string.Join(", ", rule.OtherArticles)}" : "";
        var note = rule.Deadline.Note?["fr"] is { } text ? $" {text}" : "";
        return $"Cette demande se fonde sur l'article {Whole(rule.Article)}{others} : « {rule.Title["fr"]} » "
            + $"(texte lu le {Written(rule.Provenance.CheckedAt)}).{note}{(cited is null ? "" : $" {cited}")}";
    }

    private static string? Procedure(Dataset dataset) => dataset.Access.RequestUrl is { } address
        ? $"Votre procédure de demande est décrite à {address} : dites-moi, s'il vous plaît, si une autre pièce est nécessaire."
        : null;

    /// <summary>Writes an article with the whole name of its code.</summary>
    private static string Whole(string article) =>
        Codes.FirstOrDefault(code => article.StartsWith(code.Short + " ", StringComparison.Ordinal)) is { Short: { } name } code
            ? $"{article[(name.Length + 1)..]} du {code.Long}"
            : article;

    private static string LabelsOf(ReferenceSnapshot known, string scheme, IReadOnlyList<string> codes) => string.Join(
        ", ", codes.Select(code => known.FindConcept(scheme, code) is { } concept ? concept.Label["fr"] : code));

    private static string Written(DateOnly date) => date.ToString(date.Day == 1 ? "d'er' MMMM yyyy" : "d MMMM yyyy", French);
}
