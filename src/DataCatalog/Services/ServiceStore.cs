using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Services;

/// <summary>The APIs.</summary>
internal sealed class ServiceStore(Database database)
{
    private readonly RecordReader<DataService> _reader = new(Kinds.Service, database);
    private readonly RecordWriter<DataService> _writer = new(Kinds.Service, [Kinds.Agent, Kinds.Concept, Kinds.Dataset], LinksOf);
    private readonly IdentifierTable _identifiers = new(Kinds.Service);

    public Entry<DataService>? Find(string id) => _reader.Find(id);

    public Tombstone? FindTombstone(string id) => _reader.FindTombstone(id);

    public int Count() => _reader.Count();

    public IReadOnlyList<string> Ids() => _reader.Ids();

    public IReadOnlyList<Entry<DataService>> List(int offset, int limit) => _reader.List(offset, limit);

    public IEnumerable<Entry<DataService>> All() => _reader.All();

    public SaveOutcome Save(WriteSession session, DataService service, DateOnly checkedOn)
    {
        var outcome = _writer.Save(session, service, checkedOn);
        if (outcome != SaveOutcome.Unchanged)
        {
            _identifiers.Replace(session, service.Id, service.OtherIdentifiers);
        }

        return outcome;
    }

    public bool Withdraw(WriteSession session, string id, string reason)
    {
        _identifiers.Clear(session, id);
        return _writer.Withdraw(session, id, reason);
    }

    private static IEnumerable<Link> LinksOf(DataService service) =>
    [
        .. Link.To(Kinds.Agent, "publisher", service.Publisher),
        .. Link.ToConcepts("themes", Schemes.Themes, service.Themes),
        .. Link.ToConcepts("competences", Schemes.Competences, service.Competences),
        .. Link.ToConcepts("conformsTo", Schemes.Standards, service.ConformsTo),
        .. Link.Of(service.Access),
        .. Link.ToConcept("licence", Schemes.Licences, service.Licence),
        .. Link.ToConcept("personalData", Schemes.PersonalData, service.PersonalData),
        .. Link.ToConcepts("legalBases", Schemes.LegalBases, service.LegalBases),
        .. Link.ToConcepts("hvdCategories", Schemes.HvdCategories, service.HvdCategories),
        .. Link.To(Kinds.Dataset, "serves", service.Serves),
    ];
}
