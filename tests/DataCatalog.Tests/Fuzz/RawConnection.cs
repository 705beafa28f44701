using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DataCatalog.Tests.Fuzz;

/// <summary>
/// HTTP/1.1 over a socket, kept open as long as the server does. A client of the framework would mend addresses and headers on the way.
/// </summary>
internal sealed class RawConnection(IPEndPoint server) : IDisposable
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private Socket? _socket;
    private int _start;
    private int _end;

    /// <summary>Sends a request and reads its answer; anew when a kept connection turns out to be closed.</summary>
    /// <exception cref="IOException">The server closed the connection without an answer, or in it.</exception>
    /// <exception cref="OperationCanceledException">There was no answer in time.</exception>
    public async Task<RawAnswer> SendAsync(FuzzRequest request, CancellationToken cancellation)
    {
        var isKept = _socket is not null;
        try
        {
            return await ExchangeAsync(request, cancellation);
        }
        catch (Exception exception) when (exception is IOException or SocketException && isKept)
        {
            Close();
            return await ExchangeAsync(request, cancellation);
        }
    }

    public void Dispose() => Close();

    private async Task<RawAnswer> ExchangeAsync(FuzzRequest request, CancellationToken cancellation)
    {
        try
        {
            if (_socket is null)
            {
                _socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await _socket.ConnectAsync(server, cancellation);
            }

            var clock = Stopwatch.StartNew();
            await _socket.SendAsync(request.ToBytes(), cancellation);
            var (status, headers, length) = await HeadAsync(cancellation);
            while (status is >= 100 and < 200)
            {
                (status, headers, length) = await HeadAsync(cancellation);
            }

            var answer = new RawAnswer(status, headers, length, [], 0, TimeSpan.Zero);
            var body = request.IsHead || status is 204 or 304 ? [] : await BodyAsync(answer, cancellation);
            var stray = _end - _start + _socket.Available;
            if (stray > 0 || answer.Header("Connection") == "close")
            {
                Close();
            }

            return answer with { Body = body, StrayBytes = stray, Elapsed = clock.Elapsed };
        }
        catch
        {
            Close();
            throw;
        }
    }

    private async Task<(int Status, List<(string Name, string Value)> Headers, int Length)> HeadAsync(CancellationToken cancellation)
    {
        var length = 0;
        async Task<string> Line()
        {
            var line = await LineAsync(cancellation);
            length += line.Length + 2;
            return line;
        }

        var first = await Line();
        var headers = new List<(string, string)>();
        for (var line = await Line(); line.Length > 0; line = await Line())
        {
            var parts = line.Split(':', 2);
            headers.Add((parts[0], parts[^1].Trim()));
        }

        return first.StartsWith("HTTP/1.1 ", StringComparison.Ordinal)
            && int.TryParse(first.AsSpan(9, 3), CultureInfo.InvariantCulture, out var status)
            ? (status, headers, length)
            : throw new IOException($"No status line: {first}");
    }

    private async Task<byte[]> BodyAsync(RawAnswer head, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        if (head.Header("Transfer-Encoding") == "chunked")
        {
            for (var size = -1; size != 0;)
            {
                size = int.Parse(await LineAsync(cancellation), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                await CopyAsync(size, body, cancellation);
                await LineAsync(cancellation);
            }
        }
        else if (head.Header("Content-Length") is { } length)
        {
            await CopyAsync(int.Parse(length, CultureInfo.InvariantCulture), body, cancellation);
        }

        return body.ToArray();
    }

    private async Task CopyAsync(int count, MemoryStream target, CancellationToken cancellation)
    {
        while (count > 0)
        {
            await FillAsync(cancellation);
            var part = Math.Min(count, _end - _start);
            await target.WriteAsync(_buffer.AsMemory(_start, part), cancellation);
            _start += part;
            count -= part;
        }
    }

    private async Task<string> LineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (true)
        {
            await FillAsync(cancellation);
            var end = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start);
            line.Append(Encoding.Latin1.GetString(_buffer, _start, (end < 0 ? _end : end) - _start));
            _start = end < 0 ? _end : end + 1;
            if (end >= 0)
            {
                return line.ToString().TrimEnd('\r');
            }
        }
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        if (_start < _end)
        {
            return;
        }

        (_start, _end) = (0, await _socket!.ReceiveAsync(_buffer, cancellation));
        if (_end == 0)
        {
            throw new IOException("The server closed the connection.");
        }
    }

    private void Close()
    {
        _socket?.Dispose();
        _socket = null;
        (_start, _end) = (0, 0);
    }
}
