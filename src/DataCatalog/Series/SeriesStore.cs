using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Series;

/// <summary>Writes the series: datasets that are editions of one another.</summary>
internal static class SeriesStore
{
    public static readonly RecordWriter<DatasetSeries> Writer = new([Kinds.Agent, Kinds.Concept, Kinds.Territory], LinksOf);

    private static IEnumerable<Link> LinksOf(DatasetSeries series) =>
    [
        .. Link.To(Kinds.Agent, "publisher", series.Publisher),
        .. Link.ToConcepts(series),
        .. Link.To(Kinds.Territory, "territories", series.Territories),
    ];
}
