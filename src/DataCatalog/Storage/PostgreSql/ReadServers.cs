using System.Runtime.ExceptionServices;
using Npgsql;

namespace DataCatalog.Storage.PostgreSql;

/// <summary>
/// The servers that may be read: one of them at a time, so that all parts of an answer show the states of one server. The primary is
/// preferred, or a standby where the text says so. A server is read only when it has the last change that was seen.
/// </summary>
internal sealed class ReadServers : IDisposable
{
    /// <summary>For how long a failure to find a server is answered again without asking, in milliseconds.</summary>
    private const int Pause = 500;

    private readonly ReadServer[] _servers;
    private readonly bool _prefersStandby;
    private readonly Lock _first = new();
    private volatile ReadServer? _read;
    private ServerWatch? _watch;
    private bool _readsStandby;
    private (string Cluster, int Timeline) _followed = ("", 0);
    private (ExceptionDispatchInfo Cause, long At)? _failure;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="servers">Names each server.</param>
    /// <param name="prefersStandby">Whether a standby is read by preference.</param>
    public ReadServers(IEnumerable<NpgsqlConnectionStringBuilder> servers, bool prefersStandby) =>
        (_servers, _prefersStandby) = ([.. servers.Select(text => new ReadServer(text))], prefersStandby);

    /// <summary>
    /// Opens a connection to the server that is read. Until somebody looks for changes that is the primary, if it can be reached: a command
    /// that writes must read what it writes.
    /// </summary>
    public NpgsqlConnection Open() => (_read ?? First()).Open();

    /// <summary>Looks for changes; see <see cref="Engine.Look"/>.</summary>
    public Seen Look(LastChange last)
    {
        try
        {
            if (_watch is not null)
            {
                return _watch.HasChanged() ? Seen.Changes : Seen.Nothing;
            }
        }
        catch (Exception exception) when (ServerFaults.IsAway(exception))
        {
            Forget();
        }

        return Join(last);
    }

    /// <summary>Reads the primary, if it has a change that the standby that is read has not; see <see cref="Engine.LookFor"/>.</summary>
    public Seen LookFor(long sequence, LastChange last)
    {
        if (_watch is not null && !_readsStandby)
        {
            return Seen.Nothing;
        }

        using var found = FoundServers.Ask(_servers, last);
        var choice = found.Choose(prefersStandby: false, _followed);
        return choice.Server.IsStandby ? throw new BusyException("No server can be reached that has the changes that were shown.")
            : choice.Seen == Seen.AnotherHistory || ServerWatch.Has(sequence, choice.Server.Connection) ? Read(found, choice)
            : Seen.Nothing;
    }

    /// <summary>Finds the server that is read by preference; see <see cref="Engine.FindPreferred"/>.</summary>
    public Func<LastChange, Seen>? FindPreferred(LastChange last)
    {
        if (_servers.Length == 1 || _watch is null || _readsStandby == _prefersStandby)
        {
            return null;
        }

        using var found = FoundServers.Ask(_servers, last);
        return found.Has(_prefersStandby) ? Join : null;
    }

    /// <summary>Makes the next look find a server anew.</summary>
    public void Forget()
    {
        _watch?.Dispose();
        _watch = null;
        _read?.Clear();
    }

    public void Dispose()
    {
        Forget();
        Array.ForEach(_servers, server => server.Dispose());
    }

    private ReadServer First()
    {
        lock (_first)
        {
            if (_read is null)
            {
                using var found = FoundServers.Ask(_servers, LastChange.None);
                _read = found.Choose(prefersStandby: false, _followed).Server.Server;
            }

            return _read;
        }
    }

    /// <summary>Finds the server to read, by asking all of them. Those who come soon after a failure get the same one.</summary>
    private Seen Join(LastChange last)
    {
        if (_failure is var (cause, at) && Environment.TickCount64 - at < Pause)
        {
            cause.Throw();
        }

        try
        {
            using var found = FoundServers.Ask(_servers, last);
            return Read(found, found.Choose(_prefersStandby, _followed));
        }
        catch (Exception exception)
        {
            _failure = (ExceptionDispatchInfo.Capture(exception), Environment.TickCount64);
            throw;
        }
    }

    private Seen Read(FoundServers found, (FoundServer Server, Seen Seen) choice)
    {
        Forget();
        var server = choice.Server;
        _watch = new ServerWatch(found.Take(server));
        (_read, _readsStandby, _failure) = (server.Server, server.IsStandby, null);
        if (!server.IsStandby)
        {
            _followed = (server.Cluster, server.Timeline);
        }

        return choice.Seen;
    }
}
