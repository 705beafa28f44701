using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace DataCatalog.Tests.Storage.PostgreSql;

/// <summary>Passes connections on to a server, which is away for its clients while this is shut.</summary>
internal sealed class Forwarder : IDisposable
{
    private readonly IPEndPoint _server;
    private readonly List<Socket> _open = [];
    private TcpListener _listener;

    public Forwarder(IPEndPoint server)
    {
        _server = server;
        _listener = new TcpListener(IPAddress.Loopback, 0);
        Port = Open();
    }

    public int Port { get; }

    /// <summary>Refuses new connections, and cuts those that are open.</summary>
    public void Shut()
    {
        _listener.Stop();
        lock (_open)
        {
            _open.ForEach(socket => socket.Dispose());
            _open.Clear();
        }
    }

    public void OpenAgain()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        Open();
    }

    public void Dispose()
    {
        Shut();
        _listener.Dispose();
    }

    private int Open()
    {
        _listener.Start();
        _ = AcceptAsync(_listener);
        return ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "They are disposed when it is shut.")]
    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync();
                var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
                lock (_open)
                {
                    _open.AddRange([client, server]);
                }

                await server.ConnectAsync(_server);
                _ = PassOnAsync(client, server);
                _ = PassOnAsync(server, client);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It was shut.
        }
    }

    private static async Task PassOnAsync(Socket from, Socket to)
    {
        var buffer = new byte[16384];
        try
        {
            while (await from.ReceiveAsync(buffer) is var count and > 0)
            {
                for (var sent = 0; sent < count;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent));
                }
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            from.Dispose();
            to.Dispose();
        }
    }
}
