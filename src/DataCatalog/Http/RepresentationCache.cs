using System.Net;
using DataCatalog.Configuration;

namespace DataCatalog.Http;

/// <summary>
/// A cache of rendered bytes, plain and compressed, by ETag, up to a limit: an entry that did not change keeps its bytes when others do.
/// Bytes that are being sent have a separate limit, so that slow clients hold no more memory than that.
/// </summary>
internal sealed class RepresentationCache(CatalogOptions options)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>The size of an entry beside its bytes, in bytes: an empty answer needs memory too.</summary>
    private const int Overhead = 500;

    private readonly BoundedCache<string, byte[]> _kept = new(options.CacheMegabytes * Megabyte / 2);
    private readonly Dictionary<string, Sending> _sending = new(StringComparer.Ordinal);
    private readonly Dictionary<IPAddress, long> _ofClients = [];
    private readonly Lock _gate = new();
    private long _bytesInSending;

    /// <summary>
    /// Whether so many bytes are being sent, to all clients or to this one, that nothing new may be rendered for it. One client may have
    /// half of the limit.
    /// </summary>
    public bool IsFullFor(IPAddress client)
    {
        var most = 2 * options.CacheMegabytes * Megabyte;
        lock (_gate)
        {
            return _bytesInSending >= most || _ofClients.GetValueOrDefault(client) >= most / 2;
        }
    }

    /// <summary>Returns the bytes with an ETag, held until they are sent to a client; null when they are not cached.</summary>
    public HeldBytes? Find(string tag, IPAddress client)
    {
        lock (_gate)
        {
            return _sending.TryGetValue(tag, out var sending) ? Hold(tag, sending.Bytes, client)
                : _kept.Find(tag) is { } bytes ? Hold(tag, bytes, client)
                : null;
        }
    }

    /// <summary>Caches bytes, and holds them until they are sent to a client.</summary>
    public HeldBytes Keep(string tag, byte[] bytes, IPAddress client)
    {
        _kept.Set(tag, _ => bytes, kept => kept.Length + Overhead);
        return Send(tag, bytes, client);
    }

    /// <summary>Holds bytes that are kept elsewhere until they are sent to a client.</summary>
    public HeldBytes Send(string tag, byte[] bytes, IPAddress client)
    {
        lock (_gate)
        {
            return Hold(tag, bytes, client);
        }
    }

    /// <summary>Drops all cached bytes, to free memory.</summary>
    public void Clear() => _kept.Clear();

    /// <summary>Releases bytes that were sent to a client.</summary>
    internal void Release(string tag, IPAddress client)
    {
        lock (_gate)
        {
            var sending = _sending[tag];
            var left = _ofClients[client] - sending.Size;
            if (left > 0)
            {
                _ofClients[client] = left;
            }
            else
            {
                _ofClients.Remove(client);
            }

            sending.Clients--;
            if (sending.Clients == 0)
            {
                _sending.Remove(tag);
                _bytesInSending -= sending.Size;
            }
        }
    }

    private HeldBytes Hold(string tag, byte[] bytes, IPAddress client)
    {
        if (!_sending.TryGetValue(tag, out var sending))
        {
            _sending.Add(tag, sending = new Sending(bytes));
            _bytesInSending += sending.Size;
        }

        sending.Clients++;
        _ofClients[client] = _ofClients.GetValueOrDefault(client) + sending.Size;
        return new HeldBytes(this, tag, client, sending.Bytes);
    }

    private sealed class Sending(byte[] bytes)
    {
        public byte[] Bytes => bytes;

        /// <summary>What it counts: never nothing, so that a client who is sent anything has a count.</summary>
        public int Size => bytes.Length + Overhead;

        public int Clients { get; set; }
    }
}

/// <summary>Rendered bytes, held until they are sent.</summary>
internal sealed class HeldBytes(RepresentationCache cache, string tag, IPAddress client, byte[] bytes) : IDisposable
{
    public byte[] Bytes => bytes;

    public void Dispose() => cache.Release(tag, client);
}
