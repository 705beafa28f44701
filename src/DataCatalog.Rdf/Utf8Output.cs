using System.Buffers;

namespace DataCatalog.Rdf;

/// <summary>
/// Writes texts as UTF-8 without a byte order mark, through one pooled buffer. Disposing writes what is left and leaves the stream open.
/// </summary>
internal sealed class Utf8Output(Stream output) : IDisposable
{
    private const int BufferSize = 64 * 1024;

    /// <summary>The characters that are encoded at once: even where each needs three bytes, they fit into the buffer.</summary>
    private const int PieceLength = 16 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _count;

    /// <summary>Writes a text.</summary>
    /// <exception cref="ArgumentException">The text has a lone surrogate.</exception>
    public void Write(ReadOnlySpan<char> text)
    {
        while (text.Length > PieceLength)
        {
            var length = char.IsHighSurrogate(text[PieceLength - 1]) ? PieceLength - 1 : PieceLength;
            WritePiece(text[..length]);
            text = text[length..];
        }

        WritePiece(text);
    }

    /// <summary>Writes bytes that are UTF-8 already.</summary>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        MakeRoom(utf8.Length);
        utf8.CopyTo(_buffer.AsSpan(_count));
        _count += utf8.Length;
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            output.Write(_buffer.AsSpan(0, _count));
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private void WritePiece(ReadOnlySpan<char> text)
    {
        MakeRoom(3 * text.Length);
        _count += QuotedText.Utf8.GetBytes(text, _buffer.AsSpan(_count));
    }

    private void MakeRoom(int bytes)
    {
        if (_buffer.Length - _count < bytes)
        {
            output.Write(_buffer.AsSpan(0, _count));
            _count = 0;
        }
    }
}
