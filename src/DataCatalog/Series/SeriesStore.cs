using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Series;

/// <summary>Datasets that are editions of one another.</summary>
internal sealed class SeriesStore(Database database)
{
    private readonly RecordReader<DatasetSeries> _reader = new(Kinds.Series, database);
    private readonly RecordWriter<DatasetSeries> _writer = new(Kinds.Series, [Kinds.Agent, Kinds.Concept, Kinds.Territory], LinksOf);

    public Entry<DatasetSeries>? Find(string id) => _reader.Find(id);

    public Tombstone? FindTombstone(string id) => _reader.FindTombstone(id);

    public int Count() => _reader.Count();

    public IReadOnlyList<string> Ids() => _reader.Ids();

    public IReadOnlyList<Entry<DatasetSeries>> List(int offset, int limit) => _reader.List(offset, limit);

    public IEnumerable<Entry<DatasetSeries>> All() => _reader.All();

    public SaveOutcome Save(WriteSession session, DatasetSeries series, DateOnly checkedOn) => _writer.Save(session, series, checkedOn);

    public bool Withdraw(WriteSession session, string id, string reason) => _writer.Withdraw(session, id, reason);

    private static IEnumerable<Link> LinksOf(DatasetSeries series) =>
    [
        .. Link.To(Kinds.Agent, "publisher", series.Publisher),
        .. Link.ToConcept("frequency", Schemes.Frequencies, series.Frequency),
        .. Link.To(Kinds.Territory, "territories", series.Territories),
    ];
}
