namespace DataCatalog.Obligations.Seeing;

/// <summary>How a dataset relates to a territory.</summary>
/// <param name="Covers">Whether it covers the territory.</param>
/// <param name="IsOwn">Whether local authorities produce it and it names this very territory.</param>
/// <param name="IsPublished">Whether local authorities produce it and the territory's own authority publishes it, about any place.</param>
/// <param name="NamesGrouping">
/// Whether local authorities produce it and it names the grouping (EPCI, EPT) in which the commune lies.
/// </param>
/// <param name="IsPublishedByGrouping">Whether local authorities produce it and that grouping publishes it, about any place.</param>
internal readonly record struct Reach(bool Covers, bool IsOwn, bool IsPublished, bool NamesGrouping, bool IsPublishedByGrouping)
{
    public bool IsOfGrouping => NamesGrouping || IsPublishedByGrouping;

    /// <summary>Whether the dataset concerns the territory or its authority at all.</summary>
    public bool IsNear => Covers || IsOwn || IsPublished || NamesGrouping;
}
