using DataCatalog.Harvesting.Dumps;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(DataCatalog.Tests.Harvesting.BuiltDumps))]

namespace DataCatalog.Tests.Harvesting;

/// <summary>
/// A catalogue and its dumps, built once, since that takes seconds. Tests that only read take its application; others take a copy of the
/// files.
/// </summary>
public sealed class BuiltDumps : IAsyncDisposable
{
    private readonly Lazy<CatalogApp> _app = new(Make);

    /// <summary>The application, whose dumps are built.</summary>
    public CatalogApp App => _app.Value;

    /// <summary>The number of the last change, as the header of a dump has it.</summary>
    internal string Sequence => App.Sequence();

    /// <summary>Gets a file.</summary>
    public Task<byte[]> BytesAsync(string name) => App.BytesAsync($"/dumps/{name}");

    /// <summary>Copies the files into the folder of another application on the same entries, as if it had built them.</summary>
    public void CopyTo(CatalogApp other)
    {
        var folder = FolderOf(other);
        Directory.CreateDirectory(folder.Path);
        foreach (var file in Directory.EnumerateFiles(FolderOf(App).Path))
        {
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)), overwrite: true);
        }

        folder.Open();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app.IsValueCreated)
        {
            await _app.Value.DisposeAsync();
        }
    }

    /// <summary>Builds the dumps of an application now.</summary>
    internal static void Build(CatalogApp app)
    {
        FolderOf(app).Open();
        Assert.NotNull(app.Services.GetRequiredService<DumpBuilder>().Build(CancellationToken.None));
    }

    private static CatalogApp Make()
    {
        var app = new CatalogApp();
        Build(app);
        return app;
    }

    private static DumpFolder FolderOf(CatalogApp app) => app.Services.GetRequiredService<DumpFolder>();
}
