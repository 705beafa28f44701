using System.Globalization;
using System.Text;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Storage;

namespace DataCatalog.Pages;

/// <summary>
/// Writes the letter with which an authority asks for data that are not open, or for those of an operator of its service. It says what the
/// entry and the catalogue's own rules of law say, and no more. It is in French, as the administrations are that it goes to: its texts
/// (<see cref="LetterTexts"/>) have no other language.
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
        var title = dataset.Title["fr"]!;
        var asker = territory?.Name ?? LetterTexts.Asker;
        string?[] parts =
        [
            $"{asker}\n{LetterTexts.Address}",
            Filled(LetterTexts.To, Holder(known, dataset)),
            Filled(LetterTexts.Dated, asker, Written(day.Today)),
            Filled(LetterTexts.Subject, title),
            LetterTexts.Greeting,
            Filled(LetterTexts.Source, known.Catalog.Title["fr"]!, title, iris.Dataset(dataset.Id).Value, Access(known, dataset)),
            Request(known, dataset, territory),
            Basis(dataset),
            Procedure(dataset),
            LetterTexts.Refusal,
            LetterTexts.Farewell,
            LetterTexts.Signature,
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
            LetterTexts.PostalAddress,
        ];
        return string.Join('\n', lines.OfType<string>());
    }

    private static string Access(ReferenceSnapshot known, Dataset dataset)
    {
        var text = new StringBuilder();
        if (known.FindConcept(Schemes.AccessRegimes, dataset.Access.Regime) is { } regime)
        {
            text.Append(regime.Definition?["fr"] is { } meaning
                ? Filled(LetterTexts.AccessMeaning, regime.Label["fr"]!, meaning)
                : Filled(LetterTexts.Access, regime.Label["fr"]!));
        }

        if (LabelsOf(known, Schemes.RestrictionReasons, dataset.Access.RestrictionReasons) is { Length: > 0 } reasons)
        {
            text.Append(' ').Append(Filled(LetterTexts.Reasons, reasons));
        }

        return text.ToString();
    }

    private static string Request(ReferenceSnapshot known, Dataset dataset, Territory? territory)
    {
        var place = territory is null ? LetterTexts.Territory : $"{territory.Name} ({territory.Code})";
        var purposes = LabelsOf(known, Schemes.Competences, dataset.Competences);
        return purposes.Length > 0
            ? Filled(LetterTexts.RequestForCompetences, place, purposes)
            : Filled(LetterTexts.Request, place);
    }

    private string? Basis(Dataset dataset)
    {
        var bases = LabelsOf(references.Current, Schemes.LegalBases, dataset.LegalBases);
        var cited = bases.Length > 0 ? Filled(LetterTexts.Cited, bases) : null;
        if (RuleFor(dataset) is not { } rule)
        {
            return cited;
        }

        string?[] sentences =
        [
            Filled(
                LetterTexts.Basis, Whole(rule.Article), Written(rule.Provenance.CheckedAt), rule.Title["fr"]!.TrimEnd('.', ' ')),
            rule.OtherArticles.Count > 0 ? Filled(LetterTexts.OtherArticles, string.Join(", ", rule.OtherArticles)) : null,
            rule.Deadline.Note?["fr"],
            cited,
        ];
        return string.Join(' ', sentences.OfType<string>());
    }

    private static string? Procedure(Dataset dataset) => dataset.Access.RequestUrl is { } address
        ? Filled(LetterTexts.Procedure, address)
        : null;

    /// <summary>Writes an article with the whole name of its code.</summary>
    private static string Whole(string article) =>
        Codes.FirstOrDefault(code => article.StartsWith(code.Short + " ", StringComparison.Ordinal)) is { Short: { } name } code
            ? $"{article[(name.Length + 1)..]} du {code.Long}"
            : article;

    private static string LabelsOf(ReferenceSnapshot known, string scheme, IReadOnlyList<string> codes) => string.Join(
        ", ", codes.Select(code => known.FindConcept(scheme, code) is { } concept ? concept.Label["fr"] : code));

    /// <summary>Fills a text of the letter, which is in French whatever the language of the page.</summary>
    private static string Filled(string text, params object[] values) => string.Format(French, text, values);

    private static string Written(DateOnly date) => date.ToString(date.Day == 1 ? "d'er' MMMM yyyy" : "d MMMM yyyy", French);
}
