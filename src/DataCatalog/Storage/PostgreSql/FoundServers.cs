using System.Runtime.ExceptionServices;
using Npgsql;

namespace DataCatalog.Storage.PostgreSql;

/// <summary>The servers that have answered, and which of them to read.</summary>
/// <param name="found">The servers.</param>
/// <param name="fault">Why another one has not answered; null when all have.</param>
internal sealed class FoundServers(IEnumerable<FoundServer> found, Exception? fault = null) : IDisposable
{
    private readonly List<FoundServer> _found = [.. found];

    /// <summary>Asks all servers.</summary>
    /// <param name="servers">The servers.</param>
    /// <param name="last">The last change that was seen.</param>
    public static FoundServers Ask(IEnumerable<ReadServer> servers, LastChange last)
    {
        var (found, fault) = (new List<FoundServer>(), (Exception?)null);
        foreach (var server in servers)
        {
            try
            {
                found.Add(server.Ask(last));
            }
            catch (NpgsqlException exception)
            {
                fault ??= exception;
            }
        }

        return new FoundServers(found, fault);
    }

    /// <summary>Whether a standby, or the primary, has answered and has the last change.</summary>
    public bool Has(bool isStandby) => _found.Exists(server => server.IsStandby == isStandby && server.HasLast);

    /// <summary>Chooses the server to read. Of two that can be written, one was a standby and took over.</summary>
    /// <param name="prefersStandby">Whether a standby is read by preference.</param>
    /// <param name="followed">The primary that was read last.</param>
    /// <exception cref="NpgsqlException">None can be reached.</exception>
    /// <exception cref="BusyException">None has the last change that was seen, and it is not known to be lost.</exception>
    public (FoundServer Server, Seen Seen) Choose(bool prefersStandby, (string Cluster, int Timeline) followed)
    {
        var primary = _found.Where(server => !server.IsStandby && !IsOld(server, followed)).MaxBy(server => server.Timeline);
        if (primary is { HasLast: false })
        {
            return (primary, Seen.AnotherHistory);
        }

        var standby = _found.Find(server => server is { IsStandby: true, HasLast: true });
        var server = prefersStandby ? standby ?? primary : primary ?? standby;
        return server is not null ? (server, Seen.AnotherServer) : throw Fault();
    }

    /// <summary>Takes the connection to a server, which is not disposed here then.</summary>
    public NpgsqlConnection Take(FoundServer server)
    {
        _found.Remove(server);
        return server.Connection;
    }

    public void Dispose() => _found.ForEach(server => server.Dispose());

    /// <summary>Whether a primary was left behind: a standby of it has taken over, and was read already.</summary>
    private static bool IsOld(FoundServer primary, (string Cluster, int Timeline) followed) =>
        string.Equals(primary.Cluster, followed.Cluster, StringComparison.Ordinal) && primary.Timeline < followed.Timeline;

    private BusyException Fault()
    {
        if (_found.Count == 0 && fault is not null)
        {
            ExceptionDispatchInfo.Throw(fault);
        }

        return new BusyException("No server can be reached that has the changes that were shown.");
    }
}
