using System.Text.Json;
using System.Text.RegularExpressions;
using DataCatalog.Configuration;

namespace DataCatalog.Harvesting.Dumps;

/// <summary>
/// The folder of the dumps. A set counts from the moment its manifest is in place; the set before it stays until the next one, for those
/// who are downloading it.
/// </summary>
internal sealed partial class DumpFolder(CatalogOptions options)
{
    private const string Manifest = "manifest.json";

    private volatile DumpSet? _current;
    private DumpSet? _previous;

    public string Path { get; } = System.IO.Path.GetFullPath(options.DumpFolder ?? System.IO.Path.ChangeExtension(options.Database, null) + "-dumps");

    /// <summary>The newest complete set; null before there is one.</summary>
    public DumpSet? Current => _current;

    public string PathOf(DumpFile file) => System.IO.Path.Combine(Path, file.StoredAs);

    /// <summary>Takes up the set that an earlier run left, if all its files are there.</summary>
    public void Open()
    {
        Directory.CreateDirectory(Path);
        var manifest = System.IO.Path.Combine(Path, Manifest);
        if (File.Exists(manifest) && Read(manifest) is { } set && set.Files.All(file => new FileInfo(PathOf(file)) is { Exists: true } info && info.Length == file.Length))
        {
            _current = set;
        }
    }

    /// <summary>Puts a set in place of the present one.</summary>
    public void Publish(DumpSet set)
    {
        var manifest = System.IO.Path.Combine(Path, Manifest);
        File.WriteAllText(manifest + ".tmp", JsonSerializer.Serialize(set));
        File.Move(manifest + ".tmp", manifest, overwrite: true);
        (_previous, _current) = (_current, set);
        DeleteOthers();
    }

    private static DumpSet? Read(string manifest)
    {
        try
        {
            return JsonSerializer.Deserialize<DumpSet>(File.ReadAllText(manifest)) is { Origin: not null, Files: not null } set ? set : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Only files that dumps are made of: the folder may be shared.</summary>
    private void DeleteOthers()
    {
        var kept = new[] { _current, _previous }.OfType<DumpSet>().SelectMany(set => set.Files).Select(file => file.StoredAs).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path).Select(System.IO.Path.GetFileName).OfType<string>().Where(file => Stored.IsMatch(file) && !kept.Contains(file)))
        {
            File.Delete(System.IO.Path.Combine(Path, file));
        }
    }

    [GeneratedRegex(@"^catalog-[0-9]+-[0-9a-f]{8}\.(nt|ttl|rdf|jsonld|csv)(\.gz)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stored { get; }
}
