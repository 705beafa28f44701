using Microsoft.AspNetCore.Connections;

namespace DataCatalog.Http.Bounds;

/// <summary>
/// The open connections, of which there is a most. One more takes the place of another: of the one that has been without a request the longest, or else of
/// the one whose request has taken the longest. So connections that ask nothing, or read slowly, keep nobody out.
/// </summary>
/// <param name="most">How many there may be.</param>
/// <param name="time">Tells how long a request has taken.</param>
internal sealed class OpenConnections(int most, TimeProvider time)
{
    /// <summary>A request that has taken less is not given up for another.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly LinkedList<OpenConnection> _idle = new();
    private readonly LinkedList<OpenConnection> _busy = new();

    /// <summary>How many there are.</summary>
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

    /// <summary>Takes a new connection in for as long as it lasts, in the place of another where all are taken.</summary>
    /// <returns>Whether there was a place for it.</returns>
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

    /// <summary>Notes that a request begins, or that one has ended. HTTP/2 has several on one connection.</summary>
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
        _busy.First?.Value is { } longest && time.GetElapsedTime(longest.Since) >= Patience ? longest : null;

    /// <summary>One that has given up its place does not come back.</summary>
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

    /// <summary>Its place among the others; in no list once it has given that up.</summary>
    internal LinkedListNode<OpenConnection> Node { get; }

    /// <summary>When it began to be idle, or busy.</summary>
    internal long Since { get; set; }

    /// <summary>How many requests it is busy with.</summary>
    internal int Requests { get; set; }

    public void Begin() => _all.Count(this, 1);

    public void End() => _all.Count(this, -1);
}
