namespace DataCatalog.Configuration;

/// <summary>
/// The section <c>Catalog</c> of the configuration; environment variables such as <c>Catalog__Database</c> set it too. Each property has a
/// line in <see cref="SettingTable"/>.
/// </summary>
internal sealed record CatalogOptions
{
    public const string Section = "Catalog";

    /// <summary>
    /// The public address of this catalogue, with which every IRI begins: absolute, http or https; it may have a path. The database
    /// remembers it (<see cref="Storage.BaseUrlGuard"/>). For the value when nobody sets it, see <see cref="BaseUrlChoice"/>.
    /// </summary>
    public string PublicBaseUrl { get; init; } = ListeningAddress.Default;

    /// <summary>
    /// The SQLite file, of which a relative path starts at the current directory of the process, or a connection string of PostgreSQL
    /// (<c>Host=…;Database=…</c> as Npgsql reads it, or <c>postgresql://…</c>).
    /// </summary>
    public string Database { get; init; } = "datacatalog.db";

    /// <summary>The folder of curated CSV files. For a relative path see <see cref="SeedDataFolder"/>.</summary>
    public string SeedData { get; init; } = "seed-data";

    /// <summary>The number of entries on a page when the request names none.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>The largest page size that a request may ask for.</summary>
    public int MaxPageSize { get; init; } = 100;

    /// <summary>
    /// The folder of the dumps; null for a folder beside the database, or in the current directory when that is on a server.
    /// </summary>
    public string? DumpFolder { get; init; }

    /// <summary>
    /// The location at which nginx, in front of this server, serves the folder of the dumps (<c>X-Accel-Redirect</c>), such as
    /// <c>/stored-dumps/</c>; null when this server sends the files.
    /// </summary>
    public string? DumpLocation { get; init; }

    /// <summary>The shortest time in minutes between two rebuilds of the dumps, which follow changes; 0 for no dumps.</summary>
    public int DumpMinutes { get; init; } = 5;

    /// <summary>The most connections that may be open at once; fewer when the process may not have enough open files.</summary>
    public int MaxConnections { get; init; } = 1000;

    /// <summary>
    /// The most connections that one address may open per second; twice as many after a pause. Behind a proxy all clients share its
    /// address.
    /// </summary>
    public int ConnectionsPerSecond { get; init; } = 300;

    /// <summary>
    /// The memory for cached answers, in megabytes: half for those that are ready at their address, half for bytes by ETag. Answers on
    /// their way to clients may take twice as much besides.
    /// </summary>
    public int CacheMegabytes { get; init; } = 32;

    /// <summary>
    /// The least memory for objects, in megabytes, with which the server starts. In a container the runtime uses three quarters of the
    /// limit.
    /// </summary>
    public int MinimumMemoryMegabytes { get; init; } = 192;

    /// <summary>The folder of regular backups; null for none.</summary>
    public string? BackupFolder { get; init; }

    /// <summary>The hours between two regular backups.</summary>
    public int BackupHours { get; init; } = 24;

    /// <summary>The number of regular backups that are kept.</summary>
    public int BackupsKept { get; init; } = 7;

    /// <summary>
    /// The requests of one address in a second for which an answer must be made; ten times as many after a pause; 0 for no limit. Answers
    /// that are ready, the pages and files for harvesters, and this machine's own requests do not count.
    /// </summary>
    public int RequestsPerSecond { get; init; } = 100;

    /// <summary>
    /// The addresses (<c>10.0.0.5</c>) and networks (<c>10.0.0.0/24</c>) of proxies whose <c>X-Forwarded-For</c> and
    /// <c>X-Forwarded-Proto</c> are believed, with commas between them; null for none.
    /// </summary>
    public string? TrustedProxies { get; init; }

    /// <summary>Whether every request is logged, without its query and the client's address.</summary>
    public bool RequestLog { get; init; }

    /// <summary>The key (<c>Authorization: Bearer …</c>) that opens <c>/metrics</c>; null for no metrics.</summary>
    public string? MetricsKey { get; init; }

    /// <summary>The contact in the description of the API: an e-mail address or the address of a page; null for none.</summary>
    public string? Contact { get; init; }

    /// <summary>
    /// Whom <c>/.well-known/security.txt</c> names (RFC 9116): an e-mail address or the address of a page; null for no such file.
    /// </summary>
    public string? SecurityContact { get; init; }

    /// <summary>
    /// Who hosts this service, for the legal notice: name, address and phone number, with ';' between them (loi n° 2004-575 du 21 juin
    /// 2004); null when the operator does not say.
    /// </summary>
    public string? Host { get; init; }
}
