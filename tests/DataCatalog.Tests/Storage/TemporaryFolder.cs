namespace DataCatalog.Tests.Storage;

/// <summary>A folder for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("datacatalog-");

    public string Root => _folder.FullName;

    public string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public void Dispose() => _folder.Delete(recursive: true);
}
