using DataCatalog.Http;
using DataCatalog.Tests.Storage;

namespace DataCatalog.Tests.Http;

public sealed class ProgramBuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ProgramBuildTests()
    {
        Copy("DataCatalog.dll", "DataCatalog.dll");
        Copy("DataCatalog.Rdf.dll", "DataCatalog.Rdf.dll");
        File.WriteAllText(_folder.PathOf("native.dll"), "no assembly");
        File.WriteAllText(_folder.PathOf("settings.json"), "{}");
    }

    [Fact]
    public void The_same_parts_make_the_same_build_wherever_they_are()
    {
        var before = ProgramBuild.Of(_folder.Root);
        File.WriteAllText(_folder.PathOf("settings.json"), """{"Catalog": {}}""");
        Copy("DataCatalog.Rdf.dll", "DataCatalog.Rdf.dll");
        Assert.Equal(before, ProgramBuild.Of(_folder.Root));
    }

    [Fact]
    public void Another_writer_or_package_makes_another_build()
    {
        var before = ProgramBuild.Of(_folder.Root);
        Copy("DataCatalog.Dcat.dll", "DataCatalog.Rdf.dll");
        var changed = ProgramBuild.Of(_folder.Root);
        File.Delete(_folder.PathOf("DataCatalog.Rdf.dll"));
        Assert.Equal(3, new[] { before, changed, ProgramBuild.Of(_folder.Root) }.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Other_texts_in_a_language_make_another_build()
    {
        var before = ProgramBuild.Of(_folder.Root);
        Directory.CreateDirectory(_folder.PathOf("en"));
        File.WriteAllText(_folder.PathOf(Path.Combine("en", "DataCatalog.resources.dll")), "texts");
        var with = ProgramBuild.Of(_folder.Root);
        File.WriteAllText(_folder.PathOf(Path.Combine("en", "DataCatalog.resources.dll")), "other texts");
        Assert.Equal(3, new[] { before, with, ProgramBuild.Of(_folder.Root) }.Distinct(StringComparer.Ordinal).Count());
    }

    public void Dispose() => _folder.Dispose();

    private void Copy(string part, string name) =>
        File.Copy(Path.Combine(AppContext.BaseDirectory, part), _folder.PathOf(name), overwrite: true);
}
