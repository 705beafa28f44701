using DataCatalog.Http.Bounds;

namespace DataCatalog.Tests.Http.Bounds;

public sealed class CancellableStreamTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData(3_000_001)]
    public void Bytes_come_back_as_they_were_written(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        using var stream = new CancellableStream(CancellationToken.None);
        for (var written = 0; written < length; written += 40_009)
        {
            stream.Write(bytes, written, Math.Min(40_009, length - written));
        }

        Assert.Equal(bytes, stream.ToArray());
        Assert.Equal(length, stream.Length);
    }
}
