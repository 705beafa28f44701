using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace DataCatalog.Http.Bounds;

/// <summary>
/// Kestrel's sockets with a limit on open connections. The limit is checked where connections are accepted: middleware runs later, when a
/// thread is free, and by then a flood of connections would have used up the open files of the process and ended it.
/// </summary>
internal sealed class BoundedTransport(SocketTransportFactory sockets, OpenConnections connections, ConnectionRate rate)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    public bool CanBind(EndPoint endpoint) => sockets.CanBind(endpoint);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await sockets.BindAsync(endpoint, cancellationToken), connections, rate);

    private sealed class Listener(IConnectionListener sockets, OpenConnections connections, ConnectionRate rate) : IConnectionListener
    {
        public EndPoint EndPoint => sockets.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            while (await sockets.AcceptAsync(cancellationToken) is { } connection)
            {
                if (rate.Allows(connection.RemoteEndPoint) && connections.TryTake(connection))
                {
                    return connection;
                }

                connection.Abort(new ConnectionAbortedException("There is no room for this connection."));
                await connection.DisposeAsync();
            }

            return null;
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => sockets.UnbindAsync(cancellationToken);

        public ValueTask DisposeAsync() => sockets.DisposeAsync();
    }
}
