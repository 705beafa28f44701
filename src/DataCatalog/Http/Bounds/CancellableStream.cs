using System.Buffers;

namespace DataCatalog.Http.Bounds;

/// <summary>
/// A stream in memory that throws on writing once the request is cancelled. It grows by pooled parts: a page has a megabyte or two, and a
/// buffer that doubles would allocate that several times over.
/// </summary>
/// <param name="abandoned">Cancelled when the client no longer waits.</param>
internal sealed class CancellableStream(CancellationToken abandoned) : Stream
{
    private const int FirstPart = 16 * 1024;
    private const int LargestPart = 256 * 1024;

    private readonly List<byte[]> _full = [];
    private byte[] _part = ArrayPool<byte>.Shared.Rent(FirstPart);
    private int _inPart;
    private int _before;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _before + _inPart;

    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException();
    }

    /// <summary>Returns all bytes written so far.</summary>
    public byte[] ToArray()
    {
        var all = GC.AllocateUninitializedArray<byte>(_before + _inPart);
        var rest = all.AsSpan();
        foreach (var part in _full)
        {
            part.CopyTo(rest);
            rest = rest[part.Length..];
        }

        _part.AsSpan(0, _inPart).CopyTo(rest);
        return all;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        abandoned.ThrowIfCancellationRequested();
        while (buffer.Length > _part.Length - _inPart)
        {
            var fits = _part.Length - _inPart;
            buffer[..fits].CopyTo(_part.AsSpan(_inPart));
            buffer = buffer[fits..];
            Extend();
        }

        buffer.CopyTo(_part.AsSpan(_inPart));
        _inPart += buffer.Length;
    }

    public override void WriteByte(byte value) => Write([value]);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (_part.Length > 0)
        {
            _full.ForEach(part => ArrayPool<byte>.Shared.Return(part));
            ArrayPool<byte>.Shared.Return(_part);
            _full.Clear();
            _part = [];
        }

        base.Dispose(disposing);
    }

    private void Extend()
    {
        _full.Add(_part);
        _before += _part.Length;
        _part = ArrayPool<byte>.Shared.Rent(Math.Min(LargestPart, 2 * _part.Length));
        _inPart = 0;
    }
}
