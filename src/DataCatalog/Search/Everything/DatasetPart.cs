using DataCatalog.Index.Columns;

namespace DataCatalog.Search.Everything;

/// <summary>The datasets among the answers of all kinds.</summary>
internal sealed class DatasetPart
{
    /// <summary>The number of datasets that are put in order with the other entries.</summary>
    public const int MaxMixed = 100;

    private readonly int _after;

    /// <summary>Reads the first datasets; all of them in the rare case that some stand elsewhere in the order.</summary>
    /// <param name="hits">The datasets that the words find.</param>
    /// <param name="named">Those of which the question is an identifier, whether or not the words find them.</param>
    /// <param name="some">Those with some of the words, where few have all of them.</param>
    public DatasetPart(SearchHits hits, IReadOnlyList<Row> named, IReadOnlyList<Row> some)
    {
        (Hits, Named) = (hits, named);
        var head = hits.From(0, named.Count > 0 ? hits.Total : MaxMixed, out _after);
        Head = [.. head.Except(named)];
        Some = [.. some.Except(named).Except(head)];
        Total = named.Count + Head.Count + Some.Count + hits.Total - head.Count;
    }

    public SearchHits Hits { get; }

    /// <summary>
    /// Whether the question names a territory, which these datasets cover: who names a place asks for data before anything else.
    /// </summary>
    public bool IsOfPlace { get; init; }

    public IReadOnlyList<Row> Named { get; }

    /// <summary>The first datasets that the words find, without the named ones.</summary>
    public IReadOnlyList<Row> Head { get; }

    /// <summary>Datasets with some of the words, where few have all of them.</summary>
    public IReadOnlyList<Row> Some { get; }

    /// <summary>The number of datasets.</summary>
    public int Total { get; }

    /// <summary>Returns datasets after the first ones.</summary>
    public IReadOnlyList<Row> After(int skipped, int limit)
    {
        var place = _after;
        if (skipped > 0)
        {
            Hits.From(_after, skipped, out place);
        }

        return Hits.From(place, limit, out _);
    }
}
