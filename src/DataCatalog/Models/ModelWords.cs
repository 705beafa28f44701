using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Index.Text;
using DataCatalog.Storage;

namespace DataCatalog.Models;

/// <summary>Finds models by words.</summary>
internal sealed class ModelWords(Database database, References references, SynonymBook synonyms)
{
    private readonly Derived<WordList<Model>> _words = new(database.Epoch);

    /// <summary>
    /// Lists the models that have all words of a text, best first; when there are none, those with the most telling words.
    /// </summary>
    public IReadOnlyList<Model> Find(string text)
    {
        var words = _words.Since(database.ReferenceRevision, _ => Read(references.Current));
        return [.. words.Find(TextQuery.Parse(text, synonyms.Current)).Select(hit => hit.Entry)];
    }

    /// <summary>Returns the texts by which a model is found.</summary>
    public static EntryTexts TextsOf(Model model, IReferences known)
    {
        var schema = model.Schema is null ? null : known.FindConcept(Schemes.Standards, model.Schema);
        IEnumerable<LanguageMap?> texts =
        [
            model.Description, schema?.Label, known.FindConcept(Schemes.ObligationTypes, model.Obligation.Type)?.Label,
            .. model.Competences.Select(code => known.FindConcept(Schemes.Competences, code)?.Label),
            .. model.Obligation.LegalBases.Select(code => known.FindConcept(Schemes.LegalBases, code)?.Label),
        ];
        string[] names = model.Schema is null ? [] : [model.Schema.Replace('-', ' ')];
        return new EntryTexts(model.Id, names, model.Title.Values, texts.OfType<LanguageMap>().SelectMany(text => text.Values));
    }

    private static WordList<Model> Read(ReferenceSnapshot known) => new(known.Models, model => TextsOf(model, known));
}
