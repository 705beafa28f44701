namespace DataCatalog.Configuration;

/// <summary>
/// The section <c>Catalog</c> of the configuration: environment variables such as <c>Catalog__Database</c> set it too. Each property has
/// its line in <see cref="SettingTable"/>.
/// </summary>
internal sealed record CatalogOptions
{
    public const string Section = "Catalog";

    /// <summary>
    /// The address under which the world reaches this catalogue, and the beginning of every IRI: absolute, http or https, a path is
    /// allowed. A database remembers it (<see cref="Storage.BaseUrlGuard"/>). Where nobody sets it, see <see cref="BaseUrlChoice"/>.
    /// </summary>
    public string PublicBaseUrl { get; init; } = ListeningAddress.Default;

    /// <summary>The SQLite file. A relative path starts from the current directory of the process.</summary>
    public string Database { get; init; } = "datacatalog.db";

    /// <summary>The folder of curated CSV files. For a relative path see <see cref="SeedDataFolder"/>.</summary>
    public string SeedData { get; init; } = "seed-data";

    /// <summary>Entries on a page when the request does not say.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>The most that a request may ask for.</summary>
    public int MaxPageSize { get; init; } = 100;

    /// <summary>The folder of the dumps; null for one beside the database.</summary>
    public string? DumpFolder { get; init; }

    /// <summary>The dumps are made anew after changes, at most once in so many minutes; 0 for no dumps.</summary>
    public int DumpMinutes { get; init; } = 5;

    /// <summary>The most connections that may be open at once; fewer where the process may have fewer open files.</summary>
    public int MaxConnections { get; init; } = 1000;

    /// <summary>The most connections that one address may open in a second, and twice as many after a pause. Behind a proxy all clients have its address.</summary>
    public int ConnectionsPerSecond { get; init; } = 300;

    /// <summary>What rendered answers may take in memory: so much is kept for later, and twice as much may be on its way to clients.</summary>
    public int CacheMegabytes { get; init; } = 32;

    /// <summary>With less memory for objects to be had, the start is refused. The runtime takes three quarters of a container's limit for them.</summary>
    public int MinimumMemoryMegabytes { get; init; } = 192;

    /// <summary>Whom to ask about the service: the address of a mailbox or of a page, for the description of the API; null for nobody.</summary>
    public string? Contact { get; init; }
}
