using DataCatalog.Territories;

namespace DataCatalog.Obligations.Seeing;

/// <summary>How a dataset relates to a territory.</summary>
/// <param name="Area">What it states of the territory.</param>
/// <param name="IsOwn">Whether local authorities produce it and it names this very territory.</param>
/// <param name="IsPublished">Whether local authorities produce it and the territory's own authority publishes it, about any place.</param>
/// <param name="Named">The groupings (EPT, EPCI) that it names and for which local authorities produce it: a bit for each.</param>
/// <param name="Publishing">The groupings that publish it, about any place: a bit for each.</param>
internal readonly record struct Reach(AreaState Area, bool IsOwn, bool IsPublished, byte Named, byte Publishing)
{
    /// <summary>The groupings whose own data it is: a bit for each.</summary>
    public byte OfGroupings => (byte)(Named | Publishing);

    /// <summary>Whether it covers the territory.</summary>
    public bool Covers => Area is AreaState.Covered;

    /// <summary>Whether it covers the territory, or may cover it: a search finds both.</summary>
    public bool MayCover => Area is AreaState.Covered or AreaState.NotKnown;

    /// <summary>Whether it may show what the authority did: not when it excepts the territory or does not know it.</summary>
    public bool MayBeEvidence => Area is AreaState.Covered or AreaState.Unsaid;

    /// <summary>Whether the dataset concerns the territory or its authority at all.</summary>
    public bool IsNear => MayCover || IsOwn || IsPublished || Named != 0;

    /// <summary>Whether a set of groupings has the one at a position.</summary>
    public static bool Has(byte groupings, int position) => (groupings & (1 << position)) != 0;
}
