using DataCatalog.Configuration;
using Microsoft.Extensions.Caching.Memory;

namespace DataCatalog.Http;

/// <summary>
/// Rendered bytes, plain and compressed, up to a limit; the least recently used go first. Those that are being sent are counted apart: however slowly clients
/// read, they hold no more memory than the limit of these.
/// </summary>
internal sealed class RepresentationCache(CatalogOptions options) : IDisposable
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>What an entry takes beside its bytes: an empty answer takes something too.</summary>
    private const int Overhead = 500;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = options.CacheMegabytes * Megabyte });
    private readonly Dictionary<string, Sending> _sending = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private long _bytesInSending;

    /// <summary>Whether so much is being sent that nothing new can be rendered.</summary>
    public bool IsFull => Volatile.Read(ref _bytesInSending) >= 2 * options.CacheMegabytes * Megabyte;

    /// <summary>The bytes with a tag, held until they are sent; null when they are not at hand.</summary>
    public HeldBytes? Find(string tag)
    {
        lock (_gate)
        {
            return _sending.TryGetValue(tag, out var sending) ? Hold(tag, sending.Bytes)
                : _kept.TryGetValue(tag, out byte[]? bytes) ? Hold(tag, bytes!)
                : null;
        }
    }

    /// <summary>Keeps bytes for later and holds them until they are sent.</summary>
    public HeldBytes Keep(string tag, byte[] bytes)
    {
        _kept.Set(tag, bytes, new MemoryCacheEntryOptions { Size = bytes.Length + Overhead });
        lock (_gate)
        {
            return Hold(tag, bytes);
        }
    }

    /// <summary>Gives back what is kept.</summary>
    public void Clear() => _kept.Clear();

    public void Dispose() => _kept.Dispose();

    /// <summary>Notes that somebody has what was held.</summary>
    internal void Release(string tag)
    {
        lock (_gate)
        {
            var sending = _sending[tag];
            sending.Clients--;
            if (sending.Clients == 0)
            {
                _sending.Remove(tag);
                _bytesInSending -= sending.Bytes.Length;
            }
        }
    }

    private HeldBytes Hold(string tag, byte[] bytes)
    {
        if (!_sending.TryGetValue(tag, out var sending))
        {
            _sending.Add(tag, sending = new Sending(bytes));
            _bytesInSending += bytes.Length;
        }

        sending.Clients++;
        return new HeldBytes(this, tag, sending.Bytes);
    }

    private sealed class Sending(byte[] bytes)
    {
        public byte[] Bytes => bytes;

        public int Clients { get; set; }
    }
}

/// <summary>Rendered bytes, until they are sent.</summary>
internal sealed class HeldBytes(RepresentationCache cache, string tag, byte[] bytes) : IDisposable
{
    public byte[] Bytes => bytes;

    public void Dispose() => cache.Release(tag);
}
