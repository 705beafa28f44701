using System.Collections.Concurrent;

namespace DataCatalog.Http;

/// <summary>
/// A cache up to a number of bytes. Clients choose what is looked up, so what comes in once must not push out what is used: new values wait
/// in a short queue, and only those that were asked for again enter the main one (S3-FIFO, Yang et al., SOSP 2023). A lookup takes no lock.
/// </summary>
/// <param name="capacity">The most bytes of all values together.</param>
internal sealed class BoundedCache<TKey, TValue>(long capacity)
    where TKey : notnull
{
    /// <summary>The short queue has a tenth of the bytes.</summary>
    private const int ShortPart = 10;

    /// <summary>A value is not kept if it needs more than an eighth of all bytes.</summary>
    private const int LargestPart = 8;

    /// <summary>So many uses in the short queue bring a value into the main one.</summary>
    private const int UsesOfProven = 2;

    /// <summary>Further uses count no more: a value that was popular once leaves after so many rounds without a use.</summary>
    private const int MostUses = 3;

    /// <summary>The number of keys that are remembered after their value left the short queue.</summary>
    private const int MostForgotten = 4096;

    private readonly ConcurrentDictionary<TKey, Item> _items = new();
    private readonly Queue<Item> _new = new();
    private readonly Queue<Item> _proven = new();
    private readonly Queue<int> _forgottenInOrder = new();
    private readonly HashSet<int> _forgotten = [];
    private readonly Lock _gate = new();
    private long _bytesOfNew;
    private long _bytesOfProven;

    /// <summary>The bytes of all values.</summary>
    public long Bytes => Interlocked.Read(ref _bytesOfNew) + Interlocked.Read(ref _bytesOfProven);

    /// <summary>Returns a value, and counts its use; null when it is not kept.</summary>
    public TValue? Find(TKey key)
    {
        if (!_items.TryGetValue(key, out var item))
        {
            return default;
        }

        if (item.Uses < MostUses)
        {
            item.Uses++;
        }

        return item.Value;
    }

    /// <summary>Keeps a value, and removes others if there is no room. A value that is too large is not kept.</summary>
    /// <param name="key">The key.</param>
    /// <param name="make">Makes the value from the present one of the key, if there is one.</param>
    /// <param name="sizeOf">Returns the bytes of a value.</param>
    public void Set(TKey key, Func<TValue?, TValue> make, Func<TValue, long> sizeOf)
    {
        lock (_gate)
        {
            var isPresent = _items.TryGetValue(key, out var item);
            var value = make(isPresent ? item!.Value : default);
            var size = sizeOf(value);
            if (size > capacity / LargestPart)
            {
                return;
            }

            if (isPresent)
            {
                Resize(item!, value, size);
            }
            else
            {
                Enter(new Item(key, value, size));
            }

            while (_bytesOfNew + _bytesOfProven > capacity)
            {
                MakeRoom();
            }
        }
    }

    /// <summary>Removes all values.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _items.Clear();
            _new.Clear();
            _proven.Clear();
            (_bytesOfNew, _bytesOfProven) = (0, 0);
        }
    }

    private void Enter(Item item)
    {
        item.IsProven = _forgotten.Remove(item.Key.GetHashCode());
        (item.IsProven ? _proven : _new).Enqueue(item);
        Count(item, item.Size);
        _items[item.Key] = item;
    }

    private void Resize(Item item, TValue value, long size)
    {
        Count(item, size - item.Size);
        (item.Value, item.Size) = (value, size);
    }

    private void Count(Item item, long bytes)
    {
        if (item.IsProven)
        {
            _bytesOfProven += bytes;
        }
        else
        {
            _bytesOfNew += bytes;
        }
    }

    /// <summary>Removes one value, or moves one on: a new one that was used to the main queue, a used one there to its end.</summary>
    private void MakeRoom()
    {
        if (_proven.Count == 0 || _bytesOfNew > capacity / ShortPart)
        {
            LookAtNew(_new.Dequeue());
        }
        else
        {
            LookAtProven(_proven.Dequeue());
        }
    }

    private void LookAtNew(Item item)
    {
        if (item.Uses >= UsesOfProven)
        {
            Count(item, -item.Size);
            (item.Uses, item.IsProven) = (0, true);
            Count(item, item.Size);
            _proven.Enqueue(item);
        }
        else
        {
            Remove(item);
            Remember(item.Key.GetHashCode());
        }
    }

    private void LookAtProven(Item item)
    {
        if (item.Uses > 0)
        {
            item.Uses--;
            _proven.Enqueue(item);
        }
        else
        {
            Remove(item);
        }
    }

    private void Remove(Item item)
    {
        Count(item, -item.Size);
        _items.TryRemove(item.Key, out _);
    }

    private void Remember(int hash)
    {
        _forgotten.Add(hash);
        _forgottenInOrder.Enqueue(hash);
        if (_forgottenInOrder.Count > MostForgotten)
        {
            _forgotten.Remove(_forgottenInOrder.Dequeue());
        }
    }

    private sealed class Item(TKey key, TValue value, long size)
    {
        public TKey Key => key;

        /// <summary>Read without the lock: a reference, so it is whole.</summary>
        public TValue Value { get; set; } = value;

        public long Size { get; set; } = size;

        /// <summary>Counted without the lock: a use that is lost in a race changes nothing that matters.</summary>
        public int Uses { get; set; }

        public bool IsProven { get; set; }
    }
}
