namespace DataCatalog.Storage;

/// <summary>What a look at the database has found.</summary>
internal enum Seen
{
    /// <summary>It is as it was.</summary>
    Nothing = 0,

    /// <summary>It may have changes that came since.</summary>
    Changes = 1,

    /// <summary>Another server is read from now on, which has all changes that were seen, and perhaps more.</summary>
    AnotherServer = 2,

    /// <summary>The database lacks changes that were seen, and always will: its history is another one.</summary>
    AnotherHistory = 3,
}
