using DataCatalog.Storage;

namespace DataCatalog.Tests.Storage;

public sealed class WholeFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Target => _folder.PathOf("file");

    [Fact]
    public void A_file_is_never_seen_half_written()
    {
        File.WriteAllText(Target, "old");
        WholeFile.Write(Target, stream =>
        {
            stream.Write("new, half"u8);
            stream.Flush();
            Assert.Equal("old", File.ReadAllText(Target));
        });
        Assert.Equal("new, half", File.ReadAllText(Target));
    }

    [Fact]
    public void A_failure_leaves_the_old_file_and_no_other()
    {
        File.WriteAllText(Target, "old");
        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(Target, stream =>
        {
            stream.Write("half"u8);
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.EnumerateFiles(_folder.Root));
    }

    public void Dispose() => _folder.Dispose();
}
