namespace DataCatalog.Territories;

/// <summary>What a dataset states of a territory.</summary>
internal enum AreaState : byte
{
    /// <summary>Nothing: the dataset is about other territories.</summary>
    Unsaid,

    /// <summary>The data cover it, at least in part.</summary>
    Covered,

    /// <summary>The data do not cover it.</summary>
    Excepted,

    /// <summary>It is not known whether the data cover it.</summary>
    NotKnown,
}
