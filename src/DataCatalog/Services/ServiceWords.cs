using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Index.Text;
using DataCatalog.Storage;

namespace DataCatalog.Services;

/// <summary>Finds data services by words.</summary>
internal sealed class ServiceWords(Database database, References references, SynonymBook synonyms)
{
    private readonly Derived<WordList<DataService>> _words = new(database.Epoch);

    /// <summary>
    /// Lists the services that have all words of a text, best first; when there are none, those with the most telling words.
    /// </summary>
    public IReadOnlyList<DataService> Find(string text)
    {
        var words = _words.Since(database.ReferenceRevision, _ => Read(references.Current));
        return [.. words.Find(TextQuery.Parse(text, synonyms.Current)).Select(hit => hit.Entry)];
    }

    /// <summary>Returns the texts by which a service is found.</summary>
    public static EntryTexts TextsOf(DataService service, IReferences known)
    {
        IEnumerable<LanguageMap?> texts =
        [
            service.Description, known.FindAgent(service.Publisher)?.Name,
            .. service.Competences.Select(code => known.FindConcept(Schemes.Competences, code)?.Label),
        ];
        return new EntryTexts(
            service.Id,
            service.OtherIdentifiers.Select(other => other.Identifier.Replace('-', ' ')),
            service.Title.Values,
            [.. service.Keywords, .. texts.OfType<LanguageMap>().SelectMany(text => text.Values)]);
    }

    private static WordList<DataService> Read(ReferenceSnapshot known) => new(known.Services, service => TextsOf(service, known));
}
