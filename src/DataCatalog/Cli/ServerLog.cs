namespace DataCatalog.Cli;

/// <summary>The log messages of a server's start.</summary>
internal sealed partial class ServerLog(ILogger<ServerLog> logger)
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Step}.")]
    public partial void Filling(string step);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The database {Database} is read-only: it is served as it is, without its lock, and must not be changed meanwhile. "
            + "Its dumps need Catalog:DumpFolder, unless they exist already.")]
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
