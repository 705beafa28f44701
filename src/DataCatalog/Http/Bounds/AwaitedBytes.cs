namespace DataCatalog.Http.Bounds;

/// <summary>Bytes in memory that can be written only while somebody waits for them.</summary>
/// <param name="abandoned">Tells that nobody does.</param>
internal sealed class AwaitedBytes(CancellationToken abandoned) : MemoryStream
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
