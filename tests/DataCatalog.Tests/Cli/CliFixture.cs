using DataCatalog.Tests.Storage;

namespace DataCatalog.Tests.Cli;

/// <summary>A database and a copy of the seed that a test may change.</summary>
internal sealed class CliFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CliFixture()
    {
        foreach (var file in Directory.EnumerateFiles(TestSeed.Folder, "*.csv", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Seed, Path.GetRelativePath(TestSeed.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Database => _folder.PathOf("catalog.db");

    public string Seed => _folder.PathOf("seed");

    public string Folder => _folder.Root;

    /// <summary>Further environment variables of a program in a process of its own.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public CommandRun Run(params string[] args) => RunWith([], args);

    /// <summary>Puts a loaded database in its place.</summary>
    public void Fill() => SeededDatabase.CopyTo(Database);

    /// <summary>Runs with further settings.</summary>
    public CommandRun RunWith(string[] settings, params string[] args) =>
        CommandRun.Of([$"Catalog:Database={Database}", $"Catalog:SeedData={Seed}", .. settings], args);

    /// <summary>Changes a file of the seed.</summary>
    public void Edit(string file, Func<string, string> edit)
    {
        var path = Path.Combine(Seed, file);
        var before = File.ReadAllText(path);
        var after = edit(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(path, after);
    }

    public void Dispose() => _folder.Dispose();
}
