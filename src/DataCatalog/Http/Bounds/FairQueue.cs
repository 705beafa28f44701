using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace DataCatalog.Http.Bounds;

/// <summary>
/// A queue for work of one kind: some work runs at once, some waits, and more is refused. Client addresses take turns, so that a client
/// with one request waits for one request of a client with a hundred, and not for all of them.
/// </summary>
/// <param name="atOnce">The most requests that run at once.</param>
/// <param name="waiting">The most requests that may wait.</param>
/// <param name="ofOneAddress">The most requests of one address that may wait.</param>
internal sealed class FairQueue(int atOnce, int waiting, int ofOneAddress)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, LinkedList<TaskCompletionSource<Place?>>> _lines = [];
    private readonly Queue<IPAddress> _turns = new();
    private int _working;
    private int _waiting;

    /// <summary>Waits for a place, which the caller disposes when the work is done; returns null when the queue is full.</summary>
    /// <param name="client">The address of the client.</param>
    /// <param name="left">Cancelled when the client no longer waits.</param>
    /// <exception cref="OperationCanceledException">The client no longer waits.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The place belongs to the caller.")]
    public async ValueTask<Place?> EnterAsync(IPAddress client, CancellationToken left)
    {
        var place = Take(client, out var node);
        if (node is null)
        {
            return place;
        }

        await using var registration = left.UnsafeRegister(_ => GiveUp(client, node, left), state: null);
        return await node.Value.Task;
    }

    /// <summary>Takes a free place, or joins the queue; does neither when both are full.</summary>
    private Place? Take(IPAddress client, out LinkedListNode<TaskCompletionSource<Place?>>? node)
    {
        lock (_gate)
        {
            node = null;
            if (_working < atOnce)
            {
                _working++;
                return new Place(this);
            }

            var line = _lines.GetValueOrDefault(client);
            if (_waiting < waiting && (line?.Count ?? 0) < ofOneAddress)
            {
                node = Join(client, line);
            }

            return null;
        }
    }

    private LinkedListNode<TaskCompletionSource<Place?>> Join(IPAddress client, LinkedList<TaskCompletionSource<Place?>>? line)
    {
        if (line is null)
        {
            _lines.Add(client, line = new LinkedList<TaskCompletionSource<Place?>>());
            _turns.Enqueue(client);
        }

        _waiting++;
        return line.AddLast(new TaskCompletionSource<Place?>(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    /// <summary>
    /// Removes a request from the queue, which makes room at once. An address without requests keeps its turn until the turn comes.
    /// </summary>
    private void GiveUp(IPAddress client, LinkedListNode<TaskCompletionSource<Place?>> node, CancellationToken left)
    {
        lock (_gate)
        {
            if (node.List is null)
            {
                return;
            }

            _lines[client].Remove(node);
            _waiting--;
        }

        node.Value.TrySetCanceled(left);
    }

    /// <summary>Gives a place to the next request; frees the place when none waits.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The place belongs to whoever waited for it.")]
    private void HandOver()
    {
        lock (_gate)
        {
            while (_turns.TryDequeue(out var client))
            {
                if (Next(client) is { } next)
                {
                    _waiting--;
                    next.SetResult(new Place(this));
                    return;
                }
            }

            _working--;
        }
    }

    /// <summary>
    /// Takes the next request of an address out of the queue, and puts the address at the end of the turns. Returns null when all requests
    /// of the address have left.
    /// </summary>
    private TaskCompletionSource<Place?>? Next(IPAddress client)
    {
        var line = _lines[client];
        var next = line.First;
        if (next is not null)
        {
            line.RemoveFirst();
        }

        if (line.Count > 0)
        {
            _turns.Enqueue(client);
        }
        else
        {
            _lines.Remove(client);
        }

        return next?.Value;
    }

    /// <summary>The right to work, until it is disposed.</summary>
    internal sealed class Place(FairQueue queue) : IDisposable
    {
        private bool _isLeft;

        public void Dispose()
        {
            if (!_isLeft)
            {
                _isLeft = true;
                queue.HandOver();
            }
        }
    }
}
