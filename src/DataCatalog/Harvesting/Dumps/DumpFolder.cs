using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using DataCatalog.Configuration;
using DataCatalog.Storage;

namespace DataCatalog.Harvesting.Dumps;

/// <summary>
/// The folder of the dumps. A set counts from the moment its manifest is in place; the set before it stays until the next one, for those
/// who are downloading it. Files are believed for as long as they look as they did when their bytes were last read.
/// </summary>
internal sealed partial class DumpFolder(CatalogOptions options)
{
    private const string Manifest = "manifest.json";

    /// <summary>Room for one: whoever reports the same loss again adds nothing.</summary>
    private readonly Channel<bool> _losses = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile SeenSet? _current;
    private volatile string? _fault;
    private DumpSet? _previous;

    public string Path { get; } = System.IO.Path.GetFullPath(options.DumpFolder ?? System.IO.Path.ChangeExtension(options.Database, null) + "-dumps");

    /// <summary>The newest complete set; null before there is one. Its files may have been touched since: see <see cref="IsIntact(DumpFile)"/>.</summary>
    public DumpSet? Current => _current?.Set;

    /// <summary>Why the last attempt to make dumps failed, without a path; null when it did not.</summary>
    public string? Fault
    {
        get => _fault;
        set => _fault = value;
    }

    public string PathOf(DumpFile file) => System.IO.Path.Combine(Path, file.StoredAs);

    /// <summary>Whether a file of the present set has the size and the time that it had when its bytes were last read.</summary>
    public bool IsIntact(DumpFile file) =>
        _current is { } current && current.Seen.TryGetValue(file.StoredAs, out var seen) && seen == Stamp.Of(PathOf(file));

    /// <summary>Opens a file of the present set; once open, it can be read to its end whatever happens to its name.</summary>
    /// <returns>Null when it is gone, cannot be read, or is no longer as it was.</returns>
    public FileStream? OpenIntact(DumpFile file)
    {
        var bytes = TryOpen(file);
        if (bytes is not null && !IsIntact(file))
        {
            bytes.Dispose();
            return null;
        }

        return bytes;
    }

    /// <summary>Whether all files of the present set are.</summary>
    public bool IsIntact() => _current is { } current && current.Set.Files.All(IsIntact);

    /// <summary>Asks for new files soon, because one was found lost or changed; where making them just failed, the next turn is soon enough.</summary>
    public void ReportLoss()
    {
        if (Fault is null)
        {
            _losses.Writer.TryWrite(true);
        }
    }

    /// <summary>Ends when a loss was reported.</summary>
    public async Task WhenLostAsync(CancellationToken stop) => await _losses.Reader.ReadAsync(stop);

    /// <summary>Takes up the set that is there, from an earlier run or touched since, if every byte of it is as its manifest says.</summary>
    public void Open()
    {
        Directory.CreateDirectory(Path);
        var manifest = System.IO.Path.Combine(Path, Manifest);
        if (File.Exists(manifest) && Read(manifest) is { } set)
        {
            var seen = set.Files.ToDictionary(file => file.StoredAs, file => Stamp.Of(PathOf(file)), StringComparer.Ordinal);
            if (set.Files.All(IsTrue))
            {
                _current = new SeenSet(set, seen);
            }
        }
    }

    /// <summary>Puts a set in place of the present one. Its files are on the disk; so is its manifest, and the names of all.</summary>
    public void Publish(DumpSet set)
    {
        Posix.FlushFolder(Path);
        var manifest = System.IO.Path.Combine(Path, Manifest);
        using (var file = new FileStream(manifest + ".tmp", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(file, set);
            file.Flush(flushToDisk: true);
        }

        File.Move(manifest + ".tmp", manifest, overwrite: true);
        Posix.FlushFolder(Path);
        _previous = Current;
        _current = new SeenSet(set, set.Files.ToDictionary(file => file.StoredAs, file => Stamp.Of(PathOf(file)), StringComparer.Ordinal));
        DeleteOthers();
    }

    private static DumpSet? Read(string manifest)
    {
        try
        {
            return JsonSerializer.Deserialize<DumpSet>(File.ReadAllText(manifest)) is { Origin: not null, Files: not null } set
                && set.Files.All(file => file is { Name: not null, MediaType: not null, Sha256: not null, StoredAs: not null } && Stored.IsMatch(file.StoredAs))
                ? set
                : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Null when there is no such file, or it cannot be read. A pipe is not opened: that would wait for a writer.</summary>
    private FileStream? TryOpen(DumpFile file)
    {
        var path = PathOf(file);
        try
        {
            return Posix.IsSpecial(path) ? null : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Reads every byte of a file.</summary>
    private bool IsTrue(DumpFile file)
    {
        using var bytes = TryOpen(file);
        return bytes?.Length == file.Length && string.Equals(Convert.ToBase64String(SHA256.HashData(bytes)), file.Sha256, StringComparison.Ordinal);
    }

    /// <summary>Only files that dumps are made of: the folder may be shared.</summary>
    private void DeleteOthers()
    {
        var kept = new[] { Current, _previous }.OfType<DumpSet>().SelectMany(set => set.Files).Select(file => file.StoredAs).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path).Select(System.IO.Path.GetFileName).OfType<string>().Where(file => Stored.IsMatch(file) && !kept.Contains(file)))
        {
            File.Delete(System.IO.Path.Combine(Path, file));
        }
    }

    [GeneratedRegex(@"^catalog-[0-9]+-[0-9a-f]{8}\.(nt|ttl|rdf|jsonld|csv)(\.gz)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stored { get; }

    /// <summary>A set, and how its files looked when their bytes were last read.</summary>
    private sealed record SeenSet(DumpSet Set, IReadOnlyDictionary<string, Stamp?> Seen);

    /// <summary>What a file looks like from outside.</summary>
    private sealed record Stamp(long Length, DateTime Written)
    {
        /// <summary>Null when there is no file.</summary>
        public static Stamp? Of(string path) => new FileInfo(path) is { Exists: true } file ? new Stamp(file.Length, file.LastWriteTimeUtc) : null;
    }
}
