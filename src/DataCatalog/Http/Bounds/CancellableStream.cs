namespace DataCatalog.Http.Bounds;

/// <summary>A stream in memory that throws on writing once the request is cancelled.</summary>
/// <param name="abandoned">Cancelled when the client no longer waits.</param>
internal sealed class CancellableStream(CancellationToken abandoned) : MemoryStream
{
    public override void Write(byte[] buffer, int offset, int count)
    {
        abandoned.ThrowIfCancellationRequested();
        base.Write(buffer, offset, count);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        abandoned.ThrowIfCancellationRequested();
        base.Write(buffer);
    }
}
