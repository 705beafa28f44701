namespace DataCatalog.Benchmarks;

/// <summary>A copy of a database beside it, which goes when it is disposed. No program may write to the database meanwhile.</summary>
internal sealed class TemporaryCopy : IDisposable
{
    public TemporaryCopy(string path)
    {
        Path = $"{path}.{Guid.NewGuid():N}";
        File.Copy(path, Path);
    }

    public string Path { get; }

    public void Dispose()
    {
        foreach (var suffix in (string[])["", "-wal", "-shm", ".lock"])
        {
            File.Delete(Path + suffix);
        }
    }
}
