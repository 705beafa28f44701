using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace DataCatalog.Http.Bounds;

/// <summary>
/// A line for work of one kind: so much is done at once, so much waits, and what is more is refused. Clients take turns by their addresses, so that one with a hundred
/// requests keeps another with one request waiting for one piece of work and not for a hundred.
/// </summary>
/// <param name="atOnce">How many pieces of work are done at a time.</param>
/// <param name="waiting">How many may wait.</param>
/// <param name="ofOneAddress">How many of one address may wait.</param>
internal sealed class FairLine(int atOnce, int waiting, int ofOneAddress)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, LinkedList<TaskCompletionSource<Place?>>> _lines = [];
    private readonly Queue<IPAddress> _turns = new();
    private int _working;
    private int _waiting;

    /// <summary>Waits for a place, which is to be disposed when the work is done; null when there is none.</summary>
    /// <param name="client">Whose work it is.</param>
    /// <param name="left">Tells that the client waits no more.</param>
    /// <exception cref="OperationCanceledException">The client waits no more.</exception>
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

    /// <summary>Takes a free place, or one in the line; neither when both are full.</summary>
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

    /// <summary>Who leaves makes room for another at once. An empty line keeps its turn until that comes.</summary>
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

    /// <summary>Gives a place to whose turn it is; frees it when nobody waits.</summary>
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

    /// <summary>The next of an address, who leaves the line; the address then has its next turn behind all others. Null when all of its clients have left.</summary>
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

    /// <summary>A place in the work, until it is done.</summary>
    internal sealed class Place(FairLine line) : IDisposable
    {
        private bool _isLeft;

        public void Dispose()
        {
            if (!_isLeft)
            {
                _isLeft = true;
                line.HandOver();
            }
        }
    }
}
