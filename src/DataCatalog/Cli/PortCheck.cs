using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DataCatalog.Configuration;
using DataCatalog.Storage;

namespace DataCatalog.Cli;

/// <summary>Tries the addresses before any work is done: loading takes its time, and the server itself binds only after it.</summary>
internal static class PortCheck
{
    /// <summary>Binds every address as the server will, and gives all free again.</summary>
    /// <exception cref="RefusedException">One of them cannot be had.</exception>
    public static void Run(IEnumerable<ListeningAddress> addresses)
    {
        var held = new List<Socket>();
        try
        {
            foreach (var address in addresses.Where(address => address is { Host: not null, Port: > 0 }))
            {
                held.AddRange(Places(address).Select(place => Bind(place, address)).OfType<Socket>());
            }
        }
        finally
        {
            held.ForEach(socket => socket.Dispose());
        }
    }

    public static string Taken(string address) =>
        $"{address} is taken: another program, perhaps an earlier run of this one, listens there. Stop it, or listen elsewhere, such as --urls http://localhost:5081.";

    private static IPAddress[] Places(ListeningAddress address)
    {
        if (address.IsLocalhost)
        {
            return Socket.OSSupportsIPv6 ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [IPAddress.Loopback];
        }

        return [address.Ip ?? (Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any)];
    }

    /// <summary>A machine may lack one of the two addresses of localhost, or IPv6; the server then does with the other.</summary>
    private static Socket? Bind(IPAddress place, ListeningAddress address)
    {
        var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (place.Equals(IPAddress.IPv6Any))
            {
                socket.DualMode = true;
            }

            socket.Bind(new IPEndPoint(place, address.Port));
            socket.Listen();
            return socket;
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            if (place.Equals(IPAddress.IPv6Any) && address.Ip is null && exception.SocketErrorCode is not (SocketError.AddressAlreadyInUse or SocketError.AccessDenied))
            {
                return Bind(IPAddress.Any, address);
            }

            return address.IsLocalhost && exception.SocketErrorCode is not (SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
                ? null
                : throw new RefusedException(Words(exception, address));
        }
    }

    private static string Words(SocketException exception, ListeningAddress address) => exception.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => Taken(address.Text),
        SocketError.AccessDenied => string.Create(CultureInfo.InvariantCulture, $"User '{Environment.UserName}' may not listen on port {address.Port} ({address.Text}). Take one above 1023, such as --urls http://localhost:5080."),
        SocketError.AddressNotAvailable => $"This machine has no address as in {address.Text}. Listen on http://localhost:{address.Port} or http://*:{address.Port}.",
        _ => $"{address.Text} cannot be listened on: {exception.Message}.",
    };
}
