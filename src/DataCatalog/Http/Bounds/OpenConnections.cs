using Microsoft.AspNetCore.Connections;

namespace DataCatalog.Http.Bounds;

/// <summary>
/// The open connections, up to a limit. At the limit, a new connection replaces the one that has been idle longest, or else the one whose
/// request has run longest. So idle and slow clients keep nobody out.
/// </summary>
/// <param name="most">The most open connections.</param>
/// <param name="time">The clock for the duration of requests.</param>
internal sealed class OpenConnections(int most, TimeProvider time)
{
    /// <summary>The time for which a running request is safe from replacement.</summary>
    private static readonly TimeSpan SafeTime = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly LinkedList<OpenConnection> _idle = new();
    private readonly LinkedList<OpenConnection> _busy = new();

    /// <summary>The number of open connections.</summary>
    public int Open
    {
        get
        {
            lock (_gate)
            {
                return _idle.Count + _busy.Count;
            }
        }
    }

    /// <summary>Adds a new connection until it closes, and closes another one at the limit.</summary>
    /// <returns>Whether the connection was added.</returns>
    public bool TryTake(ConnectionContext context)
    {
        var connection = new OpenConnection(this, context);
        if (!TryAdd(connection, out var victim))
        {
            return false;
        }

        victim?.Context.Abort(new ConnectionAbortedException("A new connection has taken the place of this one."));
        context.Features.Set(connection);
        context.ConnectionClosed.UnsafeRegister(_ => Remove(connection), state: null);
        return true;
    }

    /// <summary>Counts a request that begins (1) or ends (-1). HTTP/2 runs several requests on one connection.</summary>
    internal void Count(OpenConnection connection, int requests)
    {
        lock (_gate)
        {
            var wasBusy = connection.Requests > 0;
            connection.Requests += requests;
            if (wasBusy != connection.Requests > 0)
            {
                Move(connection, wasBusy ? _idle : _busy);
            }
        }
    }

    private bool TryAdd(OpenConnection connection, out OpenConnection? victim)
    {
        lock (_gate)
        {
            victim = null;
            if (_idle.Count + _busy.Count >= most)
            {
                victim = _idle.First?.Value ?? LongestBusy();
                if (victim is null)
                {
                    return false;
                }

                Leave(victim);
            }

            Enter(connection, _idle);
            return true;
        }
    }

    private OpenConnection? LongestBusy() =>
        _busy.First?.Value is { } longest && time.GetElapsedTime(longest.Since) >= SafeTime ? longest : null;

    /// <summary>Moves a connection to another list, unless it was replaced meanwhile.</summary>
    private void Move(OpenConnection connection, LinkedList<OpenConnection> list)
    {
        if (connection.Node.List is not null)
        {
            Leave(connection);
            Enter(connection, list);
        }
    }

    private void Remove(OpenConnection connection)
    {
        lock (_gate)
        {
            Leave(connection);
        }
    }

    private void Enter(OpenConnection connection, LinkedList<OpenConnection> list)
    {
        connection.Since = time.GetTimestamp();
        list.AddLast(connection.Node);
    }

    private static void Leave(OpenConnection connection) => connection.Node.List?.Remove(connection.Node);
}

/// <summary>An open connection.</summary>
internal sealed class OpenConnection
{
    private readonly OpenConnections _all;

    public OpenConnection(OpenConnections all, ConnectionContext context)
    {
        (_all, Context) = (all, context);
        Node = new LinkedListNode<OpenConnection>(this);
    }

    public ConnectionContext Context { get; }

    /// <summary>The node of the connection in a list; in no list once it was replaced.</summary>
    internal LinkedListNode<OpenConnection> Node { get; }

    /// <summary>The timestamp at which the connection became idle or busy.</summary>
    internal long Since { get; set; }

    /// <summary>The number of running requests.</summary>
    internal int Requests { get; set; }

    public void Begin() => _all.Count(this, 1);

    public void End() => _all.Count(this, -1);
}
