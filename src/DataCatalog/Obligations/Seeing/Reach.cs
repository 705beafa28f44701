namespace DataCatalog.Obligations.Seeing;

/// <summary>How a dataset relates to a territory.</summary>
/// <param name="Covers">Whether it covers the territory.</param>
/// <param name="IsOwn">Whether local authorities produce it and it names this very territory.</param>
/// <param name="IsPublished">Whether local authorities produce it and the territory's own authority publishes it, about any place.</param>
/// <param name="IsOfGrouping">Whether it is own or published data of the grouping (EPCI, EPT) in which the commune lies.</param>
internal readonly record struct Reach(bool Covers, bool IsOwn, bool IsPublished, bool IsOfGrouping);
