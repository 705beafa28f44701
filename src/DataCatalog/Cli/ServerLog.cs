namespace DataCatalog.Cli;

/// <summary>What a server says of its start: in the log, as everything that it says later.</summary>
internal sealed partial class ServerLog(ILogger<ServerLog> logger)
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Step}.")]
    public partial void Filling(string step);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database {Database} cannot be written here: it is served as it is, without its lock, and must not be changed meanwhile. Its dumps need Catalog:DumpFolder, unless they are there already.")]
    public partial void ReadOnly(string database);

    [LoggerMessage(Level = LogLevel.Information, Message = "Database: {Database}")]
    public partial void Database(string database);

    [LoggerMessage(Level = LogLevel.Information, Message = "Listening on {Addresses}.")]
    public partial void Listening(string addresses);

    [LoggerMessage(Level = LogLevel.Information, Message = "Open {Home}{Path} for {What}.")]
    public partial void Open(string home, string path, string what);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Note}")]
    public partial void Note(string note);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Warning}")]
    public partial void Warn(string warning);
}
