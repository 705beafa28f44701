using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DataCatalog.Configuration;
using DataCatalog.Storage;

namespace DataCatalog.Cli;

/// <summary>
/// Checks that the addresses are free before any other work: loading takes time, and the server itself binds them only after it.
/// </summary>
internal static class PortCheck
{
    /// <summary>Binds every address as the server will, and frees all of them again.</summary>
    /// <exception cref="RefusedException">An address cannot be bound.</exception>
    public static void Run(IEnumerable<ListeningAddress> addresses)
    {
        var held = new List<Socket>();
        try
        {
            foreach (var address in addresses.Where(address => address is { Host: not null, Port: > 0 }))
            {
                held.AddRange(IpsOf(address).Select(ip => Bind(ip, address)).OfType<Socket>());
            }
        }
        finally
        {
            held.ForEach(socket => socket.Dispose());
        }
    }

    public static string Taken(string address) =>
        $"{address} is taken: another program, perhaps an earlier run of this one, listens there. "
        + "Stop it, or listen elsewhere, such as --urls http://localhost:5081.";

    private static IPAddress[] IpsOf(ListeningAddress address)
    {
        if (address.IsLocalhost)
        {
            return Socket.OSSupportsIPv6 ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [IPAddress.Loopback];
        }

        return [address.Ip ?? (Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any)];
    }

    /// <summary>
    /// Binds one IP address; returns null when the machine lacks one address of localhost or IPv6, which the server then does without.
    /// </summary>
    private static Socket? Bind(IPAddress ip, ListeningAddress address)
    {
        var socket = new Socket(ip.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (ip.Equals(IPAddress.IPv6Any))
            {
                socket.DualMode = true;
            }

            socket.Bind(new IPEndPoint(ip, address.Port));
            socket.Listen();
            return socket;
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            var isMissing = exception.SocketErrorCode is not (SocketError.AddressAlreadyInUse or SocketError.AccessDenied);
            if (isMissing && ip.Equals(IPAddress.IPv6Any) && address.Ip is null)
            {
                return Bind(IPAddress.Any, address);
            }

            return isMissing && address.IsLocalhost
                ? null
                : throw new RefusedException(Words(exception, address));
        }
    }

    private static string Words(SocketException exception, ListeningAddress address) => exception.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => Taken(address.Text),
        SocketError.AccessDenied => string.Create(
            CultureInfo.InvariantCulture,
            $"User '{Environment.UserName}' may not listen on port {address.Port} ({address.Text}). "
            + $"Choose a port above 1023, such as --urls http://localhost:5080."),
        SocketError.AddressNotAvailable =>
            $"This machine has no address as in {address.Text}. Listen on http://localhost:{address.Port} or http://*:{address.Port}.",
        _ => $"The server cannot listen on {address.Text}: {exception.Message}.",
    };
}
