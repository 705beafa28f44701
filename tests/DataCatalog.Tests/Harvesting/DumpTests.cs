using System.Net;
using System.Text;
using DataCatalog.Dcat.Records;
using DataCatalog.Harvesting.Dumps;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Harvesting;

/// <summary>When dumps are built, and which of them stay.</summary>
public sealed class DumpTests(BuiltDumps built) : DumpScenario(built)
{
    [Fact]
    public async Task The_same_content_gives_the_same_bytes()
    {
        await using var other = new CatalogApp();
        Build();
        BuiltDumps.Build(other);
        Assert.Equal(
            Folder.Current!.Files.Select(file => (file.Name, file.Sha256)),
            other.Services.GetRequiredService<DumpFolder>().Current!.Files.Select(file => (file.Name, file.Sha256)));
    }

    [Fact]
    public async Task After_a_change_there_are_new_files_and_those_before_stay_for_one_round()
    {
        Take();
        var first = Folder.Current!;
        Assert.True(Builder().IsUpToDate);
        Change("Premier titre");
        Assert.False(Builder().IsUpToDate);
        Build();
        Assert.All(first.Files, file => Assert.True(File.Exists(Folder.PathOf(file))));
        Assert.Contains("Premier titre", Encoding.UTF8.GetString(await BytesAsync("catalog.csv")), StringComparison.Ordinal);
        Change("Second titre");
        Build();
        Assert.All(first.Files, file => Assert.False(File.Exists(Folder.PathOf(file))));
        Assert.Equal((2 * 12) + 1, Directory.EnumerateFiles(Folder.Path).Count());
    }

    [Fact]
    public async Task Without_dumps_the_address_says_what_to_do()
    {
        using var off = await App.GetAsync("/dumps/catalog.nt");
        Assert.Equal(HttpStatusCode.NotFound, off.StatusCode);
        Assert.Contains("/catalog", (await CatalogApp.JsonOf(off)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_has_a_row_for_each_dataset_and_its_text_is_never_a_formula()
    {
        Change("=HYPERLINK(\"http://evil.example\")");
        Build();
        var lines = Encoding.UTF8.GetString(await BytesAsync("catalog.csv")).Split("\r\n");
        Assert.StartsWith("identifier,address,title,description,", lines[0], StringComparison.Ordinal);
        Assert.Equal(App.Services.GetRequiredService<RecordReader<Dataset>>().Count() + 2, lines.Length);
        var row = Assert.Single(lines, line => line.StartsWith("arbres-rennes,", StringComparison.Ordinal));
        Assert.StartsWith(
            $"arbres-rennes,{CatalogApp.BaseUrl}/datasets/arbres-rennes,\"'=HYPERLINK(\"\"http",
            row, StringComparison.Ordinal);
        Assert.Contains("Rennes Métropole", row, StringComparison.Ordinal);
        Assert.Contains("epci:243500139", row, StringComparison.Ordinal);
    }
}
