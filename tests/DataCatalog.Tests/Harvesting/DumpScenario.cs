using DataCatalog.Configuration;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Harvesting.Dumps;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Harvesting;

/// <summary>A catalogue whose dumps are made when a test says so.</summary>
public abstract class DumpScenario(BuiltDumps built) : IAsyncDisposable
{
    private protected CatalogApp App { get; } = new();

    private protected DumpFolder Folder => App.Services.GetRequiredService<DumpFolder>();

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected DumpBuilder Builder() => App.Services.GetRequiredService<DumpBuilder>();

    /// <summary>Puts dumps of the entries in place, as an earlier run has built them.</summary>
    private protected void Take()
    {
        built.CopyTo(App);
        Assert.True(Builder().IsUpToDate);
    }

    private protected void Build() => BuiltDumps.Build(App);

    private protected void Change(string title)
    {
        var services = App.Services;
        var datasets = services.GetRequiredService<RecordReader<Dataset>>();
        var dataset = datasets.Find("arbres-rennes")!.Record;
        services.GetRequiredService<Database>().Write(
            "test",
            session => DatasetStore.Writer.Save(session, dataset with { Title = LanguageMap.Of(title) }, new DateOnly(2026, 11, 24)));
    }

    private protected string PathOf(string name) => Folder.PathOf(Folder.Current!.Files.First(file => file.Name == name));

    /// <summary>Changes the bytes of a file beside the server.</summary>
    private protected void Damage(string name, Func<byte[], byte[]> change) =>
        File.WriteAllBytes(PathOf(name), change(File.ReadAllBytes(PathOf(name))));

    /// <summary>The folder as the next run finds it.</summary>
    private protected DumpFolder Reopened()
    {
        var folder = new DumpFolder(App.Services.GetRequiredService<CatalogOptions>());
        folder.Open();
        return folder;
    }

    private protected Task<byte[]> BytesAsync(string name) => App.BytesAsync($"/dumps/{name}");
}
